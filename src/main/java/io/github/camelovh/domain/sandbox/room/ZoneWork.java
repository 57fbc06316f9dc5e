// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.room;

import io.github.camelovh.domain.sandbox.zone.ZoneFileText;
import io.github.camelovh.domain.sandbox.zone.ZoneSoa;
import java.io.IOException;
import java.util.Optional;

/** What the functions of tasks do to zones when their time has come. */
final class ZoneWork {

    private final Zones zones;

    ZoneWork(Zones zones) {
        this.zones = zones;
    }

    /** Does the work of a task. */
    Outcome perform(TaskState task) {
        Optional<ZoneState> found = zones.find(task.domain);
        if (task.function.equals("ZoneCreate")) {
            if (found.isPresent()) {
                return Outcome.error("This zone exists already", false);
            }
            zones.create(task.domain, task.change);
            return Outcome.done();
        }
        if (found.isEmpty()) {
            return Outcome.error("This zone is not in the account any more", false);
        }
        ZoneState zone = found.get();
        switch (task.function) {
            case "ZoneImport" -> {
                try {
                    read(zone, task.change);
                } catch (IOException e) {
                    return Outcome.error("Invalid zone file: " + e.getMessage(), false);
                }
                task.change = null;
            }
            case "ZoneRestore" -> {
                zone.replace(zones.withNewIds(
                        ZoneHistoryRoutes.point(zone, task.change).entries()));
                zones.deploy(zone);
            }
            case "DnssecEnable" -> zones.change(zone).dnssec = "enabled";
            case "DnssecDisable" -> zones.change(zone).dnssec = "disabled";
            default -> throw new IllegalStateException("nobody begins tasks " + task.function);
        }
        return Outcome.done();
    }

    private void read(ZoneState zone, String file) throws IOException {
        ZoneFileText.Contents contents = ZoneFileText.read(zone.name, file);
        zone.replace(zones.withNewIds(contents.entries().stream()
                .map(entry -> zones.kept(zone, entry))
                .toList()));
        if (contents.soa() != null) {
            ZoneSoa soa = contents.soa();
            // Serials never go back.
            zone.soa = soa.withSerial(zone.soa.serial());
        }
        zones.deploy(zone);
    }

    void cancelled(TaskState task) {
        zones.find(task.domain).ifPresent(zone -> {
            switch (task.function) {
                case "DnssecEnable" -> zones.change(zone).dnssec = "disabled";
                case "DnssecDisable" -> zones.change(zone).dnssec = "enabled";
                default -> {}
            }
        });
    }
}
