// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import io.github.camelovh.domain.app.job.PlanAnswer;
import io.github.camelovh.domain.app.job.PlanCommand;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code cancel FILE|CODE}: what is not begun of a file is not done. */
@Command(
        name = "cancel",
        mixinStandardHelpOptions = true,
        description = {
            "Cancels what is not begun of a file, approved or not: those rows end as cancelled. What was begun goes on to its end.",
            "NAME.cancelled.csv in the outbox has the cancelled rows of an approved file, to be dropped again."
        })
final class CancelCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE|CODE", description = "The name of the file, or the code of its plan.")
    private String what;

    @Option(names = "--why", paramLabel = "TEXT", description = "The reason, for the result files.")
    private String why = "no reason given";

    @Mixin
    private ProductOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Path name = Path.of(what).getFileName();
        PlanAnswer answer = PlanCommandRunner.run(
                options.read(options.properties()),
                new PlanCommand.Cancel(name == null ? what : name.toString(), why),
                spec.commandLine().getErr());
        spec.commandLine().getErr().println(answer.sentence());
        return answer.done() ? ExitCode.DONE.code() : ExitCode.SOME_NOT_DONE.code();
    }
}
