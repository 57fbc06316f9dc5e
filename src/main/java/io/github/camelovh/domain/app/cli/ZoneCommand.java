// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import io.github.camelovh.domain.api.ApiJson;
import io.github.camelovh.domain.app.ledger.PlanCode;
import io.github.camelovh.domain.app.runtime.Application;
import io.github.camelovh.domain.app.runtime.StoppedException;
import io.github.camelovh.domain.app.runtime.ZoneServices;
import io.github.camelovh.domain.app.settings.ApplicationSettings;
import io.github.camelovh.domain.app.settings.ZoneRules;
import io.github.camelovh.domain.app.zonefile.ZoneFileImporter;
import io.github.camelovh.domain.dns.GuardBreach;
import io.github.camelovh.domain.dns.PlannedZone;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code zone FILE}: compares a zone with a file, and syncs it if asked to. */
@Command(
        name = "zone",
        mixinStandardHelpOptions = true,
        description = {
            "Compares a zone with a file that describes the whole zone, and shows what would be added, changed and"
                    + " deleted. Changes nothing and notes nothing, unless one of --submit, --yes and --approve is given.",
            "The file is named after the zone: example.com.zone, or a list of records in example.com.csv, .yaml or"
                    + " .json."
        })
final class ZoneCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The file, named after the zone.")
    private Path file;

    @ArgGroup
    private Decision decision = new Decision();

    /** What is done with the plan. */
    private static final class Decision {
        @Option(
                names = "--submit",
                description =
                        "Note the plan, as if the file was dropped into zones/. It waits for an approval by its code.")
        private boolean submit;

        @Option(
                names = "--approve",
                paramLabel = "CODE",
                description = "Apply the plan that has this code, even if a guard stops it.")
        private String code;

        @Option(names = "--yes", description = "Apply any plan that no guard stops.")
        private boolean yes;

        boolean isGiven() {
            return submit || yes || code != null;
        }
    }

    @Option(names = "--json", description = "Print JSON instead of the plan.")
    private boolean json;

    @Mixin
    private ProductOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (decision.code != null && PlanCode.read(decision.code).isEmpty()) {
            throw new UsageException("The code of a plan is like K7QF-3M2P, not: " + decision.code);
        }
        if (!Files.isRegularFile(file)) {
            throw new UsageException((Files.exists(file) ? file + " is not a file" : "There is no file " + file)
                    + ". Nothing was read; check the path.");
        }
        Properties properties = options.properties();
        ApplicationSettings settings = options.read(properties);
        return (decision.isGiven() ? sync(settings, properties) : compare(settings, properties)).code();
    }

    private ExitCode compare(ApplicationSettings settings, Properties properties) throws Exception {
        try (ZoneServices services = ZoneServices.open(settings, properties)) {
            PlannedZone planned = services.comparison().of(file);
            if (json) {
                print(ApiJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(planned) + "\n");
                return ExitCode.DONE;
            }
            print(planned.plan().toText());
            planned.breaches()
                    .forEach(breach -> print(GuardBreach.shown(breach.planLine(), ZoneRules.OPTIONS, false) + "\n"));
            if (!planned.plan().isEmpty()) {
                spec.commandLine()
                        .getErr()
                        .println(
                                "Nothing was changed. "
                                        + (planned.allowed()
                                                ? "To apply the plan, run the same command with --yes."
                                                : "To apply it in spite of its guards, run the same command with --submit, then approve the"
                                                        + " plan by its code. To allow such plans, change the settings of the guards."));
            }
            return ExitCode.DONE;
        }
    }

    private ExitCode sync(ApplicationSettings read, Properties properties) throws Exception {
        ZoneFileImporter.check(file, read.encoding());
        ApplicationSettings settings = read.forOneFile(false, decision.code != null);
        try (Application product = LedgerInUse.start(settings, properties, settings.zoneFolder())) {
            return new ZoneFlow(
                            product,
                            spec.commandLine().getOut(),
                            spec.commandLine().getErr())
                    .run(file, new ZoneFlow.Decision(decision.code, decision.yes, json));
        } catch (StoppedException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return ExitCode.SOME_NOT_DONE;
        }
    }

    private void print(String text) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(text);
        out.flush();
    }
}
