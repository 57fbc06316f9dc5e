// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelovh.domain.app.job.StatusReport;
import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.ledger.LedgerBusyException;
import io.github.camelovh.domain.app.runtime.Application;
import io.github.camelovh.domain.app.runtime.RemoteControlFiles;
import io.github.camelovh.domain.app.runtime.ZoneServices;
import io.github.camelovh.domain.app.settings.ApplicationSettings;
import io.github.camelovh.domain.app.zonefile.ZoneOverview;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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
            "It includes zones that wait for an approval, or whose change was interrupted."
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
        ZoneOverview zones = new ZoneOverview(ZoneServices.folder(settings));
        List<ObjectNode> told =
                name == null ? zones.open() : zones.of(name).map(List::of).orElse(List.of());
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? json(settings, told) : words(settings, told));
        out.flush();
        return ExitCode.DONE.code();
    }

    private String words(ApplicationSettings settings, List<ObjectNode> zones) throws Exception {
        boolean onlyZone = name != null && !zones.isEmpty() && list(settings).isEmpty();
        return (onlyZone ? "" : status(settings, false))
                + zones.stream()
                        .map(name == null ? ZoneOverview::line : ZoneOverview::lines)
                        .collect(Collectors.joining());
    }

    /** The summaries of zones come after the files or rows. A summary of a zone has the member "zone". */
    private String json(ApplicationSettings settings, List<ObjectNode> zones) throws Exception {
        return list(settings).addAll(zones).toPrettyString() + "\n";
    }

    private ArrayNode list(ApplicationSettings settings) throws Exception {
        return new JsonMapper().readValue(status(settings, true), ArrayNode.class);
    }

    private String status(ApplicationSettings settings, boolean asJson) throws Exception {
        try (Ledger ledger = Application.openLedger(settings, Clock.system(ZoneId.systemDefault()))) {
            StatusReport status = new StatusReport(ledger);
            return name == null ? status.files(most, names, asJson) : status.name(name, asJson);
        } catch (LedgerBusyException e) {
            return new RemoteControlFiles(settings.control())
                    .status(name == null ? most + " " + names : name, asJson)
                    .map(RemoteControlFiles.Answer::text)
                    .orElseThrow(
                            () -> new CommandFailedException("The ledger is in use by a process that does not answer."
                                    + " If it is an `ovh-domain import`, it prints its own progress. Try again when"
                                    + " it has ended."));
        }
    }
}
