// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import io.github.camelovh.domain.sandbox.zone.SoaEntry;
import io.github.camelovh.domain.sandbox.zone.ZoneFileText;
import java.io.IOException;
import java.util.Optional;

/** Executes tasks on zones when their time has come. */
final class ZoneWork {

    private final Zones zones;

    ZoneWork(Zones zones) {
        this.zones = zones;
    }

    /** Executes a task. */
    TaskOutcome perform(TaskState task) {
        Optional<SandboxZone> found = zones.find(task.domain);
        if (task.function.equals("ZoneCreate")) {
            if (found.isPresent()) {
                return TaskOutcome.error("This zone exists already", false);
            }
            zones.create(task.domain, task.change);
            return TaskOutcome.done();
        }
        if (found.isEmpty()) {
            return TaskOutcome.error("This zone is not in the account any more", false);
        }
        SandboxZone zone = found.get();
        switch (task.function) {
            case "ZoneImport" -> {
                try {
                    read(zone, task.change);
                } catch (IOException e) {
                    return TaskOutcome.error("Invalid zone file: " + e.getMessage(), false);
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
        return TaskOutcome.done();
    }

    private void read(SandboxZone zone, String file) throws IOException {
        ZoneFileText.Contents contents = ZoneFileText.read(zone.name, file);
        zone.replace(zones.withNewIds(contents.entries().stream()
                .map(entry -> zones.kept(zone, entry))
                .toList()));
        if (contents.soa() != null) {
            SoaEntry soa = contents.soa();
            // Serials never decrease.
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
