// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import io.github.camelovh.domain.app.file.DropRefusedException;
import io.github.camelovh.domain.app.file.PrivateFiles;
import io.github.camelovh.domain.app.ledger.FileState;
import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.row.ImportFile;
import io.github.camelovh.domain.app.row.ImportFileException;
import io.github.camelovh.domain.app.row.NameReading;
import io.github.camelovh.domain.app.row.ReadOptions;
import io.github.camelovh.domain.app.row.RedactedCopy;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files that were processed, in hidden folders of the folder that they were dropped in, each with the time in front of its name:
 * {@code .done} without secrets, {@code .failed} as they were dropped, {@code .late} for a while as they were dropped, since their writer
 * may not have ended. All are for their owner alone, and end after a time. Thread-safe.
 */
public final class FileArchive {
    /** How long a writer may pause within a file. */
    static final Duration LATE = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(FileArchive.class);
    private static final String DONE = ".done";
    private static final String FAILED = ".failed";
    private static final String WRITTEN_LATE = ".late";
    /** In bytes; file systems take 255, and the time takes 19. */
    private static final int LONGEST_NAME = 230;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmssSSS", Locale.ROOT);
    private static final int TIME_LENGTH = 18;

    private final Ledger ledger;
    private final ReadOptions options;
    private final List<Path> folders;
    private final Duration keep;
    private final Clock clock;

    /**
     * @param options how files are read
     * @param folders those that files are dropped in
     * @param keep how long a file is kept
     * @param clock its zone is that of the times in names
     */
    public FileArchive(Ledger ledger, ReadOptions options, List<Path> folders, Duration keep, Clock clock) {
        this.ledger = ledger;
        this.options = options;
        this.folders = List.copyOf(folders);
        this.keep = keep;
        this.clock = clock;
    }

    /**
     * What a dropped file is called where it is put away: as before, after the time; a name that is too long is cut.
     *
     * @param name as it was dropped
     */
    public String nameOf(@Header(Exchange.FILE_NAME_ONLY) String name) {
        boolean isLong = name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME;
        return now() + "-" + (isLong ? ImportFile.safeName(name) : name);
    }

    private String now() {
        return TIME.format(LocalDateTime.now(clock));
    }

    /**
     * Keeps a copy without secrets of a file that was read; an earlier copy of that name is replaced. Then the file itself may be moved to
     * {@code .late}.
     *
     * @param file in a folder that files are dropped in, or in its {@code .late}
     * @param name as {@link #nameOf} gave it
     */
    public void done(File file, String name) {
        Path path = file.toPath();
        Path parent = path.toAbsolutePath().getParent();
        Path folder = parent.endsWith(WRITTEN_LATE) ? parent.getParent() : parent;
        PrivateFiles.restrict(path);
        try {
            PrivateFiles.folder(folder.resolve(WRITTEN_LATE));
            Path part = PrivateFiles.folder(folder.resolve(DONE)).resolve("." + ImportFile.safeName(name) + ".part");
            try {
                try (OutputStream copy = PrivateFiles.stream(part)) {
                    RedactedCopy.write(path, options, copy);
                }
                Files.move(
                        part,
                        part.resolveSibling(name),
                        StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException | ImportFileException | DropRefusedException e) {
            LOG.warn(
                    "{}: no copy could be kept in {}: {}. The file was read, and its rows are in the ledger.",
                    ImportFile.safeName(file.getName()),
                    folder.resolve(DONE),
                    e.getMessage());
        }
    }

    /**
     * Gets ready to put away a file that was dropped in one of the folders and cannot be used; nothing for any other file.
     *
     * @param file as it was dropped
     */
    public void failed(File file) throws IOException {
        Path parent = file.toPath().toAbsolutePath().getParent();
        if (folders.contains(parent)) {
            PrivateFiles.restrict(file.toPath());
            PrivateFiles.folder(parent.resolve(FAILED));
        }
    }

    /**
     * Makes a folder for one file that is put away with its own name.
     *
     * @param file as it was dropped
     * @param hidden {@code .done} or {@code .failed}
     * @return the folder, from the one that the file was dropped in
     */
    public String placeFor(File file, String hidden) throws IOException {
        PrivateFiles.restrict(file.toPath());
        String place = hidden + "/" + now();
        PrivateFiles.folder(file.toPath().toAbsolutePath().resolveSibling(place));
        return place;
    }

    /** Removes what was kept for its time, but for files with a plan that waits or a row that is not at its end. */
    public void expire() throws IOException {
        for (Path folder : folders) {
            for (String hidden : List.of(DONE, FAILED)) {
                for (Path each : entries(folder.resolve(hidden))) {
                    if (isOlder(each, keep) && !isOpen(each)) {
                        delete(each);
                    }
                }
            }
            for (Path each : entries(folder.resolve(WRITTEN_LATE))) {
                Instant changed = Files.getLastModifiedTime(each, LinkOption.NOFOLLOW_LINKS)
                        .toInstant();
                if (isOlder(each, LATE) && changed.isBefore(clock.instant().minus(LATE))) {
                    delete(each);
                }
            }
        }
    }

    private static List<Path> entries(Path folder) throws IOException {
        List<Path> entries = new ArrayList<>();
        if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
                all.forEach(entries::add);
            }
        }
        return entries;
    }

    /** What has no time in front was put there by somebody else, and is left alone. */
    private boolean isOlder(Path entry, Duration age) {
        String name = String.valueOf(entry.getFileName());
        if (name.length() < TIME_LENGTH) {
            return false;
        }
        try {
            ZoneId zone = clock.getZone();
            Instant archived = LocalDateTime.parse(name.substring(0, TIME_LENGTH), TIME)
                    .atZone(zone)
                    .toInstant();
            return archived.plus(age).isBefore(clock.instant());
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private boolean isOpen(Path entry) throws IOException {
        if (!Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
            return isOpen(ImportFile.safeName(entry.getFileName().toString().substring(TIME_LENGTH + 1)));
        }
        for (Path each : entries(entry)) {
            String name = String.valueOf(each.getFileName());
            NameReading.Result zone = NameReading.read(name.replaceFirst("\\.[^.]*$", ""));
            if (!zone.isRefused() && isOpen(zone.ascii() + ".zone")) {
                return true;
            }
        }
        return false;
    }

    private boolean isOpen(String name) {
        return ledger.files().named(name).stream()
                .anyMatch(file -> file.state() != FileState.FINISHED && file.state() != FileState.REFUSED);
    }

    private static void delete(Path entry) throws IOException {
        for (Path each : entries(entry)) {
            Files.deleteIfExists(each);
        }
        Files.deleteIfExists(entry);
    }
}
