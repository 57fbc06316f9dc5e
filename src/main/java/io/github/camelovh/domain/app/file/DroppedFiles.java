// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Set;

/**
 * Opens files in folders that others may write to. What somebody drops there must be a file of its own: a link would have the application
 * read what only the application may read. A link is never followed: it is refused by the operating system at the moment of opening, so
 * that nobody can put one there after a check.
 */
public final class DroppedFiles {
    private static final String MEND = " Nothing of it was read. Drop a copy of the file itself.";

    private DroppedFiles() {}

    /**
     * Opens a dropped file.
     *
     * @throws DropRefusedException if it is a symbolic link, a folder, a pipe, a socket or a device, or has a second name (a hard link)
     * @throws NoSuchFileException if there is none
     */
    public static InputStream open(Path file) throws IOException {
        BasicFileAttributes before = look(file);
        SeekableByteChannel channel;
        try {
            channel = Files.newByteChannel(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
        } catch (NoSuchFileException e) {
            throw e;
        } catch (IOException e) {
            look(file); // a link that was put there meanwhile
            throw e;
        }
        boolean open = false;
        try {
            if (!Objects.equals(look(file).fileKey(), before.fileKey())) {
                throw refused(file, "another file was put in its place while it was opened");
            }
            open = true;
            return Channels.newInputStream(channel);
        } finally {
            if (!open) {
                channel.close();
            }
        }
    }

    /**
     * Reads a dropped file of limited length.
     *
     * @param most bytes
     * @throws DropRefusedException as {@link #open} does, and if it is longer
     */
    public static byte[] read(Path file, int most) throws IOException {
        try (InputStream in = open(file)) {
            return bounded(in, file, most);
        }
    }

    /**
     * Reads a file that a user named, of limited length; links are followed.
     *
     * @throws DropRefusedException if it is longer
     */
    public static byte[] readNamed(Path file, int most) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return bounded(in, file, most);
        }
    }

    private static byte[] bounded(InputStream in, Path file, int most) throws IOException {
        byte[] bytes = in.readNBytes(most);
        if (in.read() >= 0) {
            throw new DropRefusedException(
                    file.getFileName() + " is refused: it has more than " + most
                            + " bytes, which is the limit. Nothing of it was used. Split it, or check that it is the right file.");
        }
        return bytes;
    }

    private static BasicFileAttributes look(Path file) throws IOException {
        BasicFileAttributes seen = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (seen.isSymbolicLink()) {
            throw refused(file, "it is a symbolic link, and links are not followed here");
        }
        if (!seen.isRegularFile()) {
            throw refused(
                    file, seen.isDirectory() ? "it is a folder" : "it is no file, but a pipe, a socket or a device");
        }
        if (names(file) > 1) {
            throw refused(file, "it has a second name elsewhere (a hard link), so it may be another one's file");
        }
        return seen;
    }

    /** How many names the file has; 1 where the file system does not tell. */
    static int names(Path file) throws IOException {
        return file.getFileSystem().supportedFileAttributeViews().contains("unix")
                ? (int) Files.getAttribute(file, "unix:nlink", LinkOption.NOFOLLOW_LINKS)
                : 1;
    }

    private static DropRefusedException refused(Path file, String why) {
        return new DropRefusedException(file.getFileName() + " is refused: " + why + "." + MEND);
    }
}
