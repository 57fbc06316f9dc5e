// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of an H2 ledger while it is written to without a pause. */
@Tag("benchmark")
class LedgerFileSizeIT {
    private static final int ROUNDS = 6;
    private static final Duration ROUND = LedgerSettings.RETENTION.plusSeconds(5);

    @TempDir
    Path folder;

    @Test
    void growsWithItsRowsAndNotWithTheNumberOfWrites() throws Exception {
        List<Long> largest = new ArrayList<>();
        long writes = 0;
        try (Ledger ledger = Ledger.open(LedgerSettings.inFolder(folder), Clock.systemUTC())) {
            long file = new LedgerFixture(ledger).newFile();
            for (int round = 0; round < ROUNDS; round++) {
                long max = 0;
                for (Instant end = Instant.now().plus(ROUND); Instant.now().isBefore(end); writes++) {
                    assertThat(ledger.files().take(file, "node")).isTrue();
                    max = Math.max(max, Files.size(folder.resolve("ledger.mv.db")));
                }
                largest.add(max);
            }
        }
        System.out.printf("LedgerFileSizeIT: %,d writes; largest file in each %s: %s bytes%n", writes, ROUND, largest);
        assertThat(largest.get(ROUNDS - 1)).isLessThan(largest.get(1) * 3 / 2);
    }
}
