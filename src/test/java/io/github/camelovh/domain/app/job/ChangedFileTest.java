// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelovh.domain.app.ledger.FileState;
import io.github.camelovh.domain.app.ledger.ImportedFile;
import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.ledger.LedgerSettings;
import io.github.camelovh.domain.app.ledger.Request;
import io.github.camelovh.domain.app.ledger.RequestState;
import io.github.camelovh.domain.app.row.ImportFileException;
import io.github.camelovh.domain.app.row.ReadOptions;
import io.github.camelovh.domain.app.row.RowParsers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that becomes another one while it is read: the rows that count are those of one version. */
class ChangedFileTest {
    /** So many that some are in the ledger before the rest is read from the disk. */
    private static final int ROWS = 6_000;

    @TempDir
    Path folder;

    private final Watching clock = new Watching();
    private Path file;
    private Ledger ledger;
    private FileImporter importer;

    /** A clock that lets something happen as soon as there are rows in the ledger, which looks at it before each chunk. */
    private final class Watching extends Clock {
        private final AtomicReference<Runnable> meanwhile = new AtomicReference<>();

        @Override
        public Instant instant() {
            if (meanwhile.get() != null && !rows(RequestState.RECEIVED).isEmpty()) {
                meanwhile.getAndSet(null).run();
            }
            return Instant.now();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @BeforeEach
    void open() {
        file = folder.resolve("names.csv");
        ledger = Ledger.open(LedgerSettings.at("jdbc:h2:mem:" + folder.getFileName(), "sa", ""), clock);
        importer = new FileImporter(
                ledger, ReadOptions.inCurrency("EUR"), RowParsers.standard(), new RowSecrets(() -> null), "node");
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private static List<String> version(String name) {
        return Stream.concat(
                        Stream.of("action,domain"),
                        IntStream.rangeClosed(1, ROWS).mapToObj(i -> "order," + name + "-" + i + ".com"))
                .toList();
    }

    private void write(Path place, String name) {
        try {
            Files.write(place, version(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void renameOver() {
        Path next = folder.resolve("next");
        write(next, "two");
        try {
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void remove() {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Request> rows(RequestState state) {
        ImportedFile latest = ledger.files().latest(1).stream().findFirst().orElse(null);
        return latest == null ? List.of() : ledger.requests().page(latest.id(), 0, EnumSet.of(state), 10);
    }

    private void onlyTheSecondVersionCounts(ImportTicket ticket) {
        assertThat(ticket.state()).isEqualTo(FileState.PLANNING);
        assertThat(ledger.requests().counts(ticket.fileId())).isEqualTo(Map.of(RequestState.RECEIVED, (long) ROWS));
        assertThat(rows(RequestState.RECEIVED)).extracting(Request::domain).allMatch(name -> name.startsWith("two-"));
    }

    @Test
    void aDroppedFileThatIsWrittenMeanwhileIsReadAgain() throws Exception {
        write(file, "one");
        clock.meanwhile.set(() -> write(file, "two"));

        assertThatThrownBy(() -> importer.accept(file.toFile(), null))
                .isInstanceOf(FileBusyException.class)
                .hasMessageContaining("changed while it was read")
                .hasMessageContaining("Nothing of it was used");

        assertThat(rows(RequestState.RECEIVED)).isEmpty();
        onlyTheSecondVersionCounts(importer.accept(file.toFile(), null));
    }

    @Test
    void whoeverImportsSuchAFileIsToldToRunTheCommandAgain() {
        write(file, "one");
        clock.meanwhile.set(() -> write(file, "two"));

        assertThatThrownBy(() -> importer.accept(file.toFile(), "ada"))
                .isInstanceOf(ImportFileException.class)
                .hasMessageContaining("Drop it again when it is complete");
    }

    @Test
    void aFileThatIsReplacedByARenameIsReadToItsEndAndTheNextOneAfterIt() throws Exception {
        write(file, "one");
        clock.meanwhile.set(this::renameOver);

        ImportTicket first = importer.accept(file.toFile(), null);

        assertThat(ledger.requests().counts(first.fileId())).isEqualTo(Map.of(RequestState.RECEIVED, (long) ROWS));
        assertThat(rows(RequestState.RECEIVED)).extracting(Request::domain).allMatch(name -> name.startsWith("one-"));
        assertThat(importer.hasGrown(file.toFile())).isTrue();
    }

    @Test
    void aFileThatIsRemovedMeanwhileIsReadToItsEnd() throws Exception {
        write(file, "one");
        clock.meanwhile.set(this::remove);

        ImportTicket ticket = importer.accept(file.toFile(), null);

        assertThat(ledger.requests().counts(ticket.fileId())).isEqualTo(Map.of(RequestState.RECEIVED, (long) ROWS));
    }
}
