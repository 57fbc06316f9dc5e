// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.row;

import io.github.camelovh.domain.app.file.DroppedFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.Objects;

/**
 * A dropped file. Its identity is its content: the same bytes under another name are the same file, and other bytes
 * under the same name are another file.
 *
 * @param path its path
 * @param name its safe name: no folders, no control characters, at most 100 characters and 200 bytes
 * @param identity SHA-256 of its bytes, 64 lower-case hexadecimal digits
 * @param bytes its length when the identity was computed
 * @param dropped whether it lies where others may write, so that links are not followed
 */
public record ImportFile(Path path, String name, String identity, long bytes, boolean dropped) {
    private static final int LONGEST_NAME = 100;

    /** File systems accept 255 bytes; our files get a time in front, or an extension and a mark of their state. */
    private static final int MOST_BYTES = 200;

    public ImportFile {
        Objects.requireNonNull(path);
        Objects.requireNonNull(name);
        Objects.requireNonNull(identity);
    }

    /**
     * Reads a file that a user named once, in constant memory, to compute its identity. Links are followed.
     *
     * @throws ImportFileException if there is no such file, or it is a folder
     * @throws IOException if it cannot be read
     */
    public static ImportFile of(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            throw new ImportFileException(0, path + " is a folder. Nothing was read; use a CSV file.");
        }
        return of(path, false);
    }

    /**
     * As {@link #of(Path)}, for a file in a folder that others may write to.
     *
     * @throws io.github.camelovh.domain.app.file.DropRefusedException if it is a link, a device or the like
     */
    public static ImportFile dropped(Path path) throws IOException {
        return of(path, true);
    }

    private static ImportFile of(Path path, boolean dropped) throws IOException {
        try (InputStream in = open(path, dropped);
                DigestInputStream digested = new DigestInputStream(in, Identity.digest())) {
            long bytes = digested.transferTo(java.io.OutputStream.nullOutputStream());
            Path fileName = path.getFileName();
            String name = safeName(fileName == null ? "" : fileName.toString());
            return new ImportFile(path, name, Identity.text(digested.getMessageDigest()), bytes, dropped);
        } catch (NoSuchFileException e) {
            throw new ImportFileException(0, "There is no file " + path + ". Nothing was read; check the path.");
        }
    }

    /** Opens the file again. */
    InputStream open() throws IOException {
        return open(path, dropped);
    }

    private static InputStream open(Path path, boolean dropped) throws IOException {
        return dropped ? DroppedFiles.open(path) : Files.newInputStream(path);
    }

    /** The name without its extension; result files are named after it. */
    public String baseName() {
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /** {@link #baseName()} with the first 8 digits of the identity, if another file already has the plain name. */
    public String distinctBaseName() {
        return baseName() + '-' + identity.substring(0, 8);
    }

    /**
     * Converts any text to a name that is safe on every file system: removes everything up to the last slash or
     * backslash, replaces other special characters by {@code _}, removes leading dots, cuts the length, and puts a
     * {@code _} before a device name of Windows.
     */
    public static String safeName(String given) {
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        StringBuilder safe = new StringBuilder();
        last.codePoints().forEach(c -> safe.appendCodePoint(isHarmless(c) ? c : '_'));
        String name = safe.toString().strip().replaceFirst("^[.\\s]+", "").replaceFirst("[.\\s]+$", "");
        name = shortened(name).replaceFirst("[.\\s]+$", "");
        if (name.isEmpty()) {
            return "unnamed.csv";
        }
        return name.matches("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?") ? '_' + name : name;
    }

    private static String shortened(String name) {
        int dot = name.lastIndexOf('.');
        String ending = dot > name.length() - 10 && dot > 0 ? name.substring(dot) : "";
        int end = name.length() - ending.length();
        while (end > 0 && isLong(name.substring(0, end) + ending)) {
            end = name.offsetByCodePoints(end, -1);
        }
        return name.substring(0, end) + ending;
    }

    private static boolean isLong(String name) {
        return name.length() > LONGEST_NAME || name.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES;
    }

    private static boolean isHarmless(int c) {
        return Character.isLetterOrDigit(c) || " ._-+()[]@,".indexOf(c) >= 0;
    }
}
