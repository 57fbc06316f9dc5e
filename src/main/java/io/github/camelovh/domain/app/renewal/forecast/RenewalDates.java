// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.renewal.forecast;

import io.github.camelovh.domain.app.renewal.Outlook;
import io.github.camelovh.domain.app.renewal.RenewalTodo;
import io.github.camelovh.domain.app.renewal.policy.PolicyRule;
import io.github.camelovh.domain.portfolio.HeldName;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** When a name is renewed from today on, if everything goes as the policy says. Stateless. */
final class RenewalDates {
    private static final Set<String> GOING = Set.of("pending_delete", "deleted", "outgoing_transfer");

    private RenewalDates() {}

    /**
     * One renewal.
     *
     * @param on the latest day of its payment
     * @param years number of years
     */
    record Renewal(LocalDate on, int years) {}

    /** All renewals before a day, earliest first. A name without a decision counts as renewed each year. */
    static List<Renewal> of(Outlook outlook, LocalDate today, LocalDate until) {
        HeldName name = outlook.name();
        if (name.expires() == null || outlook.decided(PolicyRule.Outcome.LET_EXPIRE) || GOING.contains(name.state())) {
            return List.of();
        }
        boolean ours = outlook.decided(PolicyRule.Outcome.RENEW);
        int years = ours ? outlook.verdict().rule().wish().years() : 1;
        LocalDate first = ours ? outlook.renewOn() : name.expires();
        List<Renewal> renewals = new ArrayList<>();
        int done = outlook.todo() instanceof RenewalTodo.Awaited ? 1 : 0;
        for (int i = done; ; i++) {
            LocalDate on = first.plus(Period.ofYears(i * years));
            if (!on.isBefore(until)) {
                return renewals;
            }
            renewals.add(new Renewal(on.isBefore(today) ? today : on, years));
        }
    }
}
