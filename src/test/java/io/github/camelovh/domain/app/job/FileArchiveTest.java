// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.ledger.LedgerSettings;
import io.github.camelovh.domain.app.row.ReadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileArchiveTest {
    private static final Instant DROPPED = Instant.parse("2026-03-01T10:00:00Z");
    private static final Duration KEEP = Duration.ofDays(30);
    private static final String NAME = "20260301-100000000-names.csv";

    @TempDir
    private Path folder;

    private Path inbox;
    private Path zones;
    private Ledger ledger;

    @BeforeEach
    void open() throws IOException {
        inbox = Files.createDirectory(folder.resolve("inbox"));
        zones = Files.createDirectory(folder.resolve("zones"));
        ledger = Ledger.open(LedgerSettings.at("jdbc:h2:mem:" + folder.getFileName(), "sa", ""), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private FileArchive at(Instant now) {
        return new FileArchive(
                ledger, ReadOptions.inCurrency("EUR"), List.of(inbox, zones), KEEP, Clock.fixed(now, ZoneOffset.UTC));
    }

    private Set<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(path -> folder.relativize(path).toString())
                    .collect(TreeSet::new, TreeSet::add, TreeSet::addAll);
        }
    }

    private String archived(String text) throws IOException {
        Path file = Files.writeString(inbox.resolve("names.csv"), text);
        FileArchive archive = at(DROPPED);
        assertThat(archive.nameOf("names.csv")).isEqualTo(NAME);
        archive.done(file.toFile(), NAME);
        return Files.readString(inbox.resolve(".done").resolve(NAME));
    }

    @Test
    void aCopyHasNoCodesAndNoPersonsWhateverTheColumnsAreCalled() throws IOException {
        assertThat(archived("""
                        ACTION;Domain;AuthCode; owner.FIRSTNAME ;note;
                        transfer;a.com;Secret-1;;=1+1;Secret-2
                        order;b.com;;Zyxa;"two
                        lines";;Secret-3
                        """)).isEqualTo("""
                        ACTION;Domain;AuthCode; owner.FIRSTNAME ;note;
                        transfer;a.com;***;;'=1+1;***
                        order;b.com;;***;"two
                        lines";;***
                        """);
    }

    @Test
    void aFileWithoutSuchColumnsIsCopiedByteByByteSoThatItIsKnownAgain() throws IOException {
        String text = "\ufeffaction;domain;note\r\norder;b.com;\"x\"\r\n";
        assertThat(archived(text)).isEqualTo(text);
    }

    @Test
    void aFileThatCannotBeCopiedIsToldAndStays() throws IOException {
        Path link = Files.createSymbolicLink(inbox.resolve("link.csv"), folder);
        at(DROPPED).done(link.toFile(), "x");
        assertThat(files()).isEmpty();
        assertThat(link).isSymbolicLink();
    }

    @Test
    void eachEndsAfterItsTime() throws IOException {
        archived("action,domain\norder,a.com\n");
        Path late = inbox.resolve(".late").resolve(NAME);
        Files.move(inbox.resolve("names.csv"), late);
        Files.setLastModifiedTime(late, FileTime.from(DROPPED));
        Path failed = zones.resolve(
                at(DROPPED).placeFor(zones.resolve("example.com.csv").toFile(), ".failed"));
        assertThat(failed).isEqualTo(zones.resolve(".failed/20260301-100000000"));
        Files.writeString(failed.resolve("example.com.csv"), "x");
        Files.writeString(inbox.resolve(".done/readme"), "not ours");
        Files.writeString(inbox.resolve("20200101-000000000-waits.csv"), "not archived");

        at(DROPPED.plus(FileArchive.LATE).minusSeconds(1)).expire();
        assertThat(files()).contains("inbox/.late/" + NAME);
        at(DROPPED.plus(KEEP).minusSeconds(1)).expire();
        assertThat(files())
                .containsExactly(
                        "inbox/.done/" + NAME,
                        "inbox/.done/readme",
                        "inbox/20200101-000000000-waits.csv",
                        "zones/.failed/20260301-100000000/example.com.csv");
        at(DROPPED.plus(KEEP).plusSeconds(1)).expire();
        assertThat(files()).containsExactly("inbox/.done/readme", "inbox/20200101-000000000-waits.csv");
        assertThat(failed).doesNotExist();
    }

    @Test
    void aFileThatIsStillWrittenIsKept() throws IOException {
        archived("action,domain\norder,a.com\n");
        Path late = inbox.resolve(".late").resolve(NAME);
        Files.move(inbox.resolve("names.csv"), late);
        Instant later = DROPPED.plus(FileArchive.LATE).plusSeconds(60);
        Files.setLastModifiedTime(late, FileTime.from(later.minusSeconds(30)));
        at(later).expire();
        assertThat(late).exists();
    }

    @Test
    void aFileWhosePlanWaitsIsKept() throws IOException {
        archived("action,domain\norder,a.com\n");
        Files.delete(inbox.resolve("names.csv"));
        long id = ledger.files()
                .receive("names.csv", "ab".repeat(32), "ada")
                .file()
                .id();
        at(DROPPED.plus(KEEP.multipliedBy(2))).expire();
        assertThat(files()).containsExactly("inbox/.done/" + NAME);

        ledger.files().refuse(id, "of no use");
        at(DROPPED.plus(KEEP.multipliedBy(2))).expire();
        assertThat(files()).isEmpty();
    }

    @Test
    void aFileOfAUserIsNotTouched() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.csv"), "x");
        at(DROPPED).failed(file.toFile());
        assertThat(folder.resolve(".failed")).doesNotExist();
    }
}
