// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import io.github.camelovh.domain.app.job.PlanAnswer;
import io.github.camelovh.domain.app.job.PlanCommand;
import io.github.camelovh.domain.app.ledger.PlanCode;
import io.github.camelovh.domain.app.settings.ApplicationSettings;
import java.io.BufferedReader;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code approve CODE}: approves a plan, so that it is executed. Without a code: lists the waiting plans.
 */
@Command(
        name = "approve",
        mixinStandardHelpOptions = true,
        description = {
            "Approves the plan with this code; `status` and the plan itself show the code. Without a code it lists"
                    + " the waiting plans, and asks for a code on a terminal.",
            "A running `run` then executes the plan, within the limits that it was started with. The plan of a zone"
                    + " file is approved in the same way."
        })
final class ApproveCommand implements Callable<Integer> {
    @Parameters(paramLabel = "CODE", arity = "0..1", description = "The code of the plan, such as K7QF-3M2P.")
    private String code;

    @Mixin
    private ProductOptions options;

    @Spec
    private CommandSpec spec;

    private final Supplier<Optional<BufferedReader>> terminal;

    ApproveCommand() {
        this(Terminal::ofThisProcess);
    }

    /** @param terminal where a person types; empty without one */
    ApproveCommand(Supplier<Optional<BufferedReader>> terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        if (code != null && PlanCode.read(code).isEmpty()) {
            throw new UsageException("The code of a plan is like K7QF-3M2P, not: " + code);
        }
        ApplicationSettings settings = options.read(options.properties());
        return (code == null
                        ? choose(settings)
                        : approve(settings, PlanCode.read(code).orElseThrow()))
                .code();
    }

    private ExitCode approve(ApplicationSettings settings, PlanCode plan) throws Exception {
        PlanAnswer answer = PlanCommandRunner.run(
                settings, new PlanCommand.Approve(plan), spec.commandLine().getErr());
        spec.commandLine().getErr().println(answer.sentence());
        return answer.done() ? ExitCode.DONE : ExitCode.WAITS;
    }

    private ExitCode choose(ApplicationSettings settings) throws Exception {
        PlanAnswer waiting = PlanCommandRunner.run(
                settings, new PlanCommand.Waiting(), spec.commandLine().getErr());
        spec.commandLine().getOut().println(waiting.sentence());
        spec.commandLine().getOut().flush();
        if (!waiting.done()) {
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
            Optional<PlanCode> plan = PlanCode.read(typed);
            if (plan.isPresent()) {
                return approve(settings, plan.get());
            }
            spec.commandLine().getErr().println("\"" + typed.strip() + "\" is not a code.");
        }
    }
}
