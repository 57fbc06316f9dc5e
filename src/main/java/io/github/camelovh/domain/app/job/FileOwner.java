// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import io.github.camelovh.domain.api.model.VisibleText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Who stands behind a file or a process, as the operating system knows it: a name that nobody can just write down. */
public final class FileOwner {
    private static final int LONGEST = 200;

    private FileOwner() {}

    /** The owner of a file; of a link itself, and not of what it points to. */
    public static String of(Path file) throws IOException {
        return VisibleText.line(Files.getOwner(file, LinkOption.NOFOLLOW_LINKS).getName(), LONGEST);
    }

    /** The user that this process runs as: the owner of a file that it makes. */
    public static String ofThisProcess() throws IOException {
        Path made = Files.createTempFile("ovh-domain", null);
        try {
            return of(made);
        } finally {
            Files.delete(made);
        }
    }
}
