// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import static io.github.camelovh.domain.app.ledger.LedgerFixture.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelovh.domain.order.PurchaseFacts;
import io.github.camelovh.domain.order.PurchaseStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The H2 ledger after its process was killed, and while it lives. */
class LedgerDurabilityTest {
    @TempDir
    Path folder;

    /** Commits row after row, says so, and is halted in the middle of it. */
    static final class Victim {
        private Victim() {}

        public static void main(String[] arguments) {
            Ledger ledger = Ledger.open(LedgerSettings.inFolder(Path.of(arguments[0])), Clock.systemUTC());
            long file = new LedgerFixture(ledger).newFile();
            for (int line = 1; line <= 40; line++) {
                ledger.requests().add(file, List.of(LedgerFixture.row(line, "n" + line + ".fr")));
            }
            Runtime.getRuntime().halt(9);
        }
    }

    @Test
    void whatWasCommittedOutlivesAHaltAndTheLockDoesNot() throws Exception {
        Path output = folder.resolve("output.txt");
        Process victim = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Victim.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(victim.waitFor(90, TimeUnit.SECONDS)).isTrue();
        assertThat(victim.exitValue()).as(() -> read(output)).isEqualTo(9);

        try (Ledger ledger = Ledger.open(LedgerSettings.inFolder(folder), Clock.systemUTC())) {
            ImportedFile file = ledger.files().inState(FileState.RECEIVING).get(0);
            assertThat(file.lastLine()).isEqualTo(40);
            assertThat(ledger.requests().page(file.id(), 0, EnumSet.of(RequestState.RECEIVED), 100))
                    .hasSize(40);
        }
    }

    /** The ledger as it is found after a power failure at this moment. */
    private Ledger afterPowerFailure() throws IOException {
        Path after = Files.createDirectory(folder.resolve("after"));
        Files.copy(DiskImage.of(folder.resolve("ledger.mv.db")), after.resolve("ledger.mv.db"));
        return Ledger.open(LedgerSettings.inFolder(after), Clock.systemUTC());
    }

    private Ledger onDiskImage() {
        return Ledger.open(
                LedgerSettings.at(DiskImage.of(LedgerSettings.inFolder(folder).url()), "sa", ""), Clock.systemUTC());
    }

    @Test
    void aStepOfAPurchaseIsOnTheDiskBeforeItIsTaken() throws Exception {
        ActiveLeases held = new ActiveLeases();
        try (Ledger ledger = onDiskImage()) {
            held.hold(new LedgerFixture(ledger).buying("one.fr"));
            boolean entered = new LedgerPurchaseJournal(ledger, held)
                    .enter(key("one.fr"), PurchaseStep.CHECK_OUT, PurchaseFacts.fromJson("{\"reasons\":[]}"));
            assertThat(entered).isTrue();

            try (Ledger after = afterPowerFailure()) {
                assertThat(new LedgerPurchaseJournal(after, new ActiveLeases()).find(key("one.fr")))
                        .hasValueSatisfying(found -> assertThat(found.step()).isEqualTo(PurchaseStep.CHECK_OUT));
            }
        }
    }

    @Test
    void whatARenewalOrAnotherChangeIsAboutToDoIsOnTheDisk() throws Exception {
        try (Ledger ledger = onDiskImage()) {
            Claim claim = new LedgerFixture(ledger).buying("one.fr");
            assertThat(ledger.claims().note(claim, "{\"sent\":1}")).isTrue();

            try (Ledger after = afterPowerFailure()) {
                assertThat(after.requests()
                                .find(claim.requestId())
                                .orElseThrow()
                                .memo())
                        .isEqualTo("{\"sent\":1}");
            }
        }
    }

    @Test
    void theRestorePointOfAZoneIsOnTheDiskBeforeTheZoneIsChanged() throws Exception {
        try (Ledger ledger = onDiskImage()) {
            ledger.zones().begin("one.fr", "{}");

            try (Ledger after = afterPowerFailure()) {
                assertThat(after.zones().restorePoint("one.fr")).contains("{}");
            }
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Test
    void addressOfNoKnownDatabaseIsRefusedWithoutShowingThePassword() {
        assertThatThrownBy(() -> LedgerSettings.at("jdbc:mysql://host/db?password=hidden", "user", "hidden"))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("Nothing was opened")
                .hasMessageNotContaining("hidden");
        assertThat(LedgerSettings.at("jdbc:postgresql://host/db", "user", "hidden")
                        .toString())
                .doesNotContain("hidden");
    }
}
