// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.api.Sleeper;
import io.github.camelovh.domain.contact.AccountRoles;
import io.github.camelovh.domain.contact.OwnerContactRegistry;
import io.github.camelovh.domain.contact.OwnerContacts;
import io.github.camelovh.domain.desired.Targets;
import io.github.camelovh.domain.dns.Delegations;
import io.github.camelovh.domain.dns.ZoneSync;
import io.github.camelovh.domain.order.Budget;
import io.github.camelovh.domain.order.Orders;
import io.github.camelovh.domain.renewal.RenewalTurns;
import io.github.camelovh.domain.renewal.Renewals;
import io.github.camelovh.domain.renewal.Renewer;
import io.github.camelovh.domain.rules.Rules;
import io.github.camelovh.domain.task.Tasks;
import io.github.camelovh.domain.transfer.OutgoingTransfers;
import io.github.camelovh.domain.transfer.Transfers;
import io.github.camelovh.domain.whois.WhoisClient;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** All operations that make several calls. */
public final class CompositeOperations {

    private CompositeOperations() {}

    /** {@return the same operations for lists and help; none of them can be called} */
    public static List<CompositeOperation> described() {
        return of(null, null, null, false, null, null, null, null);
    }

    /**
     * Creates the composite operations for one account.
     *
     * @param api the account
     * @param orders buys names
     * @param budget reserves the money of renewals
     * @param limited whether a budget was given; without one, buying needs a price limit per name
     * @param tasks finds and repairs tasks
     * @param turns of all renewals of the account
     * @param sleeper for waits
     * @param nanos for durations
     * @return the operations of all resources
     */
    public static List<CompositeOperation> of(
            OvhApi api,
            Orders orders,
            Budget budget,
            boolean limited,
            Tasks tasks,
            RenewalTurns turns,
            Sleeper sleeper,
            LongSupplier nanos) {
        Renewals renewals = new Renewals(api);
        List<CompositeOperation> all = new ArrayList<>();
        Targets targets = new Targets(api, sleeper, nanos);
        all.addAll(DomainOperations.of(api, targets, sleeper, nanos));
        all.addAll(TargetOperations.of(targets));
        all.addAll(DnsOperations.of(new ZoneSync(api, sleeper, nanos), new Delegations(api, sleeper, nanos), targets));
        all.addAll(OrderOperations.of(orders, limited));
        all.addAll(ZoneOrderOperations.of(orders, limited));
        all.addAll(TaskOperations.of(tasks));
        all.addAll(RenewalOperations.of(renewals, new Renewer(api, renewals, orders, turns, sleeper), budget, limited));
        all.addAll(TransferOperations.of(
                orders,
                limited,
                new Transfers(api, orders, tasks, sleeper, nanos),
                new OutgoingTransfers(api),
                sleeper,
                nanos));
        all.addAll(RuleOperations.of(new Rules(api, nanos)));
        all.addAll(ContactOperations.of(
                new OwnerContacts(api), new OwnerContactRegistry(() -> api), new AccountRoles(api), orders, limited));
        all.addAll(WhoisOperations.of(new WhoisClient(api), targets));
        all.addAll(DocumentOperations.of(api));
        all.addAll(ApiOperations.of(api));
        return all;
    }
}
