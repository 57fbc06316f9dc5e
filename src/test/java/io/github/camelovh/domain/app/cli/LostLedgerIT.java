// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.ledger.LedgerSettings;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An H2 ledger that is gone or cut off, beside the results of its rows: no new one is begun. */
@Tag("once")
class LostLedgerIT {
    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void makeLedger() throws IOException {
        Ledger.open(LedgerSettings.inFolder(folder), Clock.systemUTC()).close();
        file = folder.resolve("ledger.mv.db");
        Files.createDirectory(folder.resolve("outbox"));
        Files.createDirectory(folder.resolve("events"));
    }

    private void cutTo(long bytes) throws IOException {
        try (RandomAccessFile opened = new RandomAccessFile(file.toFile(), "rw")) {
            opened.setLength(bytes);
        }
    }

    private void trace(String path) throws IOException {
        Files.writeString(folder.resolve(path), "{}");
    }

    private void isRefused(String why) throws IOException {
        long bytes = file.toFile().length();

        Cli.Said said = Cli.run("status", "--data", folder.toString());

        assertThat(said.code()).as(said.toString()).isEqualTo(ExitCode.FAILED.code());
        assertThat(said.err())
                .contains(
                        "The ledger's file " + file,
                        why,
                        "nothing was read or bought",
                        "Put a copy of the ledger in its place")
                .doesNotContain("\tat ");
        assertThat(said.err().lines()).hasSize(1);
        assertThat(file.toFile().length()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @CsvSource({"outbox/names.summary.json", "events/2026-11-30.jsonl"})
    void aFileThatIsGone(String trace) throws Exception {
        Files.delete(file);
        trace(trace);

        isRefused("is missing");
        assertThat(file).doesNotExist();
    }

    @Test
    void aFileThatWasCutToNothing() throws Exception {
        cutTo(0);
        trace("outbox/names.summary.json");

        isRefused("holds nothing");
    }

    /** H2 would begin a new one there. */
    @ParameterizedTest
    @ValueSource(longs = {8_192, 12_288, 20_480, 32_768})
    void aFileThatWasCutBeforeItsTables(long bytes) throws Exception {
        cutTo(bytes);
        trace("outbox/names.summary.json");

        isRefused("holds nothing");
    }

    /** As where a first start was ended at once. */
    @ParameterizedTest
    @CsvSource({"0", "8192"})
    void withoutAnyResultALedgerIsBegun(long bytes) throws Exception {
        cutTo(bytes);
        Files.delete(folder.resolve("ledger.last-write"));

        Cli.Said said = Cli.run("status", "--data", folder.toString());

        assertThat(said.code()).as(said.toString()).isZero();
    }

    @Test
    void aWholeLedgerIsOpenedBesideItsResults() throws Exception {
        trace("outbox/names.summary.json");

        Cli.Said said = Cli.run("status", "--data", folder.toString());

        assertThat(said.code()).as(said.toString()).isZero();
    }
}
