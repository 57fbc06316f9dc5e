// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import io.github.camelovh.domain.api.model.VisibleText;
import io.github.camelovh.domain.app.file.PrivateFiles;
import io.github.camelovh.domain.app.row.ImportFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/**
 * Tells in the outbox of files that could not be taken: {@code NAME.error.txt}, one paragraph each time, so that a second
 * file of that name does not hide what was wrong with the first. Thread-safe.
 */
public final class FileErrorReport {
    private final Path outbox;
    private final Clock clock;

    /**
     * @param outbox made if it is not there
     */
    public FileErrorReport(Path outbox, Clock clock) {
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
        PrivateFiles.folder(outbox);
        PrivateFiles.append(
                outbox.resolve((dot > 0 ? name.substring(0, dot) : name) + ".error.txt"),
                OffsetDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS) + " " + name + "\n"
                        + VisibleText.lines(sentence) + "\n\n");
    }
}
