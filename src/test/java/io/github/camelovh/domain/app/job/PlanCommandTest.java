// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.app.ledger.PlanCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanCommandTest {
    private static final PlanCode CODE = new PlanCode("K7QF-3M2P");

    @Test
    void isReadFromTheLinesThatItWrote() {
        for (PlanCommand command : List.of(
                new PlanCommand.Approve(CODE),
                new PlanCommand.Reject(CODE, "too dear"),
                new PlanCommand.Cancel("names.csv", "wrong file"),
                new PlanCommand.Waiting())) {
            assertThat(PlanCommand.read(command.lines())).contains(command);
        }
    }

    @Test
    void isNothingElse() {
        for (List<String> lines : List.<List<String>>of(
                List.of(),
                List.of(""),
                List.of("approve"),
                List.of("approve", "3986494823fd35aa"),
                List.of("reject", "K7QF-3M2P"),
                List.of("cancel", "names.csv"),
                List.of("status", "5 20", "words"))) {
            assertThat(PlanCommand.read(lines)).as(lines.toString()).isEmpty();
        }
    }

    @Test
    void aReasonIsOneLineWithoutControlCharacters() {
        PlanCommand.Reject command =
                new PlanCommand.Reject(CODE, " too\ndear\u001b[31m\u202e\u2028 " + "x".repeat(1_000));

        assertThat(command.why())
                .startsWith("too dear\\u001b[31m\\u202e\\u2028 x")
                .hasSizeLessThanOrEqualTo(500);
        assertThat(new PlanCommand.Cancel("a\nb.csv", "\n").lines()).containsExactly("cancel", "a b.csv", "");
    }

    @Test
    void aPersonIsWhoTheOperatingSystemSaysAndNotWhatAPropertySays(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("a.csv"), "x");
        String real = Files.getOwner(file).getName();
        String before = System.setProperty("user.name", "mallory");
        try {
            assertThat(FileOwner.of(file)).isEqualTo(real);
            assertThat(FileOwner.ofThisProcess()).isEqualTo(real).isNotEqualTo("mallory");
        } finally {
            System.setProperty("user.name", before);
        }
    }
}
