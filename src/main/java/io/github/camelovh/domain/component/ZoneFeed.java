// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import io.github.camelovh.domain.dns.ZoneDifference;
import io.github.camelovh.domain.dns.ZoneWatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Zones whose serial changed, each serial once. */
final class ZoneFeed implements ChangeFeed {
    private static final String SUBJECT = "zone:";

    private final ZoneWatch watch;
    private final Queue<Change> again = new ConcurrentLinkedQueue<>();

    ZoneFeed(ZoneWatch watch) {
        this.watch = watch;
    }

    @Override
    public Set<String> states() {
        return Set.of();
    }

    @Override
    public List<Change> poll(ChangeLedger ledger) {
        List<Change> changes = new ArrayList<>();
        for (Change change = again.poll(); change != null; change = again.poll()) {
            changes.add(change);
        }
        watch.look().stream().map(ZoneFeed::change).forEach(changes::add);
        return changes;
    }

    private static Change change(ZoneDifference difference) {
        String zone = difference.zone().ascii();
        return new Change(
                SUBJECT + zone,
                Long.toString(difference.serial()),
                difference,
                Map.of(OvhDomainConstants.DOMAIN_NAME, zone),
                null);
    }

    @Override
    public void putBack(Change change) {
        again.add(change);
    }
}
