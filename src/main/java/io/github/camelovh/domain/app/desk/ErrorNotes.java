/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.github.camelovh.domain.app.desk;

import io.github.camelovh.domain.app.row.ImportFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/**
 * Tells in the outbox of files that could not be taken: {@code NAME.error.txt}, one paragraph each time, so that a second
 * file of that name does not hide what was wrong with the first. Thread-safe.
 */
public final class ErrorNotes {
    private final Path outbox;
    private final Clock clock;

    /**
     * @param outbox made if it is not there
     */
    public ErrorNotes(Path outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Adds a note.
     *
     * @param file the file as it was dropped, wherever it lies now
     * @param sentence what is wrong and what to do
     */
    public synchronized void add(Path file, String sentence) throws IOException {
        String name = ImportFile.safeName(String.valueOf(file.getFileName()));
        int dot = name.lastIndexOf('.');
        Files.createDirectories(outbox);
        Files.writeString(
                outbox.resolve((dot > 0 ? name.substring(0, dot) : name) + ".error.txt"),
                OffsetDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS) + " " + name + "\n" + sentence + "\n\n",
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
