// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.github.camelovh.domain.ProcessUnderTest;
import io.github.camelovh.domain.SandboxProcess;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk under an H2 ledger is full for a while. It needs a file system of its own, so the right to mount one. */
@Tag("once")
@Tag("crash")
class FullDiskIT {
    private static final int NAMES = 60;
    private static final Duration FULL = Duration.ofSeconds(70);

    @TempDir
    Path folder;

    private Path disk;

    @BeforeEach
    void mount() throws Exception {
        disk = Files.createDirectories(folder.resolve("disk"));
        assumeThat(execute("mount", "-t", "tmpfs", "-o", "size=80m", "tmpfs", disk.toString()))
                .isZero();
    }

    @AfterEach
    void unmount() throws Exception {
        execute("umount", disk.toString());
    }

    private static int execute(String... command) throws Exception {
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    @Test
    void oneSentenceAMinuteAndTheRightEndOnceThereIsRoom() throws Exception {
        try (SandboxProcess sandbox = SandboxProcess.start(folder, "--latency", "100")) {
            Path file = Files.write(
                    disk.resolve("full.csv"),
                    Stream.concat(
                                    Stream.of("action,domain"),
                                    IntStream.rangeClosed(1, NAMES).mapToObj(i -> "order,full-" + i + ".com"))
                            .toList());
            // Its output is on another disk.
            ProcessUnderTest process = ProcessUnderTest.start(
                    folder,
                    "import",
                    List.of(),
                    SandboxProcess.environment(sandbox.port()),
                    List.of(
                            "import",
                            file.toString(),
                            "--data",
                            disk.resolve("data").toString(),
                            "--yes",
                            "--set",
                            "ovh-domain.limit.run=10000 EUR",
                            "--set",
                            "ovh-domain.ledger.lease=PT20S"));
            try {
                await("some orders").atMost(Duration.ofMinutes(2)).until(() -> ordered(sandbox) >= NAMES / 4);
                Path filler = fill();
                long before = process.printed().lines().count();
                await("the sentence").atMost(Duration.ofSeconds(30)).until(() -> process.printed()
                        .contains("The ledger's database cannot be used now"));
                Instant end = Instant.now().plus(FULL);
                await().atMost(FULL.plusSeconds(5)).until(() -> Instant.now().isAfter(end));
                String meanwhile =
                        String.join("\n", process.printed().lines().skip(before).toList());
                int sold = ordered(sandbox);
                Files.delete(filler);
                RecoveryTimes.measure("a full disk under the ledger", () -> orderedNow(sandbox), NAMES);

                int code = process.exitCode(180);

                System.out.printf(
                        "disk full for %d s with %d of %d names ordered: %d lines; exit code %d%n",
                        FULL.toSeconds(), sold, NAMES, meanwhile.lines().count(), code);
                assertThat(code).as(process.printed()).isZero();
                assertThat(sandbox.sold().ordersByName().values())
                        .hasSize(NAMES)
                        .containsOnly(1);
                assertThat(meanwhile.lines().filter(line -> line.matches("[0-9:.]+ (ERROR|WARN) .*")))
                        .as(meanwhile)
                        .hasSizeLessThan(6);
                assertThat(meanwhile).doesNotContain("\tat ");
            } finally {
                process.kill();
            }
        }
    }

    private static int ordered(SandboxProcess sandbox) throws Exception {
        return sandbox.sold().ordersByName().size();
    }

    /** As {@link #ordered}: its ledger is another process's, so an order stands for a row. */
    private static long orderedNow(SandboxProcess sandbox) {
        try {
            return ordered(sandbox);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes all room that is left. */
    private Path fill() throws IOException {
        Path filler = disk.resolve("filler");
        byte[] chunk = new byte[4096];
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(chunk);
            }
        } catch (IOException full) {
            return filler;
        }
    }
}
