// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import io.github.camelovh.domain.api.Plural;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Refuses a plan that a guard stops, or that writes something else than was approved. */
final class ZoneRefusals {

    private ZoneRefusals() {}

    static void refuseBreaches(PlannedZone planned) {
        if (!planned.allowed()) {
            throw new ZoneRefusedException(
                    planned.plan(),
                    planned.breaches(),
                    planned.plan().zone() + " was not changed: " + Delegations.sentences(planned.breaches()));
        }
    }

    /**
     * Serials grow with each refresh, including that of an interrupted run: the remaining changes decide, not the
     * serial.
     */
    static void refuseOther(ZonePlan plan, ZonePlan approved) {
        refuse(
                plan,
                plan.beyond(approved),
                "plan " + approved.digest() + " was made",
                "Check the new plan " + plan.digest() + " and approve it");
        if (!plan.zone().equals(approved.zone())) {
            throw new ZoneRefusedException(
                    plan,
                    List.of(),
                    plan.zone() + " was not changed: plan " + approved.digest() + " is for " + approved.zone());
        }
    }

    private static void refuse(ZonePlan plan, List<ZoneChange> news, String since, String whatToDo) {
        if (!news.isEmpty()) {
            throw new ZoneRefusedException(
                    plan,
                    List.of(),
                    plan.zone() + " was not changed: the zone is different since " + since + ". "
                            + Plural.of(news.size(), "change") + " would be new, the first is \"" + news.get(0)
                            + "\". " + whatToDo);
        }
    }

    static void refuseUnapproved(ZonePlan plan, Collection<String> approved) {
        refuse(plan, plan.beyond(Set.copyOf(approved)), "it was approved", "Plan it again");
    }
}
