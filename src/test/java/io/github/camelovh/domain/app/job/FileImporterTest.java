// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.app.ledger.FileState;
import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.ledger.LedgerSettings;
import io.github.camelovh.domain.app.ledger.NewRequest;
import io.github.camelovh.domain.app.ledger.RequestState;
import io.github.camelovh.domain.app.row.ImportFile;
import io.github.camelovh.domain.app.row.ImportFileException;
import io.github.camelovh.domain.app.row.ReadOptions;
import io.github.camelovh.domain.app.row.RowParsers;
import io.github.camelovh.domain.order.PurchaseAction;
import io.github.camelovh.domain.order.PurchaseKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One file that comes to two processes at once: what the other one does between our finding it and our taking it. */
class FileImporterTest {
    @TempDir
    Path folder;

    private final Interrupted clock = new Interrupted();
    private Ledger ledger;
    private Ledger othersLedger;
    private FileImporter fileImporter;
    private FileImporter other;

    /** A clock that lets something happen the next time it is looked at, as the ledger does to take a file. */
    private static final class Interrupted extends Clock {
        private final AtomicReference<Runnable> meanwhile = new AtomicReference<>();

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            Runnable happening = meanwhile.getAndSet(null);
            if (happening != null) {
                happening.run();
            }
            return Instant.now();
        }
    }

    @BeforeEach
    void openTwice() {
        LedgerSettings shared = LedgerSettings.at("jdbc:h2:mem:" + folder.getFileName(), "sa", "");
        ledger = Ledger.open(shared, clock);
        othersLedger = Ledger.open(shared, Clock.systemUTC());
        fileImporter = desk(ledger, ReadOptions.inCurrency("EUR"), "this");
        other = desk(othersLedger, ReadOptions.inCurrency("EUR"), "other");
    }

    @AfterEach
    void close() {
        othersLedger.close();
        ledger.close();
    }

    private static FileImporter desk(Ledger ledger, ReadOptions options, String owner) {
        return new FileImporter(ledger, options, RowParsers.standard(), new RowSecrets(() -> null), owner);
    }

    private Path file(String header, int rows) throws IOException {
        StringBuilder text = new StringBuilder(header).append('\n');
        IntStream.rangeClosed(1, rows)
                .forEach(i -> text.append("order,name-").append(i).append(".com\n"));
        return Files.writeString(folder.resolve("names.csv"), text);
    }

    private long noted(Path file) throws IOException {
        ImportFile read = ImportFile.of(file);
        return ledger.files().receive(read.name(), read.identity()).file().id();
    }

    private void readByTheOther(Path file) {
        try {
            other.accept(file.toFile());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aFileThatTheOtherReadsToItsEndIsOnlyLookedUp() throws Exception {
        Path file = file("action,domain", 20);
        long id = noted(file);
        clock.meanwhile.set(() -> readByTheOther(file));

        ImportTicket ticket = fileImporter.accept(file.toFile());

        assertThat(ticket).isEqualTo(new ImportTicket(id, "names.csv", FileState.PLANNING, null));
        assertThat(ledger.requests().counts(id)).isEqualTo(Map.of(RequestState.RECEIVED, 20L));
    }

    @Test
    void aFileThatTheOtherReadHalfWhenItDiedIsReadOnBehindIt() throws Exception {
        Path file = file("action,domain", 20);
        long id = noted(file);
        clock.meanwhile.set(() -> othersLedger.requests().add(id, List.of(row(2), row(3))));

        fileImporter.accept(file.toFile());

        assertThat(ledger.requests().counts(id)).isEqualTo(Map.of(RequestState.RECEIVED, 20L));
        assertThat(ledger.files().find(id).orElseThrow().rowsRead()).isEqualTo(20);
    }

    private static NewRequest row(int line) {
        String name = "name-" + (line - 1) + ".com";
        String key = PurchaseKey.of(PurchaseAction.CREATE, DomainName.of(name)).text();
        return NewRequest.purchase(line, "order", name, key, "{}", null);
    }

    @Test
    void aFileThatTheOtherRefusesIsRefusedWithTheSameReason() throws Exception {
        Path file = file("action,domain,colour", 2);
        noted(file);
        AtomicReference<String> told = new AtomicReference<>();
        clock.meanwhile.set(() -> {
            try {
                readByTheOther(file);
            } catch (ImportFileException e) {
                told.set(e.getMessage());
            }
        });

        assertThatThrownBy(() -> fileImporter.accept(file.toFile()))
                .isInstanceOf(ImportFileException.class)
                .hasMessageContaining("colour")
                .satisfies(refusal -> assertThat(refusal).hasMessage(told.get()));
    }

    @Test
    void aRefusedFileThatTheOtherBeginsAnewIsNotBegunOnceMore() throws Exception {
        Path file = Files.write(
                folder.resolve("names.csv"),
                "action,domain\norder,caf\u00e9.com\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> fileImporter.accept(file.toFile())).isInstanceOf(ImportFileException.class);
        other = desk(othersLedger, ReadOptions.inCurrency("EUR").withCharset(StandardCharsets.ISO_8859_1), "other");
        clock.meanwhile.set(() -> readByTheOther(file));

        ImportTicket ticket = fileImporter.accept(file.toFile());

        assertThat(ticket.state()).isEqualTo(FileState.PLANNING);
        assertThat(ledger.requests().counts(ticket.fileId())).isEqualTo(Map.of(RequestState.RECEIVED, 1L));
    }

    @Test
    void aFileThatTheOtherHasTakenIsLeftToItAndItIsNamed() throws Exception {
        Path file = file("action,domain", 2);
        long id = noted(file);
        clock.meanwhile.set(() -> othersLedger.files().take(id, "other"));

        assertThatThrownBy(() -> fileImporter.accept(file.toFile()))
                .isInstanceOf(FileBusyException.class)
                .hasMessageStartingWith("names.csv is being read by another process (other, which has it until ");

        assertThat(ledger.requests().counts(id)).isEmpty();
        assertThat(ledger.files().find(id).orElseThrow().owner()).isEqualTo("other");
    }
}
