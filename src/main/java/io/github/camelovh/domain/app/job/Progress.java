// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import io.github.camelovh.domain.api.Plural;
import io.github.camelovh.domain.app.ledger.FileState;
import io.github.camelovh.domain.app.ledger.ImportedFile;
import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.ledger.RequestState;
import java.time.Duration;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How far a file is, in one line: counts, rate and time left. The rate is that since the first time it was asked in this
 * stage. Used by one thread.
 */
public final class Progress {
    private final Ledger ledger;
    private final LongSupplier nanos;
    private FileState stage;
    private long stageBegan;
    private long doneThen;

    public Progress(Ledger ledger, LongSupplier nanos) {
        this.ledger = ledger;
        this.nanos = nanos;
    }

    /** The line for a file. */
    public String line(long fileId) {
        ImportedFile file = ledger.files().find(fileId).orElseThrow();
        Map<RequestState, Long> counts = ledger.requests().counts(fileId);
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        long open = left(file.state(), counts);
        long done = all - open;
        if (file.state() != stage) {
            stage = file.state();
            stageBegan = nanos.getAsLong();
            doneThen = done;
        }
        StringBuilder line = new StringBuilder(file.name()).append(": ");
        if (file.state() == FileState.RECEIVING) {
            return line.append(Plural.of(file.rowsRead(), "row"))
                    .append(" read")
                    .toString();
        }
        line.append(file.state() == FileState.PLANNING ? "priced " : "ended ")
                .append(done)
                .append(" of ")
                .append(all);
        if (file.state() == FileState.APPROVED) {
            line.append(" (")
                    .append(count(counts, RequestState.APPROVED))
                    .append(" waiting, ")
                    .append(count(counts, RequestState.EXECUTING))
                    .append(" being done, ")
                    .append(count(counts, RequestState.AWAITING))
                    .append(" awaited")
                    .append(')');
        }
        return line.append(rate(done, open)).toString();
    }

    private String rate(long done, long open) {
        double seconds = (nanos.getAsLong() - stageBegan) / 1e9;
        double rate = seconds < 1 ? 0 : (done - doneThen) / seconds;
        if (rate <= 0) {
            return "";
        }
        Duration left = Duration.ofSeconds(Math.round(open / rate));
        return String.format(
                java.util.Locale.ROOT,
                ", %.1f a second, %d:%02d:%02d left",
                rate,
                left.toHours(),
                left.toMinutesPart(),
                left.toSecondsPart());
    }

    private static long left(FileState state, Map<RequestState, Long> counts) {
        long unpriced = count(counts, RequestState.RECEIVED);
        return state == FileState.PLANNING
                ? unpriced
                : unpriced
                        + count(counts, RequestState.PLANNED)
                        + count(counts, RequestState.APPROVED)
                        + count(counts, RequestState.EXECUTING)
                        + count(counts, RequestState.AWAITING);
    }

    private static long count(Map<RequestState, Long> counts, RequestState state) {
        return counts.getOrDefault(state, 0L);
    }
}
