// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.zonefile;

import io.github.camelovh.domain.app.job.PlanAnswer;
import io.github.camelovh.domain.dns.ZonePlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Has a zone file that waits taken again, with its plan approved. */
public final class ZoneApprovals {
    private static final int FEWEST_DIGITS = 16;

    private final ZoneFolder zoneFolder;

    /**
     * @param zoneFolder where plans and waiting files lie
     */
    public ZoneApprovals(ZoneFolder zoneFolder) {
        this.zoneFolder = zoneFolder;
    }

    /**
     * Approves the plan of a zone.
     *
     * @param digest its first 16 digits or more
     * @return empty if no zone has such a plan
     */
    public Optional<PlanAnswer> approve(String digest, String by) throws IOException {
        if (digest.length() < FEWEST_DIGITS) {
            return Optional.empty();
        }
        for (ZonePlan plan : zoneFolder.shown()) {
            if (plan.digest().startsWith(digest)) {
                return Optional.of(approve(plan, by));
            }
        }
        return Optional.empty();
    }

    private PlanAnswer approve(ZonePlan plan, String by) throws IOException {
        List<Path> waiting = zoneFolder.waiting(plan.zone());
        if (waiting.size() != 1) {
            return new PlanAnswer(
                    false,
                    waiting.isEmpty()
                            ? "No file of " + plan.zone()
                                    + " waits in zones/.waiting, so nothing was approved. A plan that"
                                    + " `ovh-domain zone FILE` showed is approved by the same command with --approve."
                            : "Several files of " + plan.zone() + " wait in zones/.waiting (" + waiting
                                    + "), so nothing was approved. Take away all but the one that is meant.");
        }
        zoneFolder.approve(plan);
        if (zoneFolder.dropAgain(waiting.get(0)).isEmpty()) {
            zoneFolder.withdraw(plan.zone());
            return new PlanAnswer(
                    false,
                    "A newer file of " + plan.zone() + " lies in zones/, so nothing was approved. Its plan is another"
                            + " one.");
        }
        return new PlanAnswer(
                true,
                "Plan " + ZoneFileSync.shortDigest(plan) + " of " + plan.zone() + " approved by " + by
                        + "; a running `ovh-domain run` applies it now, else the next one does.");
    }
}
