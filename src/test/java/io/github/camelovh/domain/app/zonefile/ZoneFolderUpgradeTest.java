// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.zonefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.ledger.LedgerSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZoneFolderUpgradeTest {
    @TempDir
    Path data;

    @Test
    void whatIsLeftWhereAProcessDiedIsTakenAndNothingAfterTheEnd() throws IOException {
        Path kept = Files.createDirectories(data.resolve("zones/.kept"));
        Files.writeString(kept.resolve("a.example.json"), "[]");
        Path done = data.resolve("done.txt");
        try (Ledger ledger = Ledger.open(LedgerSettings.inFolder(data), Clock.systemUTC())) {
            // As if an earlier process had taken another one over, and died.
            ledger.zones().synced("b.example", "[]");
            ZoneFolderUpgrade upgrade =
                    new ZoneFolderUpgrade(data.resolve("zones"), data.resolve("outbox"), done, ledger.zones());

            upgrade.run();
            assertThat(ledger.zones().synced()).containsExactly("a.example", "b.example");
            assertThat(done).exists();

            Files.writeString(kept.resolve("c.example.json"), "[]");
            upgrade.run();
            assertThat(ledger.zones().synced()).containsExactly("a.example", "b.example");
        }
    }

    @Test
    void aFaultOfTheDiskLeavesTheRestToTheNextStart() throws IOException {
        Path begun = Files.writeString(
                Files.createDirectories(data.resolve("zones/.state")).resolve("a.example.begun"), "");
        Files.write(data.resolve("zones/.state/b.example.begun"), new byte[] {1});
        Path before = Files.createDirectories(data.resolve("outbox/a.example.before.json"));
        Path done = data.resolve("done.txt");
        try (Ledger ledger = Ledger.open(LedgerSettings.inFolder(data), Clock.systemUTC())) {
            ZoneFolderUpgrade upgrade =
                    new ZoneFolderUpgrade(data.resolve("zones"), data.resolve("outbox"), done, ledger.zones());

            // A folder in place of the file cannot be read, as a file on a broken disk cannot.
            assertThatThrownBy(upgrade::run).isInstanceOf(IOException.class);
            assertThat(done).doesNotExist();

            Files.delete(before);
            Files.writeString(before, "{}");
            upgrade.run();
            assertThat(ledger.zones().restorePoint("a.example")).contains("{}");
            assertThat(begun).doesNotExist();
            assertThat(data.resolve("zones/.state/b.example.begun"))
                    .as("without a restore point")
                    .exists();
            assertThat(done).exists();
        }
    }
}
