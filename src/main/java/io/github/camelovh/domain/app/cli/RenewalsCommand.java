// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import io.github.camelovh.domain.api.Plural;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.app.job.OrderedRenewals;
import io.github.camelovh.domain.app.job.RenewalsRun;
import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.renewal.NameScan;
import io.github.camelovh.domain.app.renewal.Outlook;
import io.github.camelovh.domain.app.renewal.RenewalsScan;
import io.github.camelovh.domain.app.renewal.RenewalsTable;
import io.github.camelovh.domain.app.renewal.forecast.Forecast;
import io.github.camelovh.domain.app.renewal.forecast.ForecastFiles;
import io.github.camelovh.domain.app.renewal.policy.Match;
import io.github.camelovh.domain.app.renewal.policy.PolicyVerdict;
import io.github.camelovh.domain.app.renewal.policy.RenewalPolicy;
import io.github.camelovh.domain.app.row.NameReading;
import io.github.camelovh.domain.app.runtime.Application;
import io.github.camelovh.domain.app.runtime.PortfolioServices;
import io.github.camelovh.domain.app.settings.ApplicationSettings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code renewals}: what happens to all names when they expire. */
@Command(
        name = "renewals",
        mixinStandardHelpOptions = true,
        description = {
            "Compares config/renewal-policy.yaml with OVHcloud's settings for all names of the account. Writes the"
                    + " necessary changes to a file for `import`, and a forecast of the renewal costs of 24 months"
                    + " to forecast/ in the data folder. Changes and buys nothing.",
            "The exit code is 1 if a person has to check a name, or the payment method."
        })
final class RenewalsCommand implements Callable<Integer> {
    @Option(
            names = "--explain",
            paramLabel = "NAME",
            description = "Only explain which rule decides about this name, and why.")
    private String explained;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The file for the necessary changes. Default: renewals/renewals-DATE.csv in the data folder.")
    private Path out;

    @Option(names = "--names", paramLabel = "N", description = "How many names to list. Default: ${DEFAULT-VALUE}.")
    private int names = 20;

    @Mixin
    private ProductOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Properties properties = options.properties();
        ApplicationSettings settings = options.read(properties);
        try (PortfolioServices portfolioServices = PortfolioServices.open(settings, properties)) {
            RenewalPolicy policy = portfolioServices.policy();
            return (explained == null ? plan(portfolioServices, policy, settings) : explain(portfolioServices, policy))
                    .code();
        }
    }

    private ExitCode explain(PortfolioServices portfolioServices, RenewalPolicy policy) {
        NameReading.Result read = NameReading.read(explained);
        if (read.isRefused()) {
            throw new UsageException(explained + " is not a domain name: " + read.problem() + ". Nothing was read.");
        }
        Outlook outlook = portfolioServices
                .look(policy, (any, expiry) -> Optional.empty(), any -> false)
                .of(DomainName.of(read.ascii()));
        PrintWriter text = spec.commandLine().getOut();
        text.println(
                outlook.name().name().ascii() + " expires on " + outlook.name().expires() + " ("
                        + Plural.of(outlook.daysLeft(), "day") + "), to be renewed from " + outlook.renewOn()
                        + " on; OVHcloud: "
                        + outlook.name().state() + ", " + outlook.name().renewalState());
        outlook.verdict().steps().forEach(step -> text.println(line(step)));
        text.println(outlook.outcome() + ": " + outlook.says());
        text.flush();
        return outlook.trouble() ? ExitCode.SOME_NOT_DONE : ExitCode.DONE;
    }

    private static String line(PolicyVerdict.Step step) {
        String word =
                switch (step.fit()) {
                    case YES -> "matches";
                    case NO -> "does not match";
                    case UNKNOWN -> "cannot be checked";
                };
        String seen = step.matches().stream().map(Match::words).collect(Collectors.joining(", "));
        return "  line " + step.rule().line() + ", rule " + step.rule().name() + " " + word
                + (seen.isEmpty() ? ": any name" : ": " + seen);
    }

    private ExitCode plan(PortfolioServices portfolioServices, RenewalPolicy policy, ApplicationSettings settings)
            throws Exception {
        LocalDate today = portfolioServices.today();
        Path target = out == null ? settings.renewalFolder().resolve("renewals-" + today + ".csv") : out;
        RenewalsTable table = new RenewalsTable(names);
        int[] troubles = new int[1];
        int rows;
        Forecast sums;
        NameScan.Outcome scan;
        try (Ledger ledger = Application.openLedger(settings, Clock.system(ZoneId.systemDefault()))) {
            OrderedRenewals before = new OrderedRenewals(ledger);
            RenewalsScan look = portfolioServices.look(policy, before, before::isUnderWay);
            try (RenewalsRun run = portfolioServices.begin(look, target.toAbsolutePath(), outlook -> {
                table.add(outlook);
                troubles[0] += outlook.trouble() ? 1 : 0;
            })) {
                scan = portfolioServices.scan(run::add);
                sums = run.publish();
                rows = run.rows();
            }
        }
        PrintWriter text = spec.commandLine().getOut();
        text.print(table.render());
        text.println();
        text.println(ScanCommand.sentence(scan));
        text.printf(
                Locale.ROOT,
                "%,d %s in %s, %,.2f %s without tax; %,d %s at risk: %s%n",
                sums.renewals(),
                Plural.word(sums.renewals(), "renewal"),
                Plural.of(sums.months().size(), "month"),
                sums.total(),
                sums.currency() == null ? "" : sums.currency(),
                sums.atRisk(),
                Plural.word(sums.atRisk(), "name"),
                settings.forecastFolder().resolve(ForecastFiles.PAGE));
        if (sums.payment() != null) {
            text.println(sums.payment() + ".");
        }
        text.println(
                rows == 0
                        ? "There is nothing to do now."
                        : Plural.of(rows, "change") + " to make: " + target
                                + "\nTo plan and price them: ovh-domain import " + target + " --plan-only");
        text.flush();
        return troubles[0] == 0 && sums.payment() == null ? ExitCode.DONE : ExitCode.SOME_NOT_DONE;
    }
}
