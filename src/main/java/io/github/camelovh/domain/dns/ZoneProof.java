// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import io.github.camelovh.domain.api.OvhApiException;
import io.github.camelovh.domain.api.Plural;
import io.github.camelovh.domain.api.model.DomainName;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks whether a zone is as desired after all writes. Somebody may have changed it meanwhile, or a request of a
 * killed run may have arrived late, so that a record exists twice. Stateless.
 */
final class ZoneProof {
    private static final Logger LOG = LoggerFactory.getLogger(ZoneProof.class);

    private ZoneProof() {}

    /**
     * Reads the zone once more and compares. If it cannot be read, that is only logged, because everything is written
     * and served.
     *
     * @throws ZoneNotFinishedException if it is not as desired
     */
    static void verify(ZoneApplied done, Function<ZoneSnapshot, ZoneWish> wishFor, Supplier<ZoneSnapshot> reading) {
        DomainName zone = done.plan().zone();
        String left;
        try {
            ZoneSnapshot now = reading.get();
            ZoneWish wish = wishFor.apply(now);
            ZonePlan plan = ZonePlanner.plan(now, wish.records(), wish.ownership(), wish.guards())
                    .plan();
            if (plan.isEmpty()) {
                return;
            }
            left = plan.changes().size() + " left to change, the first is \""
                    + plan.changes().get(0) + "\"";
        } catch (OvhApiException e) {
            LOG.warn("{} was written and is served, but could not be read again: {}", zone, e.getMessage());
            return;
        } catch (InvalidRecordsException e) {
            left = e.getMessage();
        }
        throw new ZoneNotFinishedException(
                done,
                zone + ": " + Plural.of(done.written(), "change was written and is", "changes were written and are")
                        + " served, but the zone, read again,"
                        + " is not as desired: " + left + ". Somebody else also changes it, or a request arrived"
                        + " late; make a new plan",
                null);
    }
}
