// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.contact.EligibilityChecks;
import io.github.camelovh.domain.contact.OwnerChangeOrder;
import io.github.camelovh.domain.contact.OwnerChanges;
import io.github.camelovh.domain.contact.OwnerContactRegistry;
import io.github.camelovh.domain.contact.OwnerContacts;
import io.github.camelovh.domain.contact.OwnerSnapshot;
import io.github.camelovh.domain.order.Orders;
import io.github.camelovh.domain.portfolio.PortfolioScan;
import io.github.camelovh.domain.renewal.RenewalTurns;
import io.github.camelovh.domain.rules.Rules;
import io.github.camelovh.domain.task.Tasks;
import io.github.camelovh.domain.whois.WhoisClient;
import java.time.Clock;
import java.util.function.LongSupplier;

/**
 * What all endpoints of one account share because it keeps something between two calls: turns that changes take, and what was
 * read before. Thread-safe.
 *
 * @param api the account
 * @param renewalTurns which renewals are being made
 * @param whois changes of what whois shows, which take turns
 * @param rules what registries want, as it was read
 * @param owners the owner contacts
 * @param ownerSnapshot all owners of all names, as they were read for a plan
 * @param madeContacts contacts for owners that are described
 * @param eligibility holds data against these rules
 */
public record AccountClients(
        OvhApi api,
        RenewalTurns renewalTurns,
        WhoisClient whois,
        Rules rules,
        OwnerContacts owners,
        OwnerSnapshot ownerSnapshot,
        OwnerContactRegistry madeContacts,
        EligibilityChecks eligibility) {

    /**
     * For an account of which nothing was read yet.
     *
     * @param nanos a clock for durations
     */
    public static AccountClients of(OvhApi api, Clock clock, LongSupplier nanos) {
        Rules rules = new Rules(api, nanos);
        OwnerContacts owners = new OwnerContacts(api);
        return new AccountClients(
                api,
                new RenewalTurns(),
                new WhoisClient(api),
                rules,
                owners,
                new OwnerSnapshot(owners, new PortfolioScan(api), clock),
                new OwnerContactRegistry(() -> api),
                new EligibilityChecks(() -> api, () -> rules));
    }

    OwnerChanges ownerChanges(Orders orders, Tasks tasks) {
        return new OwnerChanges(
                owners,
                ownerSnapshot,
                eligibility,
                new OwnerChangeOrder(orders, eligibility, owners, madeContacts, tasks));
    }
}
