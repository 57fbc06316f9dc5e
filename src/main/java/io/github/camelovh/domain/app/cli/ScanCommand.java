// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import io.github.camelovh.domain.api.Plural;
import io.github.camelovh.domain.app.file.PrivateFiles;
import io.github.camelovh.domain.app.renewal.NameScan;
import io.github.camelovh.domain.app.renewal.PortfolioWriter;
import io.github.camelovh.domain.app.runtime.PortfolioServices;
import io.github.camelovh.domain.app.settings.ApplicationSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code scan}: reads all names of the account. */
@Command(
        name = "scan",
        mixinStandardHelpOptions = true,
        description = {
            "Reads all names of the account with expiry, renewal, lock, name servers, contacts, DNSSEC and tags, in"
                    + " as few calls as the server allows, and prints them as CSV.",
            "Names that cannot be read do not stop the scan. They are listed on stderr, and the exit code is 1."
        })
final class ScanCommand implements Callable<Integer> {
    @Option(names = "--json", description = "Print JSON, one line for each name.")
    private boolean json;

    @Option(
            names = "--since",
            paramLabel = "FILE",
            description = "Print only names that are new or changed since this CSV file, the output of an earlier scan."
                    + " Names that are gone are listed on stderr. Makes as many calls as a full scan.")
    private Path since;

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
        Map<String, String> before = since == null ? Map.of() : PortfolioWriter.read(since);
        PrintWriter err = spec.commandLine().getErr();
        NameScan.Outcome scan;
        try (PortfolioServices portfolioServices = PortfolioServices.open(settings, properties)) {
            if (out == null) {
                scan = scan(portfolioServices, spec.commandLine().getOut(), before);
            } else {
                try (Writer file = PrivateFiles.named(out)) {
                    scan = scan(portfolioServices, file, before);
                }
            }
        }
        scan.vanished().forEach(name -> err.println("in the list, but gone when it was read: " + name));
        err.println(sentence(scan));
        return (scan.expired().isEmpty() ? ExitCode.DONE : ExitCode.SOME_NOT_DONE).code();
    }

    private NameScan.Outcome scan(PortfolioServices portfolioServices, Writer writer, Map<String, String> before)
            throws IOException {
        PortfolioWriter names = new PortfolioWriter(writer, json, before);
        NameScan.Outcome scan = portfolioServices.scan(names::add);
        names.finish();
        if (since != null) {
            PrintWriter err = spec.commandLine().getErr();
            names.gone().forEach(name -> err.println("gone: " + name));
            err.println(names.written() + " new or changed, " + names.gone().size() + " gone.");
        }
        return scan;
    }

    static String sentence(NameScan.Outcome scan) {
        return String.format(
                Locale.ROOT,
                "%,d %s read in %,d %s%s.",
                scan.names(),
                Plural.word(scan.names(), "name"),
                scan.calls(),
                Plural.word(scan.calls(), "call"),
                scan.expired().isEmpty()
                        ? ""
                        : "; " + scan.expired().size() + " expired and not" + " readable: "
                                + String.join(", ", scan.expired()));
    }
}
