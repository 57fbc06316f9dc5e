// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.strategy.MarkerFileExclusiveReadLockStrategy;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettledFilesTest {
    @TempDir
    Path folder;

    private final AtomicLong nanos = new AtomicLong();
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final Exchange exchange = new DefaultExchange(context);
    private final Set<String> elsewhere = ConcurrentHashMap.newKeySet();
    private Runnable whileLocked = () -> {};

    private final SettledFiles settled = new SettledFiles(
            new MarkerFileExclusiveReadLockStrategy() {
                @Override
                public boolean acquireExclusiveReadLock(
                        org.apache.camel.component.file.GenericFileOperations<File> operations,
                        GenericFile<File> file,
                        Exchange taken) {
                    whileLocked.run();
                    return elsewhere.add(file.getAbsoluteFilePath());
                }

                @Override
                public void releaseExclusiveReadLockOnAbort(
                        org.apache.camel.component.file.GenericFileOperations<File> operations,
                        GenericFile<File> file,
                        Exchange taken) {
                    elsewhere.remove(file.getAbsoluteFilePath());
                }
            },
            nanos::get);

    private boolean isTaken(Path file) throws Exception {
        GenericFile<File> found = new GenericFile<>();
        found.setAbsoluteFilePath(file.toString());
        found.setFile(file.toFile());
        return settled.acquireExclusiveReadLock(null, found, exchange);
    }

    private void pass(long millis) {
        nanos.addAndGet(Duration.ofMillis(millis).toNanos());
    }

    @Test
    void aFileIsTakenOnceItWasTheSameForASecond() throws Exception {
        Path file = Files.writeString(folder.resolve("a.csv"), "one");
        assertThat(isTaken(file)).as("seen for the first time").isFalse();
        pass(999);
        assertThat(isTaken(file)).as("too soon").isFalse();
        pass(1);

        assertThat(isTaken(file)).isTrue();
    }

    @Test
    void oneThatGrowsIsNot() throws Exception {
        Path file = Files.writeString(folder.resolve("a.csv"), "one");
        for (int i = 0; i < 5; i++) {
            assertThat(isTaken(file)).isFalse();
            pass(2_000);
            Files.writeString(file, "more", StandardOpenOption.APPEND);
        }
        assertThat(isTaken(file)).isFalse();
        pass(1_000);

        assertThat(isTaken(file)).isTrue();
    }

    /** As a copy that has room made for it first. */
    @Test
    void oneThatIsWrittenWithinItsLengthIsNot() throws Exception {
        Path file = Files.writeString(folder.resolve("a.csv"), "one");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-11-30T10:00:00Z")));
        assertThat(isTaken(file)).isFalse();
        pass(2_000);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-11-30T10:00:01Z")));

        assertThat(isTaken(file)).isFalse();
    }

    /** The clock of a share is another one; what is old or of tomorrow there is taken and not taken for the same reasons. */
    @Test
    void theTimeOfAFileIsNotComparedWithTheClock() throws Exception {
        for (String time : List.of("2001-01-01T00:00:00Z", "2101-01-01T00:00:00Z")) {
            Path file = Files.writeString(folder.resolve(time.substring(0, 4) + ".csv"), "one");
            Files.setLastModifiedTime(file, FileTime.from(Instant.parse(time)));
            assertThat(isTaken(file)).as(time).isFalse();
            pass(1_000);
            assertThat(isTaken(file)).as(time).isTrue();
        }
    }

    @Test
    void oneThatIsReplacedBySuchAnotherIsNot() throws Exception {
        FileTime time = FileTime.from(Instant.parse("2026-11-30T10:00:00Z"));
        Path file = Files.setLastModifiedTime(Files.writeString(folder.resolve("a.csv"), "one"), time);
        Path other = Files.setLastModifiedTime(Files.writeString(folder.resolve("b"), "two"), time);
        assertThat(isTaken(file)).isFalse();
        pass(1_000);
        Files.move(other, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        assertThat(isTaken(file)).isFalse();
    }

    @Test
    void oneThatIsGoneOrChangesOnceItIsLockedIsGivenBack() throws Exception {
        Path file = Files.writeString(folder.resolve("a.csv"), "one");
        assertThat(isTaken(file)).isFalse();
        pass(1_000);
        whileLocked = file.toFile()::delete; // another process was done with it
        assertThat(isTaken(file)).isFalse();
        assertThat(elsewhere).isEmpty();
    }

    @Test
    void oneThatAnotherProcessHasIsNotTaken() throws Exception {
        Path file = Files.writeString(folder.resolve("a.csv"), "one");
        elsewhere.add(file.toString());
        assertThat(isTaken(file)).isFalse();
        pass(1_000);

        assertThat(isTaken(file)).isFalse();
    }

    /** By Camel's own lock each of them takes a second. */
    @Test
    void threeHundredAreTakenWithinSeconds() throws Exception {
        for (int i = 0; i < 300; i++) {
            Files.writeString(folder.resolve(i + ".csv"), "one");
        }
        ConcurrentLinkedQueue<String> taken = new ConcurrentLinkedQueue<>();
        try (context) {
            context.getRegistry().bind("settled", SettledFiles.lockedByFiles(true));
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("file:" + folder + "?includeExt=csv&delay=1000&initialDelay=0&move=.done"
                                    + "&exclusiveReadLockStrategy=#settled")
                            .process(each -> taken.add(each.getMessage().getHeader(Exchange.FILE_NAME, String.class)));
                }
            });
            context.start();

            await("all files").atMost(Duration.ofSeconds(60)).until(() -> taken.size() >= 300);
        }
        assertThat(taken)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 300).mapToObj(i -> i + ".csv").toList());
        assertThat(folder).isDirectoryNotContaining("glob:**.camelLock");
    }
}
