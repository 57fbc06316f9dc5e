// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import java.util.List;
import picocli.CommandLine.Option;

/** {@code -v}: what goes on, on stderr. {@code run}, which nobody watches, tells it by itself. */
final class LogOptions {
    @Option(
            names = {"-v", "--verbose"},
            description = "Log what happens to stderr; -vv also every call and Camel's own messages.")
    @SuppressWarnings("UnusedVariable") // shows in the help; configure() reads the arguments itself
    private boolean[] verbose;

    /** The level has to be known before the first logger is made, so the arguments are looked at beforehand. */
    static void configure(String[] arguments) {
        int level = arguments.length > 0 && arguments[0].equals("run") ? 1 : 0;
        for (String argument : List.of(arguments)) {
            if (argument.equals("--verbose")) {
                level++;
            } else if (argument.matches("-v+")) {
                level += argument.length() - 1;
            }
        }
        if (level > 0) {
            System.setProperty("ovh-domain.log.level", level > 1 ? "DEBUG" : "INFO");
            System.setProperty("ovh-domain.log.root", level > 1 ? "INFO" : "WARN");
        }
    }
}
