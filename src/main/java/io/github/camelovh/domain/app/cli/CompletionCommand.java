// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Shell completion of commands, options, resources and operations. */
@Command(
        name = "completion",
        description = {
            "Prints a script for bash or zsh that completes commands, options, resources and operations:",
            "  source <(ovh-domain completion)",
            "In zsh, first run `autoload -U +X bashcompinit && bashcompinit`."
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
