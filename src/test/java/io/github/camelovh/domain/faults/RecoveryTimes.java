// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.faults;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * How long it takes, after a fault is over, until the next row is done: a line of fault and seconds in {@code target/recovery-times.csv},
 * which {@code .ci/recovery-times} makes a table of.
 */
final class RecoveryTimes {
    private static final Path FILE = Path.of("target", "recovery-times.csv");

    private RecoveryTimes() {}

    /** To be called as soon as all is well again; returns once a further row is done, or at once if none is left. */
    static void measure(String fault, LongSupplier done, long rows) {
        Instant well = Instant.now();
        long before = done.getAsLong();
        if (before < rows) {
            await("the next row after " + fault)
                    .atMost(Duration.ofMinutes(4))
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> done.getAsLong() > before);
            note(fault, Duration.between(well, Instant.now()));
        }
    }

    static synchronized void note(String fault, Duration time) {
        try {
            Files.writeString(
                    FILE,
                    String.format(Locale.ROOT, "%s,%.1f%n", fault, time.toMillis() / 1e3),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
