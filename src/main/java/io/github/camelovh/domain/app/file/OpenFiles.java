// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Finds files and folders that other users of the machine can read or change. They are told of and not changed: they may be meant so. */
public final class OpenFiles {
    private static final Set<PosixFilePermission> OTHERS = PosixFilePermissions.fromString("------rwx");
    private static final Set<PosixFilePermission> GROUP_AND_OTHERS = PosixFilePermissions.fromString("---rwxrwx");

    private OpenFiles() {}

    /**
     * What is open, and how to mend it.
     *
     * @param what a sentence without its full stop
     * @param whatToDo a command
     */
    public record Opening(String what, String whatToDo) {}

    /**
     * Looks at one file or folder; a folder that is shared with its group by the set-group-id bit may be open to that group.
     *
     * @return empty if it is closed, or missing, or its file system has no permissions
     */
    public static Optional<Opening> look(Path path) {
        return look(path, GROUP_AND_OTHERS, "go=");
    }

    /** As {@link #look(Path)}, for a folder that is there for several users: all others must not see it. */
    public static Optional<Opening> lookAtShared(Path folder) {
        return look(folder, OTHERS, "o=");
    }

    private static Optional<Opening> look(Path path, Set<PosixFilePermission> unwanted, String mend) {
        try {
            if (!PrivateFiles.havePermissions(path) || !Files.exists(path)) {
                return Optional.empty();
            }
            boolean folder = Files.isDirectory(path);
            Set<PosixFilePermission> mode = Files.getPosixFilePermissions(path);
            Set<PosixFilePermission> open = EnumSet.copyOf(mode);
            open.retainAll(folder && PrivateFiles.isShared(path) ? OTHERS : unwanted);
            return open.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Opening(
                            path + " is open to other users (" + PosixFilePermissions.toString(mode) + ")",
                            "chmod " + (folder ? "-R " : "") + mend + " " + path));
        } catch (IOException e) {
            return Optional.empty(); // whoever uses it tells what is wrong with it
        }
    }
}
