// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.zonefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelovh.domain.app.job.FileBusyException;
import io.github.camelovh.domain.app.job.ImportTicket;
import io.github.camelovh.domain.app.ledger.FileState;
import io.github.camelovh.domain.app.ledger.ImportedFile;
import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.ledger.LedgerSettings;
import io.github.camelovh.domain.app.ledger.PlanFigures;
import io.github.camelovh.domain.app.ledger.PlanResult;
import io.github.camelovh.domain.app.ledger.Request;
import io.github.camelovh.domain.app.ledger.RequestState;
import io.github.camelovh.domain.app.row.ImportFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZoneFileImporterTest {
    private static final String NAME = "example.com.zone";
    private static final String ONE = "[{\"subDomain\":\"www\",\"fieldType\":\"A\",\"target\":\"192.0.2.1\"}]";

    @TempDir
    Path folder;

    private Ledger ledger;
    private ZoneFileImporter importer;

    @BeforeEach
    void open() {
        ledger = Ledger.open(LedgerSettings.inFolder(folder.resolve("data")), Clock.systemUTC());
        importer = new ZoneFileImporter(ledger, null, "node");
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private File file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content).toFile();
    }

    private Request row(long file) {
        return ledger.requests()
                .page(file, 0, EnumSet.allOf(RequestState.class), 1)
                .get(0);
    }

    private List<FileState> states() {
        return ledger.files().named(NAME).stream().map(ImportedFile::state).toList();
    }

    @Test
    void aCsvFileWithTheBytesOfItsRowIsAnotherFile() throws IOException {
        ImportTicket zone = importer.accept(file("example.com.json", ONE), "ada", null);

        ImportFile same =
                ImportFile.of(file("same.csv", row(zone.fileId()).rowData()).toPath());

        assertThat(ledger.files().receive(same.name(), same.identity(), "ada").fresh())
                .isTrue();
    }

    @Test
    void theSameRecordsOfAnotherZoneAreAnotherFile() throws IOException {
        ImportTicket one = importer.accept(file("example.com.json", ONE), "ada", null);
        ImportTicket other = importer.accept(file("example.net.json", ONE), "ada", null);

        assertThat(other.fileId()).isNotEqualTo(one.fileId());
        assertThat(row(other.fileId()).domain()).isEqualTo("example.net");
    }

    @Test
    void whatMeetsAFileThatIsBeingReadLeavesNothingAndBeginsAnewAfterwards() throws IOException {
        long earlier =
                ledger.files().receive(NAME, "ab".repeat(32), "bob").file().id();
        ledger.files().take(earlier, "another node");
        File newer = file("example.com.json", ONE);

        assertThatThrownBy(() -> importer.accept(newer, "ada", null))
                .isInstanceOf(FileBusyException.class)
                .hasMessageContaining("is being read now");
        assertThat(states()).containsExactly(FileState.REFUSED, FileState.RECEIVING);

        // The other node died before it noted a row.
        ledger.files().giveBack(earlier, "another node");
        ImportTicket taken = importer.accept(newer, "ada", null);

        assertThat(taken.state()).isEqualTo(FileState.PLANNING);
        assertThat(row(taken.fileId()).state()).isEqualTo(RequestState.RECEIVED);
        assertThat(ledger.files().find(earlier).orElseThrow().cancelled().why())
                .isEqualTo("replaced by a newer " + NAME);
        assertThat(states()).doesNotContain(FileState.RECEIVING);
    }

    @Test
    void aFileIsFreeUnlessAnEarlierOneOfItsZoneIsApplied() throws IOException {
        File newer = file("example.com.yaml", "[]");
        ImportTicket ticket = importer.accept(file("example.com.json", ONE), "ada", null);
        assertThat(importer.isFree(newer)).isTrue();
        ledger.plans()
                .record(
                        ticket.fileId(),
                        List.of(PlanResult.planned(row(ticket.fileId()), PlanFigures.ofChanges("+ www"), "www")));
        String code = ledger.plans().close(ticket.fileId()).orElseThrow();
        assertThat(importer.isFree(newer)).isTrue();

        ledger.plans().approve(ticket.fileId(), code, "ada");

        assertThat(importer.isFree(newer)).isFalse();
        assertThat(importer.isFree(file("example.net.yaml", "[]"))).isTrue();
        assertThat(importer.isFree(file("no zone at all.yaml", "[]"))).isTrue();
    }
}
