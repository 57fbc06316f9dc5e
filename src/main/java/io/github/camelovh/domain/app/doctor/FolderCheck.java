// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.doctor;

import io.github.camelovh.domain.api.Plural;
import io.github.camelovh.domain.app.settings.ApplicationSettings;
import io.github.camelovh.domain.app.settings.OpenPlaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The folders: whether they are there, can be written, have room, and hold files that nobody looked after. */
final class FolderCheck implements Check {
    private static final String AREA = "folders";
    private static final long MEGABYTE = 1024 * 1024;
    private static final long LITTLE = 1024 * MEGABYTE;
    private static final long TOO_LITTLE = 100 * MEGABYTE;

    private final ApplicationSettings settings;
    private final List<Path> keyFiles;

    /** @param keyFiles where keys of the account may be */
    FolderCheck(ApplicationSettings settings, List<Path> keyFiles) {
        this.settings = settings;
        this.keyFiles = List.copyOf(keyFiles);
    }

    @Override
    public List<Finding> examine() {
        List<Finding> found = new ArrayList<>();
        Map<Path, Boolean> folders = new LinkedHashMap<>();
        folders.put(settings.data(), false);
        folders.put(settings.inbox(), settings.sharedInbox() != null);
        folders.put(settings.zoneFolder(), false);
        folders.put(settings.outbox(), false);
        folders.put(settings.control(), false);
        folders.forEach((folder, needed) -> writable(folder, needed, found));
        OpenPlaces.of(settings, keyFiles)
                .forEach(each -> found.add(Finding.warning(AREA, each.what(), each.whatToDo())));
        space(found);
        for (Path folder : List.of(settings.inbox(), settings.zoneFolder())) {
            failedFiles(folder, found);
        }
        return found.isEmpty() ? List.of(Finding.ok(AREA, "all in " + settings.data() + " can be written")) : found;
    }

    private static void writable(Path folder, boolean needed, List<Finding> found) {
        if (!Files.exists(folder)) {
            if (needed) {
                found.add(Finding.fault(AREA, folder + " is not there", "mount it, or make it"));
            }
            return; // the first start makes it
        }
        if (!Files.isDirectory(folder)) {
            found.add(Finding.fault(AREA, folder + " is no folder", "move that file away"));
        } else if (!Files.isWritable(folder)) {
            found.add(Finding.fault(
                    AREA, "this user may not write in " + folder, "let the user that runs ovh-domain write in it"));
        }
    }

    private void space(List<Finding> found) {
        Path there = settings.data().toAbsolutePath();
        while (there != null && !Files.exists(there)) {
            there = there.getParent();
        }
        try {
            long free =
                    there == null ? Long.MAX_VALUE : Files.getFileStore(there).getUsableSpace();
            String what = free / MEGABYTE + " MB are free where " + settings.data() + " is";
            if (free < TOO_LITTLE) {
                found.add(
                        Finding.fault(AREA, what, "make room: without it nothing can be noted, so nothing is bought"));
            } else if (free < LITTLE) {
                found.add(Finding.warning(AREA, what, "make room soon"));
            }
        } catch (IOException e) {
            found.add(Finding.fault(AREA, there + " cannot be read: " + e.getMessage(), "check the disk"));
        }
    }

    private static void failedFiles(Path folder, List<Finding> found) {
        Path failed = folder.resolve(".failed");
        if (!Files.isDirectory(failed)) {
            return;
        }
        try (Stream<Path> files = Files.list(failed)) {
            long count = files.count();
            if (count > 0) {
                found.add(Finding.warning(
                        AREA,
                        Plural.of(
                                        count,
                                        "file could not be processed and is in ",
                                        "files could not be processed and are in ")
                                + failed,
                        "read the error file of each in the outbox, correct the file and drop it again; delete it in"
                                + " .failed then"));
            }
        } catch (IOException e) {
            found.add(Finding.fault(AREA, failed + " cannot be read: " + e.getMessage(), "check its rights"));
        }
    }
}
