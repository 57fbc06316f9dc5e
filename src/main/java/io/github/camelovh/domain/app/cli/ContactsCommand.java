// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import io.github.camelovh.domain.app.file.PrivateFiles;
import io.github.camelovh.domain.app.renewal.NameScan;
import io.github.camelovh.domain.app.row.OwnerTable;
import io.github.camelovh.domain.app.runtime.PortfolioServices;
import io.github.camelovh.domain.app.settings.ApplicationSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints all names with the data of their owners. */
@Command(
        name = "contacts",
        description = {
            "Prints all names of the account with the data of their owners, as CSV rows of the action set-contact."
                    + " Edit the file and import it: the plan then contains the differences.",
            "The output contains personal data."
        },
        mixinStandardHelpOptions = true)
final class ContactsCommand implements Callable<Integer> {
    @Option(names = "--out", paramLabel = "FILE", description = "Write to this file instead of printing.")
    private Path out;

    @Mixin
    private ProductOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Properties properties = options.properties();
        ApplicationSettings settings = options.read(properties);
        try (PortfolioServices portfolioServices = PortfolioServices.open(settings, properties)) {
            if (out == null) {
                return print(portfolioServices, spec.commandLine().getOut());
            }
            try (Writer file = PrivateFiles.named(out)) {
                return print(portfolioServices, file);
            }
        }
    }

    private int print(PortfolioServices portfolioServices, Writer writer) throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        OwnerTable table = new OwnerTable(writer, portfolioServices.owners());
        List<String> unknown = new ArrayList<>();
        NameScan.Outcome scan = portfolioServices.scan(name -> {
            if (!table.add(name.name().ascii(), name.owner())) {
                unknown.add(name.name().ascii());
            }
        });
        table.finish();
        unknown.forEach(name -> err.println("left out, because its owner is not a contact of this account: " + name));
        err.println(ScanCommand.sentence(scan) + " " + table.written() + " written.");
        return (unknown.isEmpty() && scan.expired().isEmpty() ? ExitCode.DONE : ExitCode.SOME_NOT_DONE).code();
    }
}
