// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import io.github.camelovh.domain.app.job.FileOwner;
import io.github.camelovh.domain.app.ledger.PlanCode;
import io.github.camelovh.domain.app.runtime.Application;
import io.github.camelovh.domain.app.settings.ApplicationSettings;
import io.github.camelovh.domain.app.settings.SettingsReader;
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

/** {@code import FILE}: processes one file until all rows have a result. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Reads a CSV file and makes a plan with prices. After you approve the plan, it buys the names, waits for"
                    + " delivery and writes the results to the outbox.",
            "Nothing is bought without an approval and at least one money limit. Importing the same file again"
                    + " continues it, or does nothing if it is finished."
        })
final class ImportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The CSV file.")
    private Path file;

    @Option(names = "--plan-only", description = "Stop after the plan. Buy nothing.")
    private boolean planOnly;

    @Option(
            names = "--approve",
            paramLabel = "CODE",
            description = "Approve and buy the plan only if it has this" + " code.")
    private String code;

    @Option(names = "--yes", description = "Approve and buy any plan, within the limits.")
    private boolean yes;

    @Option(
            names = "--max-total",
            paramLabel = "AMOUNT",
            description =
                    "The highest total for this file, with tax: 100, or \"100 EUR\". The plan keeps this limit for"
                            + " later approvals and purchases.")
    private String maxTotal;

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            description = "The encoding of a file that is not in UTF-8 and has no byte order mark, for example"
                    + " windows-1252.")
    private String encoding;

    @Option(
            names = "--show-personal",
            description = "Show in the plan what describes owners. Otherwise it is masked there.")
    private boolean showPersonal;

    @Option(names = "--json", description = "Print the summary as JSON instead of tables.")
    private boolean json;

    @Mixin
    private ProductOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (planOnly && (yes || code != null)) {
            throw new UsageException("--plan-only cannot be combined with --yes or --approve.");
        }
        if (code != null && PlanCode.read(code).isEmpty()) {
            throw new UsageException("The code of a plan is like K7QF-3M2P, not: " + code);
        }
        if (!Files.isRegularFile(file)) {
            throw new UsageException((Files.exists(file) ? file + " is not a file" : "There is no file " + file)
                    + ". Nothing was read; check the path.");
        }
        Properties properties = options.properties();
        if (maxTotal != null) {
            properties.setProperty("ovh-domain.limit.run", maxTotal);
        }
        if (encoding != null) {
            properties.setProperty("ovh-domain.encoding", encoding);
        }
        if (showPersonal) {
            properties.setProperty("ovh-domain.plan.showPersonal", "true");
        }
        ApplicationSettings read = options.read(properties);
        checkAmount(read);
        ApplicationSettings settings = read.forOneFile(maxTotal != null, code != null);
        var commandLine = spec.commandLine();
        try (Application product = LedgerInUse.start(settings, properties, settings.inbox())) {
            return new ImportFlow(product, commandLine.getOut(), commandLine.getErr(), FileOwner.ofThisProcess())
                    .run(file, new ImportFlow.Wish(planOnly, approved(), yes, json))
                    .code();
        }
    }

    /** A total of 0 would mean "no limit", which is not what the user asked for. */
    private void checkAmount(ApplicationSettings settings) {
        if (maxTotal != null
                && SettingsReader.money(maxTotal, settings.currency()).amount().signum() == 0) {
            throw new UsageException("--max-total must be above 0. To buy nothing, use --plan-only.");
        }
    }

    private PlanCode approved() {
        return code == null ? null : PlanCode.read(code).orElseThrow();
    }
}
