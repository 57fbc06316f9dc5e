// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.util.Optional;

/** Where a person types. */
final class Terminal {
    private Terminal() {}

    /** {@return that of this process; empty if it has none, as in a script} */
    @SuppressWarnings("SystemConsoleNull") // null up to Java 21; from 22 on isTerminal says it
    static Optional<BufferedReader> ofThisProcess() {
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
}
