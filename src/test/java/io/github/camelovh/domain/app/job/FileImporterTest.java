// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.app.ledger.FileState;
import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.ledger.LedgerSettings;
import io.github.camelovh.domain.app.ledger.NewRequest;
import io.github.camelovh.domain.app.ledger.PlanFigures;
import io.github.camelovh.domain.app.ledger.PlanResult;
import io.github.camelovh.domain.app.ledger.Request;
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
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

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
        return ledger.files()
                .receive(read.name(), read.identity(), "somebody")
                .file()
                .id();
    }

    private void readByTheOther(Path file) {
        try {
            other.accept(file.toFile(), null);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aFileThatTheOtherReadsToItsEndIsOnlyLookedUp() throws Exception {
        Path file = file("action,domain", 20);
        long id = noted(file);
        clock.meanwhile.set(() -> readByTheOther(file));

        ImportTicket ticket = fileImporter.accept(file.toFile(), null);

        assertThat(ticket).isEqualTo(new ImportTicket(id, "names.csv", FileState.PLANNING, null));
        assertThat(ledger.requests().counts(id)).isEqualTo(Map.of(RequestState.RECEIVED, 20L));
    }

    @Test
    void aFileThatTheOtherReadHalfWhenItDiedIsReadOnBehindIt() throws Exception {
        Path file = file("action,domain", 20);
        long id = noted(file);
        clock.meanwhile.set(() -> othersLedger.requests().add(id, List.of(row(2), row(3))));

        fileImporter.accept(file.toFile(), null);

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

        assertThatThrownBy(() -> fileImporter.accept(file.toFile(), null))
                .isInstanceOf(ImportFileException.class)
                .hasMessageContaining("colour")
                .satisfies(refusal -> assertThat(refusal).hasMessage(told.get()));
    }

    @Test
    void aRefusedFileThatTheOtherBeginsAnewIsNotBegunOnceMore() throws Exception {
        Path file = Files.write(
                folder.resolve("names.csv"),
                "action,domain\norder,caf\u00e9.com\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> fileImporter.accept(file.toFile(), null)).isInstanceOf(ImportFileException.class);
        other = desk(othersLedger, ReadOptions.inCurrency("EUR").withCharset(StandardCharsets.ISO_8859_1), "other");
        clock.meanwhile.set(() -> readByTheOther(file));

        ImportTicket ticket = fileImporter.accept(file.toFile(), null);

        assertThat(ticket.state()).isEqualTo(FileState.PLANNING);
        assertThat(ledger.requests().counts(ticket.fileId())).isEqualTo(Map.of(RequestState.RECEIVED, 1L));
    }

    @Test
    void aFileThatTheOtherHasTakenIsLeftToItAndItIsNamed() throws Exception {
        Path file = file("action,domain", 2);
        long id = noted(file);
        clock.meanwhile.set(() -> othersLedger.files().take(id, "other"));

        assertThatThrownBy(() -> fileImporter.accept(file.toFile(), null))
                .isInstanceOf(FileBusyException.class)
                .hasMessageStartingWith("names.csv is being read by another process (other, which has it until ");

        assertThat(ledger.requests().counts(id)).isEmpty();
        assertThat(ledger.files().find(id).orElseThrow().owner()).isEqualTo("other");
    }

    private ImportTicket dropped(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("names.csv"), "action,domain,period\n" + text);
        return fileImporter.accept(file.toFile(), null);
    }

    private void plan(ImportTicket ticket) {
        for (Request row : ledger.requests().page(ticket.fileId(), 0, EnumSet.of(RequestState.RECEIVED), 100)) {
            Money price = Money.of("10 EUR");
            PlanFigures figures = new PlanFigures(price, price, "create-default", "P1Y", null);
            ledger.plans().record(ticket.fileId(), List.of(PlanResult.planned(row, figures, "offered")));
        }
        ledger.plans().close(ticket.fileId());
    }

    private Map<RequestState, Long> counts(ImportTicket ticket) {
        return ledger.requests().counts(ticket.fileId());
    }

    @Test
    void aMendedFileReplacesItsPlanThatWaitsAndNoRowIsADuplicate() throws Exception {
        ImportTicket twoYears = dropped("order,one.com,2\norder,two.com,2\n");
        plan(twoYears);

        ImportTicket oneYear = dropped("order,one.com,1\norder,two.com,1\n");

        assertThat(counts(twoYears)).isEqualTo(Map.of(RequestState.CANCELLED, 2L));
        assertThat(counts(oneYear)).isEqualTo(Map.of(RequestState.RECEIVED, 2L));

        ImportTicket twoYearsAfterAll = dropped("order,one.com,2\norder,two.com,2\n");

        assertThat(twoYearsAfterAll.fileId()).isNotIn(twoYears.fileId(), oneYear.fileId());
        assertThat(counts(oneYear)).as("replaced before it was planned").isEqualTo(Map.of(RequestState.CANCELLED, 2L));
        assertThat(counts(twoYearsAfterAll)).isEqualTo(Map.of(RequestState.RECEIVED, 2L));
    }

    @Test
    void aPlanThatWasApprovedIsNotReplaced() throws Exception {
        ImportTicket approved = dropped("order,one.com,2\n");
        plan(approved);
        String code = ledger.files().find(approved.fileId()).orElseThrow().planCode();
        ledger.plans().approve(approved.fileId(), code, "bob");

        ImportTicket newer = dropped("order,one.com,1\norder,two.com,1\n");

        assertThat(counts(approved)).isEqualTo(Map.of(RequestState.APPROVED, 1L));
        assertThat(counts(newer)).isEqualTo(Map.of(RequestState.REFUSED, 1L, RequestState.RECEIVED, 1L));
    }

    @Test
    void aNewerFileThatCannotBeReadToItsEndReplacesNothing() throws Exception {
        ImportTicket waits = dropped("order,one.com,2\n");
        plan(waits);

        assertThatThrownBy(() -> dropped("order,one.com,1\norder,\"tw")).isInstanceOf(ImportFileException.class);

        assertThat(counts(waits)).isEqualTo(Map.of(RequestState.PLANNED, 1L));
        assertThat(ledger.files().find(waits.fileId()).orElseThrow().cancelled())
                .isNull();
    }

    @Test
    void aReplacementThatBrokeOffGoesOnWhenTheFileComesAgain() throws Exception {
        ImportTicket waits = dropped("order,one.com,2\n");
        plan(waits);
        Path file = Files.writeString(folder.resolve("names.csv"), "action,domain,period\norder,one.com,1\n");
        long newer = noted(file);
        ledger.cancellations().replace(waits.fileId(), "somebody"); // and dies, before a row of the newer one is in

        ImportTicket ticket = fileImporter.accept(file.toFile(), null);

        assertThat(ticket.fileId()).isEqualTo(newer);
        assertThat(counts(ticket)).isEqualTo(Map.of(RequestState.RECEIVED, 1L));
    }

    @Test
    void aFileThatWasNotedAndNeverReadReplacesWhatCameMeanwhile() throws Exception {
        Path file = Files.writeString(folder.resolve("names.csv"), "action,domain,period\norder,one.com,1\n");
        noted(file); // and its process died: nothing of it is left when the next one comes
        ImportTicket meanwhile = dropped("order,one.com,2\n");
        plan(meanwhile);

        ImportTicket again = dropped("order,one.com,1\n");

        assertThat(again.fileId()).isNotEqualTo(meanwhile.fileId());
        assertThat(counts(meanwhile)).isEqualTo(Map.of(RequestState.CANCELLED, 1L));
        assertThat(counts(again)).isEqualTo(Map.of(RequestState.RECEIVED, 1L));
    }

    @Test
    void anEarlierFileOfTheNameThatIsBeingReadIsWaitedFor() throws Exception {
        Path file = file("action,domain", 2);
        long earlier = noted(file);
        othersLedger.files().take(earlier, "other");

        assertThatThrownBy(() -> dropped("order,name-1.com,1\n"))
                .isInstanceOf(FileBusyException.class)
                .hasMessageContaining("names.csv is being read by another process (other, ");
        othersLedger.files().giveBack(earlier, "other");

        assertThat(counts(dropped("order,name-1.com,1\n"))).isEqualTo(Map.of(RequestState.RECEIVED, 1L));
    }

    @Test
    void whoDroppedAFileIsItsOwnerAndWhoImportsItTheImporter() throws Exception {
        Path file = file("action,domain", 2);
        long dropped = fileImporter.accept(file.toFile(), null).fileId();
        Path other = Files.writeString(folder.resolve("other.csv"), "action,domain\norder,other.com\n");
        long imported = fileImporter.accept(other.toFile(), "ada").fileId();

        assertThat(ledger.files().find(dropped).orElseThrow().droppedBy())
                .isEqualTo(Files.getOwner(file).getName());
        assertThat(ledger.files().find(imported).orElseThrow().droppedBy()).isEqualTo("ada");
    }

    @Test
    void theSameFileDroppedAgainIsToldWithWhatToDo() throws Exception {
        Logger logger = (Logger) LoggerFactory.getLogger(FileImporter.class);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Level before = logger.getLevel();
        logger.setLevel(Level.INFO);
        logger.addAppender(log);
        try {
            plan(dropped("order,one.com,1\n"));
            assertThat(log.list).noneMatch(line -> line.getFormattedMessage().contains("is known as"));

            ImportTicket again = dropped("order,one.com,1\n");

            assertThat(log.list)
                    .last()
                    .extracting(ILoggingEvent::getFormattedMessage, InstanceOfAssertFactories.STRING)
                    .startsWith("names.csv: the same content is known as names.csv, planned, received at ")
                    .contains("ovh-domain approve " + again.planCode());
        } finally {
            logger.detachAppender(log);
            logger.setLevel(before);
        }
    }
}
