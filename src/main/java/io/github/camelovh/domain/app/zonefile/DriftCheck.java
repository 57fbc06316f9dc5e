// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.zonefile;

import io.github.camelovh.domain.api.OvhApiException;
import io.github.camelovh.domain.api.OvhAuthenticationException;
import io.github.camelovh.domain.api.OvhMissingRightException;
import io.github.camelovh.domain.api.Plural;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.app.endpoint.Endpoints;
import io.github.camelovh.domain.app.result.PendingFile;
import io.github.camelovh.domain.app.settings.ZoneRules;
import io.github.camelovh.domain.dns.GuardSettings;
import io.github.camelovh.domain.dns.InvalidRecordsException;
import io.github.camelovh.domain.dns.PlannedZone;
import io.github.camelovh.domain.dns.RecordList;
import io.github.camelovh.domain.dns.ZonePlan;
import io.github.camelovh.domain.dns.ZoneRecord;
import io.github.camelovh.domain.dns.ZoneWish;
import io.github.camelovh.domain.operation.WrongUsageException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares each zone with the wish that it was led to last, and tells what somebody changed since. Changes nothing. */
public final class DriftCheck {
    private static final Logger LOG = LoggerFactory.getLogger(DriftCheck.class);

    private final Endpoints endpoints;
    private final Path file;
    private final SyncedZones zones;
    private final ZoneRules rules;
    private final Clock clock;

    /** @param file where the report is written */
    public DriftCheck(Endpoints endpoints, SyncedZones zones, Path file, ZoneRules rules, Clock clock) {
        this.endpoints = endpoints;
        this.zones = zones;
        this.file = file;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Compares all zones and writes {@code drift.txt} to the outbox.
     *
     * @throws OvhAuthenticationException if no zone can be read for want of keys
     * @throws OvhMissingRightException or of rights
     */
    public DriftReport report() throws IOException {
        StringBuilder text = new StringBuilder();
        int compared = 0;
        int drifted = 0;
        int failed = 0;
        for (String name : zones.names()) {
            DomainName zone = DomainName.of(name);
            try {
                ZonePlan plan = compare(zone);
                compared++;
                drifted += plan.isEmpty() ? 0 : 1;
                text.append(tell(plan));
            } catch (OvhAuthenticationException | OvhMissingRightException e) {
                throw e;
            } catch (OvhApiException | WrongUsageException | InvalidRecordsException e) {
                failed++;
                LOG.warn("{} could not be compared: {}", zone, e.getMessage());
                text.append(zone)
                        .append(" could not be compared: ")
                        .append(e.getMessage())
                        .append("\n\n");
            }
        }
        String head = OffsetDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS) + ": " + Plural.of(compared, "zone")
                + " compared, "
                + drifted + " drifted" + (failed == 0 ? "" : ", " + failed + " could not be compared")
                + ". Nothing was changed.\n\n";
        PendingFile.write(file, head + text);
        return new DriftReport(compared, drifted, failed, head + text);
    }

    private ZonePlan compare(DomainName zone) {
        List<ZoneRecord> records = RecordList.read(zones.records(zone.ascii()), zone);
        ZoneWish whole = new ZoneWish(zone, records, rules.ownership(), GuardSettings.DEFAULT);
        return endpoints
                .call("dns", "plan", Map.of(), whole)
                .as(PlannedZone.class)
                .plan();
    }

    private static String tell(ZonePlan plan) {
        if (plan.isEmpty()) {
            return plan.zone() + " is as it was left\n\n";
        }
        LOG.warn(
                "{} drifted: {} missing, {} changed, {} beyond",
                plan.zone(),
                Plural.of(plan.creates(), "record"),
                plan.updates(),
                plan.deletes());
        return plan.zone() + " drifted. What would lead it back, if its file were dropped again:\n" + plan.toText()
                + "\n";
    }
}
