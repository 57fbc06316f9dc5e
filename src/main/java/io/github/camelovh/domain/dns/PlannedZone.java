// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import java.util.Collection;
import java.util.List;

/**
 * The decision of {@link ZonePlanner}.
 *
 * @param plan all writes, including those that a guard stops
 * @param breaches every guard that the plan would violate; only a plan without any may be applied
 */
public record PlannedZone(ZonePlan plan, List<GuardBreach> breaches) {

    public PlannedZone {
        breaches = List.copyOf(breaches);
    }

    /** The same with one import instead of the single writes. */
    PlannedZone byImport(int above) {
        return new PlannedZone(plan.byImport(above), breaches);
    }

    /** The same without the breaches whose guards an approval opened by its lines. */
    PlannedZone opened(Collection<String> approved) {
        return new PlannedZone(
                plan,
                breaches.stream().filter(breach -> !breach.isOpenedBy(approved)).toList());
    }

    /** Whether no guard stops the plan. */
    public boolean allowed() {
        return breaches.isEmpty();
    }
}
