// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The wall clock of a process, wrong by as much as a test says, by the library libfaketime (Debian package of that name). */
final class FakeTime {
    private static final List<Path> PLACES = List.of(
            Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1"),
            Path.of("/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1"),
            Path.of("/usr/lib/faketime/libfaketimeMT.so.1"));

    private final Path file;

    /** @param file that says by how much it is wrong */
    FakeTime(Path file) throws IOException {
        this.file = file;
        set(Duration.ZERO);
    }

    static boolean isInstalled() {
        return PLACES.stream().anyMatch(Files::exists);
    }

    /** Sets it; the process sees that within a second. */
    void set(Duration ahead) throws IOException {
        Path written = Files.writeString(
                file.resolveSibling(file.getFileName() + ".new"), String.format("%+d%n", ahead.toSeconds()));
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** For the process. The clock that counts from its start stays right, as where somebody sets the time. */
    Map<String, String> environment() {
        Path library = PLACES.stream().filter(Files::exists).findFirst().orElseThrow();
        return Map.of(
                "LD_PRELOAD", library.toString(),
                "FAKETIME_TIMESTAMP_FILE", file.toString(),
                "FAKETIME_CACHE_DURATION", "1",
                "DONT_FAKE_MONOTONIC", "1",
                // Else each wait of Java for a time is over at once.
                "FAKETIME_FORCE_MONOTONIC_FIX", "0",
                "NO_FAKE_STAT", "1");
    }
}
