// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelovh.domain.app.ledger.FileState;
import io.github.camelovh.domain.app.ledger.ImportedFile;
import io.github.camelovh.domain.app.ledger.Ledger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many small files are dropped at once, as a script leaves them: each is done once, the oldest first. */
@Tag("once")
@Tag("crash")
class ManyFilesIT {
    private static final int FILES = Integer.getInteger("ovh-domain.files", 3_000);
    /** Also on a loaded machine; on a quiet one it is a part of that. */
    private static final Duration EACH = Duration.ofSeconds(2);

    @TempDir
    Path folder;

    @Test
    void eachIsDoneOnceAndInOrder() throws Exception {
        Path inbox = Files.createDirectories(folder.resolve("a/data/inbox"));
        Instant begin = Instant.now();
        for (int i = FILES; i > 0; i--) {
            Path file = Files.write(inbox.resolve(name(i)), List.of("action,domain", "order,many-files-" + i + ".com"));
            Files.setLastModifiedTime(file, FileTime.from(begin.minusSeconds(60 + FILES - i)));
        }
        try (Nodes nodes = new Nodes(folder, 0)) {
            nodes.start("a", "ovh-domain.ledger.lease=PT10M");
            try (Ledger ledger = Ledger.open(nodes.direct(), Clock.systemUTC())) {
                await("all files")
                        .conditionEvaluationListener(condition -> {
                            if (condition.getRemainingTimeInMS() < 2_000) {
                                System.out.println(
                                        states(ledger) + nodes.process("a").printed());
                            }
                        })
                        .atMost(Duration.ofMinutes(5).plus(EACH.multipliedBy(FILES)))
                        .pollInterval(Duration.ofSeconds(1))
                        .until(() -> {
                            ledger.files().inState(FileState.PLANNED).forEach(each -> ledger.plans()
                                    .approve(each.id(), each.planCode(), "test"));
                            return ledger.files().inState(FileState.FINISHED).size() >= FILES;
                        });
                System.out.printf(
                        "%d files of one row: %d s%n",
                        FILES, Duration.between(begin, Instant.now()).toSeconds());
                assertThat(ledger.files().inState(FileState.FINISHED).stream()
                                .sorted(Comparator.comparing(ImportedFile::id))
                                .map(ImportedFile::name))
                        .as("each once, the oldest first")
                        .containsExactlyElementsOf(IntStream.rangeClosed(1, FILES)
                                .mapToObj(ManyFilesIT::name)
                                .toList());
            }
            assertThat(nodes.sandbox().sold().ordersByName().values())
                    .hasSize(FILES)
                    .containsOnly(1);
            assertThat(folder.resolve("a/data/inbox/.failed")).doesNotExist();
            assertThat(nodes.process("a").printed()).doesNotContain("OutOfMemory", "\tat ");
        }
    }

    private static String states(Ledger ledger) {
        return Stream.of(FileState.values())
                .map(state -> state + " " + ledger.files().inState(state).size())
                .collect(Collectors.joining(", ", "", "\n"));
    }

    private static String name(int number) {
        return String.format("file-%05d.csv", number);
    }
}
