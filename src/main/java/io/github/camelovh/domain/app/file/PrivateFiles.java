// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.file;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Makes files (0600) and folders (0700) that only their owner can read, from their first moment: they are created with that mode, whatever
 * the umask of the process. On file systems without POSIX permissions they have what their folder gives them.
 *
 * <p>A folder that a user shares with a group, by its set-group-id bit ({@code chmod 2750}), is the exception: that group can read the
 * files that are made in it (0640).
 */
public final class PrivateFiles {
    private static final Set<PosixFilePermission> OF_FILES = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OF_SHARED_FILES = PosixFilePermissions.fromString("rw-r-----");
    /** The set-group-id bit, and that the group may read. */
    private static final int SHARED = 02040;

    private static final Set<PosixFilePermission> OF_FOLDERS = PosixFilePermissions.fromString("rwx------");

    private PrivateFiles() {}

    /** Whether files at this path have POSIX permissions. */
    public static boolean havePermissions(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** Makes a folder, and those above it that are missing; one that exists stays as it is. Returns the folder. */
    public static Path folder(Path folder) throws IOException {
        return Files.createDirectories(folder, attributes(folder, OF_FOLDERS));
    }

    /** Opens a new file for writing, in place of what is at this path; a link there is removed and not followed. */
    public static OutputStream stream(Path file) throws IOException {
        Files.deleteIfExists(file);
        return open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /** As {@link #stream}, for text in UTF-8. */
    public static Writer writer(Path file) throws IOException {
        return new BufferedWriter(new OutputStreamWriter(stream(file), StandardCharsets.UTF_8));
    }

    /** Opens the file that a user named, for text in UTF-8: one that is there is written anew and keeps its mode. */
    public static Writer named(Path file) throws IOException {
        return new BufferedWriter(new OutputStreamWriter(
                open(file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE),
                StandardCharsets.UTF_8));
    }

    /** Writes a new file in UTF-8, in place of what is at this path. */
    public static void write(Path file, String text) throws IOException {
        try (OutputStream out = stream(file)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Adds to the end of a file, which is made if it is missing. A link is not followed. */
    public static void append(Path file, String text) throws IOException {
        try (OutputStream out =
                open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND, LinkOption.NOFOLLOW_LINKS)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Makes an empty file, for a library that writes it then; one that exists stays as it is. */
    public static void ensure(Path file) throws IOException {
        try {
            Files.createFile(
                    file, attributes(file, ofFilesIn(file.toAbsolutePath().getParent())));
        } catch (FileAlreadyExistsException e) {
            // it is somebody's already
        }
    }

    /**
     * Makes an empty file.
     *
     * @throws FileAlreadyExistsException if there is one
     */
    public static void create(Path file) throws IOException {
        Files.createFile(file, attributes(file, ofFilesIn(file.toAbsolutePath().getParent())));
    }

    /** Makes an empty file with a name of its own. */
    public static Path temporary(Path folder, String prefix, String suffix) throws IOException {
        return Files.createTempFile(folder, prefix, suffix, attributes(folder, ofFilesIn(folder)));
    }

    /**
     * Takes the rights of group and others on a file that somebody else made, where this user may. Does nothing for a link, a folder,
     * another user's file, or one with a second name elsewhere.
     */
    public static void restrict(Path file) {
        if (!havePermissions(file) || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            if (DroppedFiles.names(file) > 1) {
                return;
            }
            Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
                    .setPermissions(ofFilesIn(file.toAbsolutePath().getParent()));
        } catch (IOException e) {
            // Another user's file keeps its mode; the folder that it lies in keeps others out.
        }
    }

    /** The permissions of files that are made in this folder. */
    static Set<PosixFilePermission> ofFilesIn(Path folder) throws IOException {
        return isShared(folder) ? OF_SHARED_FILES : OF_FILES;
    }

    /** Whether a user shares the folder with its group. */
    static boolean isShared(Path folder) throws IOException {
        boolean unix = folder.getFileSystem().supportedFileAttributeViews().contains("unix");
        return unix && ((int) Files.getAttribute(folder, "unix:mode") & SHARED) == SHARED;
    }

    private static OutputStream open(Path file, OpenOption... options) throws IOException {
        return Channels.newOutputStream(Files.newByteChannel(
                file,
                Set.of(options),
                attributes(file, ofFilesIn(file.toAbsolutePath().getParent()))));
    }

    private static FileAttribute<?>[] attributes(Path path, Set<PosixFilePermission> permissions) {
        return havePermissions(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }
}
