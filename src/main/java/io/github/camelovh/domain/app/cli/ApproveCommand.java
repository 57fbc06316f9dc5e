// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import io.github.camelovh.domain.app.job.FileOwner;
import io.github.camelovh.domain.app.job.PlanAnswer;
import io.github.camelovh.domain.app.job.PlanCommand;
import io.github.camelovh.domain.app.ledger.PlanCode;
import io.github.camelovh.domain.app.runtime.ZoneServices;
import io.github.camelovh.domain.app.settings.ApplicationSettings;
import io.github.camelovh.domain.app.zonefile.ZoneApprovals;
import io.github.camelovh.domain.app.zonefile.ZoneOverview;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code approve CODE}: approves a plan, so that it is bought or applied to its zone. Without a code: lists the waiting
 * plans.
 */
@Command(
        name = "approve",
        mixinStandardHelpOptions = true,
        description = {
            "Approves the plan with this code; `status` and the plan itself show the code. Without a code it lists"
                    + " the waiting plans, and asks for a code on a terminal.",
            "A running `run` then buys the names, within the limits that it was started with. The plan of a zone"
                    + " file that was dropped into zones/ is approved by its digest, and applied."
        })
final class ApproveCommand implements Callable<Integer> {
    private static final String DIGEST = "[0-9a-f]{16,64}";

    @Parameters(
            paramLabel = "CODE",
            arity = "0..1",
            description = "The code of the plan, such as K7QF-3M2P; or the digest of a zone's plan.")
    private String code;

    @Mixin
    private ProductOptions options;

    @Spec
    private CommandSpec spec;

    private final Supplier<Optional<BufferedReader>> terminal;

    ApproveCommand() {
        this(ApproveCommand::console);
    }

    /** @param terminal where a person types; empty without one */
    ApproveCommand(Supplier<Optional<BufferedReader>> terminal) {
        this.terminal = terminal;
    }

    @SuppressWarnings("SystemConsoleNull") // null up to Java 21; from 22 on isTerminal says it
    private static Optional<BufferedReader> console() {
        Console console = System.console();
        return console == null || !isTerminal(console)
                ? Optional.empty()
                : Optional.of(new BufferedReader(console.reader()));
    }

    /** Java 22 and newer have a console without a terminal too. */
    private static boolean isTerminal(Console console) {
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    @Override
    public Integer call() throws Exception {
        if (code != null && PlanCode.read(code).isEmpty() && !code.matches(DIGEST)) {
            throw new UsageException(
                    "The code of a plan is like K7QF-3M2P, and the digest of a zone's plan consists of 16 to 64"
                            + " hexadecimal digits, not: " + code);
        }
        ApplicationSettings settings = options.read(options.properties());
        return (code == null ? choose(settings) : approve(settings, code)).code();
    }

    private ExitCode approve(ApplicationSettings settings, String typed) throws Exception {
        Optional<PlanCode> plan = PlanCode.read(typed);
        PlanAnswer answer = plan.isPresent()
                ? PlanCommandRunner.run(settings, new PlanCommand.Approve(plan.get()))
                : approveZone(settings, typed);
        spec.commandLine().getErr().println(answer.sentence() + (answer.done() ? "" : zonesThatWait(settings)));
        return answer.done() ? ExitCode.DONE : ExitCode.WAITS;
    }

    private static PlanAnswer approveZone(ApplicationSettings settings, String digest) throws IOException {
        return new ZoneApprovals(ZoneServices.folder(settings))
                .approve(digest, FileOwner.ofThisProcess())
                .orElseGet(
                        () -> new PlanAnswer(
                                false,
                                "No plan of a zone has the digest " + digest
                                        + ". Nothing was approved. The plan of a CSV file is"
                                        + " approved by its code, such as K7QF-3M2P; `ovh-domain approve` lists those that wait."));
    }

    private static String zonesThatWait(ApplicationSettings settings) throws IOException {
        String lines = new ZoneOverview(ZoneServices.folder(settings))
                .open().stream().map(ZoneOverview::line).collect(Collectors.joining());
        return lines.isEmpty() ? "" : " Waiting zones:\n" + lines.stripTrailing();
    }

    private ExitCode choose(ApplicationSettings settings) throws Exception {
        PlanAnswer waiting = PlanCommandRunner.run(settings, new PlanCommand.Waiting());
        String zones = zonesThatWait(settings);
        spec.commandLine().getOut().println(waiting.sentence() + (zones.isEmpty() ? "" : "\n" + zones.strip()));
        spec.commandLine().getOut().flush();
        if (!waiting.done() && zones.isEmpty()) {
            return ExitCode.DONE;
        }
        Optional<BufferedReader> person = terminal.get();
        if (person.isEmpty()) {
            throw new WaitsException("Nothing was approved. To approve a plan: ovh-domain approve CODE");
        }
        return ask(settings, person.get());
    }

    private ExitCode ask(ApplicationSettings settings, BufferedReader person) throws Exception {
        while (true) {
            spec.commandLine().getErr().print("Type the code of the plan to approve, or nothing to approve none: ");
            spec.commandLine().getErr().flush();
            String typed = person.readLine();
            if (typed == null || typed.isBlank()) {
                throw new WaitsException("Nothing was approved.");
            }
            if (PlanCode.read(typed).isPresent() || typed.strip().matches(DIGEST)) {
                return approve(settings, typed.strip());
            }
            spec.commandLine().getErr().println("\"" + typed.strip() + "\" is not a code.");
        }
    }
}
