// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.result;

import io.github.camelovh.domain.app.file.PrivateFiles;
import java.io.IOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that is written under a temporary name and renamed when it is complete; leftovers of a crash are replaced. Only its owner can
 * read it.
 */
public final class PendingFile {
    private final Path target;
    private final Path part;

    /** @param target its final path, in a folder that exists */
    public PendingFile(Path target) {
        this.target = target;
        this.part = target.resolveSibling("." + target.getFileName() + ".part");
    }

    /** Writes a complete text to its file, or leaves the old file. */
    public static void write(Path target, String text) throws IOException {
        PrivateFiles.folder(target.toAbsolutePath().getParent());
        PendingFile pending = new PendingFile(target);
        pending.write(text);
        pending.publish();
    }

    /** Opens the temporary file, in UTF-8; only its owner can read it. */
    public Writer writer() throws IOException {
        return PrivateFiles.writer(part);
    }

    /** Writes all of the temporary file. */
    public void write(String text) throws IOException {
        PrivateFiles.write(part, text);
    }

    /** Forces the file to disk, then renames it to its final name, replacing an older one. */
    public Path publish() throws IOException {
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
        return target;
    }

    /** Deletes the temporary file; does nothing after {@link #publish}. */
    public void discard() throws IOException {
        Files.deleteIfExists(part);
    }
}
