// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import java.util.List;

/**
 * A plan was not begun, because a guard stops it or the zone is not the one for which it was made. Nothing was written.
 */
public final class ZoneRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ZonePlan plan;
    private final transient List<GuardBreach> breaches;

    ZoneRefusedException(ZonePlan plan, List<GuardBreach> breaches, String message) {
        super(message);
        this.plan = plan;
        this.breaches = List.copyOf(breaches);
    }

    /** The current plan. */
    public ZonePlan plan() {
        return plan;
    }

    /** The guards that stop it; empty when it is another plan than the approved one. */
    public List<GuardBreach> breaches() {
        return breaches;
    }
}
