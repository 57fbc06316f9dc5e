// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.zonefile;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.dns.GuardBreach;
import io.github.camelovh.domain.dns.ZonePlan;
import io.github.camelovh.domain.dns.ZoneWish;
import java.util.List;

/**
 * A zone file on its way.
 *
 * @param file its name, as it was dropped
 * @param wish what it wishes
 * @param plan what that takes
 * @param breaches the guards that the plan would break
 * @param state where it stands
 * @param written how many changes were made
 * @param refreshed whether the name servers were told
 * @param sentence what happened, what did not, and what to do next
 */
public record ZoneFileTicket(
        String file,
        ZoneWish wish,
        ZonePlan plan,
        List<GuardBreach> breaches,
        ZoneFileState state,
        int written,
        boolean refreshed,
        String sentence) {
    public ZoneFileTicket {
        breaches = List.copyOf(breaches);
    }

    /** The zone. */
    public DomainName zone() {
        return wish.zone();
    }

    /** Whether it may be applied now. */
    public boolean isReady() {
        return state == ZoneFileState.READY;
    }

    ZoneFileTicket as(ZoneFileState now, String why) {
        return new ZoneFileTicket(file, wish, plan, breaches, now, written, refreshed, why);
    }

    ZoneFileTicket after(int changes, boolean served, ZoneFileState now, String why) {
        return new ZoneFileTicket(file, wish, plan, breaches, now, changes, served, why);
    }
}
