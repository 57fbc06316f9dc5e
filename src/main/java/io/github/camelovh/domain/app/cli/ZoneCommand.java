// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import io.github.camelovh.domain.app.runtime.ZoneServices;
import io.github.camelovh.domain.app.settings.ApplicationSettings;
import io.github.camelovh.domain.app.zonefile.ZoneFileException;
import io.github.camelovh.domain.app.zonefile.ZoneFileState;
import io.github.camelovh.domain.app.zonefile.ZoneFileSync;
import io.github.camelovh.domain.app.zonefile.ZoneFileTicket;
import io.github.camelovh.domain.app.zonefile.ZoneFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code zone FILE}: processes one zone file. */
@Command(
        name = "zone",
        mixinStandardHelpOptions = true,
        description = {
            "Compares a zone with a file that describes the whole zone, and shows the plan: what would be added,"
                    + " changed and deleted. After you approve the plan, exactly this plan is applied, with one"
                    + " refresh at the end.",
            "The file is named after the zone: example.com.zone, or a list of records in example.com.csv, .yaml or"
                    + " .json."
        })
final class ZoneCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The file, named after the zone.")
    private Path file;

    @Option(names = "--plan-only", description = "Stop after the plan. Change nothing.")
    private boolean planOnly;

    @Option(
            names = "--approve",
            paramLabel = "DIGEST",
            description = "Apply the plan only if it has this digest, or the rest of that plan. Applies it even if a"
                    + " guard stops it.")
    private String digest;

    @Option(names = "--yes", description = "Apply any plan that no guard stops.")
    private boolean yes;

    @Option(names = "--json", description = "Print the summary as JSON instead of the plan.")
    private boolean json;

    @Mixin
    private ProductOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (planOnly && (yes || digest != null)) {
            throw new UsageException("--plan-only cannot be combined with --yes or --approve.");
        }
        if (digest != null && !digest.matches("[0-9a-f]{16,64}")) {
            throw new UsageException(
                    "The digest of a zone's plan consists of 16 to 64 hexadecimal digits, not: " + digest);
        }
        if (!Files.isRegularFile(file)) {
            throw new UsageException((Files.exists(file) ? file + " is not a file" : "There is no file " + file)
                    + ". Nothing was read; check the path.");
        }
        Properties properties = options.properties();
        ApplicationSettings settings = options.read(properties);
        try (ZoneServices zoneServices = ZoneServices.open(settings, properties)) {
            return toItsEnd(zoneServices.files(), ZoneServices.folder(settings)).code();
        }
    }

    private ExitCode toItsEnd(ZoneFileSync zoneFileSync, ZoneFolder zoneFolder) throws IOException {
        ZoneFileTicket ticket = planned(zoneFileSync);
        show(ticket, zoneFolder);
        if (ticket.isReady() && !planOnly) {
            ticket = zoneFileSync.report(zoneFileSync.apply(ticket));
        }
        if (json) {
            print(Files.readString(zoneFolder.summary(ticket.zone())));
        }
        if (planOnly) {
            return ExitCode.DONE;
        }
        if (ticket.state() == ZoneFileState.WAITING) {
            throw new WaitsException(ticket.sentence() + " To apply it, run the same command with --approve "
                    + ZoneFileSync.shortDigest(ticket.plan()));
        }
        spec.commandLine().getErr().println(ticket.sentence());
        return ticket.state() == ZoneFileState.UNFINISHED ? ExitCode.SOME_NOT_DONE : ExitCode.DONE;
    }

    private ZoneFileTicket planned(ZoneFileSync zoneFileSync) throws IOException {
        try {
            ZoneFileTicket ticket = digest == null
                    ? zoneFileSync.plan(file.toFile())
                    : zoneFileSync.planApproved(file.toFile(), digest);
            boolean passes = yes
                    && ticket.state() == ZoneFileState.WAITING
                    && ticket.breaches().isEmpty();
            return zoneFileSync.report(passes ? zoneFileSync.approved(ticket) : ticket);
        } catch (ZoneFileException e) {
            zoneFileSync.failed(file.toFile(), e);
            throw e;
        }
    }

    private void show(ZoneFileTicket ticket, ZoneFolder zoneFolder) throws IOException {
        if (!json) {
            print(Files.readString(zoneFolder.planText(ticket.zone())) + "Plan: " + zoneFolder.planText(ticket.zone())
                    + "\n");
        }
    }

    private void print(String text) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(text);
        out.flush();
    }
}
