// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Completion of commands, options, resources and operations by the shell. */
@Command(
        name = "completion",
        description = {
            "Prints a script that has bash or zsh complete commands, options, resources and operations:",
            "  source <(ovh-domain completion)",
            "In zsh, after `autoload -U +X bashcompinit && bashcompinit`."
        },
        mixinStandardHelpOptions = true)
final class CompletionCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine root = spec.root().commandLine();
        PrintWriter out = spec.commandLine().getOut();
        out.print(AutoComplete.bash(root.getCommandName(), root));
        out.flush();
        return ExitCode.DONE.code();
    }
}
