// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import java.util.List;
import picocli.CommandLine.Option;

/** {@code -v}: logs to stderr. {@code run} always logs, because nobody watches it. */
final class LogOptions {
    @Option(
            names = {"-v", "--verbose"},
            description = "Log to stderr; -vv also logs every call and Camel's own messages.")
    @SuppressWarnings("UnusedVariable") // only for the help: configure() reads the arguments itself
    private boolean[] verbose;

    /** The level must be set before the first logger is created, so this reads the arguments before picocli does. */
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
