// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import io.github.camelovh.domain.app.job.Progress;
import io.github.camelovh.domain.app.runtime.Application;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.LongConsumer;

/** Prints the progress of a file every few seconds. For use by one thread. */
final class ProgressLine implements LongConsumer {
    private static final Duration EVERY = Duration.ofSeconds(3);

    private final Application product;
    private final Progress progress;
    private final PrintWriter err;
    private long toldAt = System.nanoTime();
    private String last = "";

    ProgressLine(Application product, PrintWriter err) {
        this.product = product;
        this.progress = product.progress();
        this.err = err;
    }

    @Override
    public void accept(long fileId) {
        if (System.nanoTime() - toldAt < EVERY.toNanos()) {
            return;
        }
        toldAt = System.nanoTime();
        String line = progress.line(fileId)
                + product.outage()
                        .map(outage -> ". " + outage.sentence() + ". The work goes on by itself when that is over")
                        .orElse("");
        if (!line.equals(last)) {
            err.println(line);
            last = line;
        }
    }
}
