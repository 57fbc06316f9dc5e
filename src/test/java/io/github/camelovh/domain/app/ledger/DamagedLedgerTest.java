// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The file of an H2 ledger is damaged while no process has it. */
class DamagedLedgerTest {
    private static final int NAMES = 400;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void fill() {
        LedgerSettings settings = LedgerSettings.inFolder(folder);
        file = settings.fileOfH2();
        try (Ledger ledger = Ledger.open(settings, Clock.systemUTC())) {
            new LedgerFixture(ledger).approved(LedgerFixture.names("name", NAMES));
        }
    }

    private void cutTo(long bytes) throws IOException {
        try (RandomAccessFile opened = new RandomAccessFile(file.toFile(), "rw")) {
            opened.setLength(bytes);
        }
    }

    private void overwrite(double from, double to) throws IOException {
        byte[] noise = new byte[(int) (Files.size(file) * (to - from))];
        new Random(18).nextBytes(noise);
        try (RandomAccessFile opened = new RandomAccessFile(file.toFile(), "rw")) {
            opened.seek((long) (Files.size(file) * from));
            opened.write(noise);
        }
    }

    /** Reads all rows. */
    private int open() {
        try (Ledger ledger = Ledger.open(LedgerSettings.inFolder(folder), Clock.systemUTC())) {
            return ledger.requests()
                    .page(1, 0, EnumSet.allOf(RequestState.class), NAMES + 1)
                    .size();
        }
    }

    /** As {@code doctor} does. */
    private LedgerInspection inspect() {
        return LedgerInspection.of(LedgerSettings.inFolder(folder), Clock.systemUTC());
    }

    private void isRefused() throws IOException {
        byte[] before = Files.readAllBytes(file);
        Throwable refused = catchThrowable(this::open);
        assertThat(refused).isInstanceOf(LedgerException.class).hasMessageContaining("The ledger's file " + file);
        saysWhatToDo(refused);
        assertThat(Files.readAllBytes(file))
                .as("the file, for whoever tries to save it")
                .isEqualTo(before);
    }

    private void hidesNoRow() {
        AtomicInteger rows = new AtomicInteger(NAMES);
        Throwable refused = catchThrowable(() -> rows.set(open()));

        assertThat(rows).hasValue(NAMES);
        if (refused != null) {
            saysWhatToDo(refused);
        }
    }

    private static void saysWhatToDo(Throwable refused) {
        assertThat(refused)
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("damaged")
                .hasMessageContaining("Nothing more is read or bought")
                .hasMessageContaining("Put a copy of the ledger in its place");
        assertThat(refused.getMessage()).doesNotContain("\n");
    }

    @ParameterizedTest
    @ValueSource(longs = {36_864, 65_536, 90_112})
    void cutToItsBegin(long bytes) throws Exception {
        cutTo(bytes);
        isRefused();
    }

    /** What is cut off may have been free: then all rows are there. */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.75, 0.99})
    void cutOffHidesNoRow(double from) throws Exception {
        cutTo((long) (Files.size(file) * from));
        hidesNoRow();
    }

    /** What H2 itself opens without a word: an older state, which it finds in a file that was cut off. */
    @Test
    void anOlderCopy() throws Exception {
        Path copy = folder.resolve("copy");
        Files.copy(file, copy);
        try (Ledger ledger = Ledger.open(LedgerSettings.inFolder(folder), Clock.systemUTC())) {
            LedgerFixture fixture = new LedgerFixture(ledger);
            fixture.newFile(); // the one that is there
            fixture.approved("later.fr");
        }
        Files.copy(copy, file, StandardCopyOption.REPLACE_EXISTING);
        isRefused();
        assertThat(catchThrowable(this::open)).hasMessageContaining("look at OVHcloud for orders");
        assertThat(catchThrowable(this::inspect))
                .hasMessage(catchThrowable(this::open).getMessage());

        Files.delete(folder.resolve("ledger.last-write"));
        assertThat(open()).isEqualTo(NAMES);
    }

    @Test
    void removed() throws Exception {
        Files.delete(file);
        assertThat(catchThrowable(this::open))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("The ledger's file " + file + " is missing")
                .hasMessageContaining("Put a copy of the ledger in its place");
        assertThat(catchThrowable(this::inspect))
                .hasMessage(catchThrowable(this::open).getMessage());
        assertThat(file).doesNotExist();
    }

    @Test
    void noiseAtItsBegin() throws Exception {
        overwrite(0, 0.2);
        isRefused();
    }

    /** Where nothing is kept, noise does no harm. */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.3, 0.5, 0.7, 0.9})
    void noiseInTheMiddleHidesNoRow(double from) throws Exception {
        overwrite(from, from + 0.1);
        hidesNoRow();
    }
}
