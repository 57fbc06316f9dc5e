// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import io.github.camelovh.domain.app.job.StatusReport;
import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.runtime.Application;
import io.github.camelovh.domain.app.runtime.RemoteControlFiles;
import io.github.camelovh.domain.app.settings.ApplicationSettings;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code status}: the state of files and names. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = {
            "Shows the state of the latest files and their waiting names, or the whole history of one name:",
            "since when, what is next, who has to act, and what a person can do.",
            "A zone file is a file with one row: the zone."
        })
final class StatusCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", arity = "0..1", description = "A domain name in its ASCII form.")
    private String name;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(names = "--files", paramLabel = "N", description = "How many files to list. Default: ${DEFAULT-VALUE}.")
    private int most = 20;

    @Option(
            names = "--names",
            paramLabel = "N",
            description = "How many waiting names to list for each file. Default: ${DEFAULT-VALUE}.")
    private int names = 20;

    @Mixin
    private ProductOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        ApplicationSettings settings = options.read(options.properties());
        PrintWriter out = spec.commandLine().getOut();
        out.print(status(settings));
        out.flush();
        return ExitCode.DONE.code();
    }

    private String status(ApplicationSettings settings) throws Exception {
        return LedgerInUse.ask(
                () -> ofLedger(settings),
                () -> new RemoteControlFiles(settings.control())
                        .status(name == null ? most + " " + names : name, json)
                        .map(RemoteControlFiles.Answer::text),
                spec.commandLine().getErr(),
                "The ledger is in use by a process that does not answer. If it is an `ovh-domain import`, it prints"
                        + " its own progress. Try again when it has ended.");
    }

    private String ofLedger(ApplicationSettings settings) {
        try (Ledger ledger = Application.openLedger(settings, Clock.system(ZoneId.systemDefault()))) {
            StatusReport status = new StatusReport(ledger);
            return name == null ? status.files(most, names, json) : status.name(name, json);
        }
    }
}
