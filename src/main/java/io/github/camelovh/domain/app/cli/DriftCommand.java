// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.runtime.Application;
import io.github.camelovh.domain.app.runtime.RemoteControlFiles;
import io.github.camelovh.domain.app.runtime.ZoneServices;
import io.github.camelovh.domain.app.settings.ApplicationSettings;
import io.github.camelovh.domain.app.zonefile.DriftReport;
import io.github.camelovh.domain.app.zonefile.SyncedZones;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code drift}: compares zones with the files that were applied to them. */
@Command(
        name = "drift",
        mixinStandardHelpOptions = true,
        description = {
            "Compares each zone with the file that was applied to it, and shows what somebody changed since then."
                    + " Changes nothing.",
            "The exit code is 1 if a zone drifted or could not be compared."
        })
final class DriftCommand implements Callable<Integer> {
    @Mixin
    private ProductOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Properties properties = options.properties();
        ApplicationSettings settings = options.read(properties);
        try (ZoneServices zoneServices = ZoneServices.open(settings, properties)) {
            DriftReport report = zoneServices
                    .drift(zones(settings, spec.commandLine().getErr()))
                    .report();
            spec.commandLine().getOut().print(report.text());
            spec.commandLine().getOut().flush();
            return (report.drifted() + report.failed() == 0 ? ExitCode.DONE : ExitCode.SOME_NOT_DONE).code();
        }
    }

    /** From the ledger, or from the process that has it. */
    private static SyncedZones zones(ApplicationSettings settings, PrintWriter err) throws Exception {
        return LedgerInUse.ask(
                () -> ofLedger(settings),
                () -> new RemoteControlFiles(settings.control()).syncedZones(),
                err,
                "The ledger is in use by a process that does not answer. Nothing was compared. Try again when it has"
                        + " ended.");
    }

    private static SyncedZones ofLedger(ApplicationSettings settings) {
        try (Ledger ledger = Application.openLedger(settings, Clock.system(ZoneId.systemDefault()))) {
            SyncedZones zones = SyncedZones.in(ledger.zones());
            return SyncedZones.of(zones.names().stream().collect(Collectors.toMap(zone -> zone, zones::records)));
        }
    }
}
