// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import io.github.camelovh.domain.app.job.PlanAnswer;
import io.github.camelovh.domain.app.job.PlanCommand;
import io.github.camelovh.domain.app.ledger.PlanCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code reject CODE --why TEXT}: a plan that waits is not carried out. */
@Command(
        name = "reject",
        mixinStandardHelpOptions = true,
        description = {
            "Rejects the one plan that has this code: its rows end as cancelled, and the result files are written.",
            "The same file may be dropped again, and is planned anew then."
        })
final class RejectCommand implements Callable<Integer> {
    @Parameters(paramLabel = "CODE", description = "The code of the plan, such as K7QF-3M2P.")
    private String code;

    @Option(names = "--why", paramLabel = "TEXT", required = true, description = "The reason, for the result files.")
    private String why;

    @Mixin
    private ProductOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PlanCode plan = PlanCode.read(code)
                .orElseThrow(() -> new UsageException("The code of a plan is like K7QF-3M2P, not: " + code));
        PlanAnswer answer = PlanCommandRunner.run(
                options.read(options.properties()),
                new PlanCommand.Reject(plan, why),
                spec.commandLine().getErr());
        spec.commandLine().getErr().println(answer.sentence());
        return answer.done() ? ExitCode.DONE.code() : ExitCode.SOME_NOT_DONE.code();
    }
}
