// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
