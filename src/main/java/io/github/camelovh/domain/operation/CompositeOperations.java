// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.api.Sleeper;
import io.github.camelovh.domain.contact.AccountRoles;
import io.github.camelovh.domain.desired.Targets;
import io.github.camelovh.domain.dns.DelegationChanges;
import io.github.camelovh.domain.dns.Delegations;
import io.github.camelovh.domain.dns.RecordSetsChange;
import io.github.camelovh.domain.dns.ZoneSync;
import io.github.camelovh.domain.order.Budget;
import io.github.camelovh.domain.order.Orders;
import io.github.camelovh.domain.renewal.PaymentCheck;
import io.github.camelovh.domain.renewal.Renewals;
import io.github.camelovh.domain.renewal.Renewer;
import io.github.camelovh.domain.task.Tasks;
import io.github.camelovh.domain.transfer.AuthCodeChange;
import io.github.camelovh.domain.transfer.LockChange;
import io.github.camelovh.domain.transfer.OutgoingTransfers;
import io.github.camelovh.domain.transfer.ReleaseChange;
import io.github.camelovh.domain.transfer.Transfers;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** All operations that make several calls. */
public final class CompositeOperations {

    private CompositeOperations() {}

    /** {@return the same operations for lists and help; none of them can be called} */
    public static List<CompositeOperation> described() {
        return of(AccountClients.of(null, null, null), null, null, false, null, null, null, null);
    }

    /**
     * Creates the composite operations for one account.
     *
     * @param account what the endpoints of the account share
     * @param orders buys names
     * @param budget reserves money for orders without a cart
     * @param limited whether a budget was given; without one, buying needs a price limit per name
     * @param tasks finds and repairs tasks
     * @param clock for what is due at a certain time
     * @param sleeper for waits
     * @param nanos for durations
     * @return the operations of all resources
     */
    public static List<CompositeOperation> of(
            AccountClients account,
            Orders orders,
            Budget budget,
            boolean limited,
            Tasks tasks,
            Clock clock,
            Sleeper sleeper,
            LongSupplier nanos) {
        OvhApi api = account.api();
        Renewals renewals = new Renewals(api);
        List<CompositeOperation> all = new ArrayList<>();
        Targets targets = new Targets(api, sleeper, nanos);
        all.addAll(DomainOperations.of(api, targets, sleeper, nanos));
        all.addAll(TargetOperations.of(targets));
        ZoneSync zones = new ZoneSync(api, sleeper, nanos);
        Delegations delegations = new Delegations(api, sleeper, nanos);
        all.addAll(DnsOperations.of(zones, delegations, targets));
        all.addAll(DnsChangeOperations.of(new DelegationChanges(delegations, tasks), new RecordSetsChange(zones)));
        all.addAll(OrderOperations.of(orders, limited));
        all.addAll(ZoneOrderOperations.of(orders, limited));
        all.addAll(TaskOperations.of(tasks));
        Renewer renewer = new Renewer(api, renewals, orders, account.renewalTurns(), sleeper);
        all.addAll(RenewalOperations.of(renewals, renewer, new PaymentCheck(api), budget, limited));
        all.addAll(RenewalChangeOperations.of(renewals, renewer, orders, budget, limited));
        OutgoingTransfers leaving = new OutgoingTransfers(api);
        all.addAll(TransferOperations.of(
                orders, limited, new Transfers(api, orders, tasks, sleeper, nanos), leaving, sleeper, nanos));
        all.addAll(ReleaseOperations.of(
                new LockChange(leaving, tasks), new AuthCodeChange(leaving), new ReleaseChange(leaving, tasks, clock)));
        all.addAll(RuleOperations.of(account.rules(), account.eligibility()));
        AccountRoles roles = new AccountRoles(api);
        all.addAll(ContactOperations.of(account.owners(), account.madeContacts(), roles, orders, limited));
        all.addAll(ContactChangeOperations.of(account.ownerChanges(orders, tasks), roles, budget, limited));
        all.addAll(WhoisOperations.of(account.whois(), targets));
        all.addAll(DocumentOperations.of(api));
        all.addAll(ApiOperations.of(api));
        return all;
    }
}
