// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ovh-domain}: without a sub-command it runs the demo. */
@Command(
        name = "ovh-domain",
        description =
                "Orders domain names at OVHcloud and syncs DNS zones from files, after you approve the plan. Without"
                        + " a command it runs the demo, against a sandbox that sells nothing.",
        mixinStandardHelpOptions = true,
        versionProvider = BuildVersion.class,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all done",
            "1:some rows or changes were not done (the result files say which and why), or zones drifted",
            "2:wrong usage or settings",
            "3:waits for approval, or is over a limit; nothing was bought or changed",
            "4:no keys, or the keys do not have a right that is needed",
            "5:any other failure"
        },
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            ImportCommand.class,
            ZoneCommand.class,
            DriftCommand.class,
            ScanCommand.class,
            RenewalsCommand.class,
            ContactsCommand.class,
            RulesCommand.class,
            ApproveCommand.class,
            RejectCommand.class,
            CancelCommand.class,
            StatusCommand.class,
            DoctorCommand.class,
            CallCommand.class,
            LoginCommand.class,
            RightsCommand.class,
            CompletionCommand.class,
            SandboxCommand.class
        })
public final class OvhDomainCli implements Runnable {

    @Spec
    private CommandSpec spec;

    /**
     * Runs a command.
     *
     * @param arguments the command and its options; none for the demo
     */
    public static void main(String[] arguments) {
        LogOptions.configure(arguments);
        PrintWriter out = new PrintWriter(new java.io.OutputStreamWriter(System.out, StandardCharsets.UTF_8), true);
        PrintWriter err = new PrintWriter(new java.io.OutputStreamWriter(System.err, StandardCharsets.UTF_8), true);
        int code = commandLine(out, err).execute(arguments.length == 0 ? new String[] {"demo"} : arguments);
        out.flush();
        err.flush();
        System.exit(code);
    }

    /** The command line with its streams: data goes to {@code out}, messages go to {@code err}. */
    static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        CliErrors errors = new CliErrors();
        return new CommandLine(new OvhDomainCli())
                .setExpandAtFiles(false)
                .setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF)) // its escape sequences would be shown as such
                .setOut(new PrintWriter(new VisibleWriter(out), true))
                .setErr(new PrintWriter(new VisibleWriter(err), true))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(errors)
                .setParameterExceptionHandler(errors);
    }

    /** Runs if there are options but no sub-command. */
    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "A command is missing.");
    }
}
