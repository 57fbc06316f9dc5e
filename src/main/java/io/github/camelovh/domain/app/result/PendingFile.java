// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.result;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A file that is written beside its place and moved there when it is whole; what a crash left behind is overwritten. */
public final class PendingFile {
    private final Path target;
    private final Path part;

    /** @param target where it will be, in a folder that is there */
    public PendingFile(Path target) {
        this.target = target;
        this.part = target.resolveSibling("." + target.getFileName() + ".part");
    }

    /** Writes a whole text under its name, or leaves what was there. */
    public static void write(Path target, String text) throws IOException {
        Files.createDirectories(target.toAbsolutePath().getParent());
        PendingFile pending = new PendingFile(target);
        Files.writeString(pending.part(), text);
        pending.publish();
    }

    /** Where it is written meanwhile. */
    public Path part() {
        return part;
    }

    /** Puts it on the disk, then under its name, over an older one if there is one. */
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

    /** Leaves nothing behind, nor does it after {@link #publish}. */
    public void discard() throws IOException {
        Files.deleteIfExists(part);
    }
}
