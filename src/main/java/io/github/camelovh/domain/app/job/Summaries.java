// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.github.camelovh.domain.app.file.PrivateFiles;
import io.github.camelovh.domain.app.ledger.FileState;
import io.github.camelovh.domain.app.ledger.ImportedFile;
import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.ledger.RequestState;
import io.github.camelovh.domain.app.result.Summary;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** The figures of files, counted in the ledger and as they lie in an outbox ({@code NAME.summary.json}). Thread-safe. */
final class Summaries {
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);

    private final Ledger ledger;
    private final Outbox outbox;
    private final String currency;
    private final LongSupplier apiCalls;
    private final Clock clock;
    /** Calls that earlier processes made for a file. */
    private final Map<Long, Long> callsBefore = new ConcurrentHashMap<>();

    Summaries(Ledger ledger, Outbox outbox, String currency, LongSupplier apiCalls, Clock clock) {
        this.ledger = ledger;
        this.outbox = outbox;
        this.currency = currency;
        this.apiCalls = apiCalls;
        this.clock = clock;
    }

    /** Writes the figures of a plan that this process made. */
    void begin(ImportedFile file) throws IOException {
        callsBefore.put(file.id(), 0L);
        write(file, counted(file));
    }

    /** Whether other figures lie in the outbox than the ledger has; not where none lie there. */
    boolean isOutOfDate(ImportedFile file) throws IOException {
        Optional<Summary> last = published(file);
        if (last.isEmpty()) {
            return false;
        }
        Summary now = counted(file, 0);
        return !endedAlike(last.get(), now)
                || last.get().planned() != now.planned()
                || last.get().orders() != now.orders();
    }

    /** Writes the figures of a file that is not finished. */
    void update(ImportedFile file) throws IOException {
        if (file.state() == FileState.APPROVED) {
            write(file, counted(file, calls(file)));
        }
    }

    private void write(ImportedFile file, Summary summary) throws IOException {
        Path place = outbox.filesOf(file).summary();
        Path part = place.resolveSibling("." + place.getFileName() + ".part");
        PrivateFiles.write(part, JSON.writeValueAsString(summary) + "\n");
        Files.move(part, place, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Calls that this process made until now, and those of earlier ones for this file. */
    long calls(ImportedFile file) throws IOException {
        Long before = callsBefore.get(file.id());
        if (before == null) {
            before = published(file).map(Summary::apiCalls).orElse(0L);
            callsBefore.put(file.id(), before);
        }
        return before + apiCalls.getAsLong();
    }

    private Optional<Summary> published(ImportedFile file) throws IOException {
        Path place = outbox.filesOf(file).summary();
        if (!Files.exists(place)) {
            return Optional.empty();
        }
        Summary summary = JSON.readValue(place.toFile(), Summary.class);
        return summary.identity().equals(file.contentHash()) ? Optional.of(summary) : Optional.empty();
    }

    /**
     * Those that were written at the end of a file. Where another node finished it, the summary that lies here is of the time before,
     * perhaps beside the report of an earlier end.
     */
    Optional<Summary> ofTheEnd(ImportedFile file) throws IOException {
        if (!Files.exists(outbox.filesOf(file).report())) {
            return Optional.empty();
        }
        Summary now = counted(file, 0);
        return published(file).filter(last -> last.finishedAt() != null && endedAlike(last, now));
    }

    private static boolean endedAlike(Summary one, Summary other) {
        return one.done() == other.done()
                && one.refused() == other.refused()
                && one.failed() == other.failed()
                && one.cancelled() == other.cancelled();
    }

    /** As the ledger has them now, with the calls of this process. */
    Summary counted(ImportedFile file) {
        return counted(file, apiCalls.getAsLong());
    }

    private Summary counted(ImportedFile file, long calls) {
        Map<RequestState, Long> counts = ledger.requests().counts(file.id());
        var spending = ledger.requests().spending(file.id());
        long planned = counts.getOrDefault(RequestState.PLANNED, 0L);
        long done = counts.getOrDefault(RequestState.DONE, 0L);
        long refused = counts.getOrDefault(RequestState.REFUSED, 0L);
        long failed = counts.getOrDefault(RequestState.FAILED, 0L);
        long cancelled = counts.getOrDefault(RequestState.CANCELLED, 0L);
        long rows = counts.values().stream().mapToLong(Long::longValue).sum();
        Instant end = endOf(file);
        return new Summary(
                file.name(),
                file.contentHash(),
                file.planCode(),
                rows,
                planned,
                done,
                refused,
                failed,
                rows - planned - done - refused - failed - cancelled,
                cancelled,
                spending.orders(),
                spending.totalWithTax().getOrDefault(currency, new BigDecimal("0.00")),
                currency,
                calls,
                BigDecimal.valueOf(Duration.between(file.receivedAt(), end).toMillis(), 3)
                        .setScale(1, RoundingMode.HALF_UP),
                file.state() == FileState.FINISHED ? end.toString() : null);
    }

    Instant endOf(ImportedFile file) {
        return file.state() == FileState.FINISHED ? file.changedAt() : clock.instant();
    }
}
