// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import io.github.camelovh.domain.app.ledger.ImportedFile;
import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.result.ResultFiles;
import io.github.camelovh.domain.app.row.ImportFile;
import java.nio.file.Path;

/** Where the results of each file lie. Thread-safe. */
public final class Outbox {
    private final Ledger ledger;
    private final Path folder;

    public Outbox(Ledger ledger, Path folder) {
        this.ledger = ledger;
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    /**
     * Where the results of a file lie. A file gets a name of its own where an earlier one has the same; one that ended unapproved
     * leaves its name to the next file that is called so. The files of one zone share one name: the last one says how it stands.
     */
    ResultFiles filesOf(ImportedFile file) {
        boolean taken = ledger.files().latest(Integer.MAX_VALUE).stream().anyMatch(other -> takesName(other, file));
        return new ResultFiles(
                folder, taken ? named(file).distinctBaseName() : named(file).baseName());
    }

    private static boolean takesName(ImportedFile other, ImportedFile file) {
        if (!named(other).baseName().equalsIgnoreCase(named(file).baseName())) {
            return false;
        }
        boolean sameName = other.name().equals(file.name());
        if (sameName && file.isOfZone()) {
            return false;
        }
        return other.id() < file.id()
                ? !(sameName && other.endedUnapproved())
                : other.id() > file.id() && sameName && file.endedUnapproved();
    }

    private static ImportFile named(ImportedFile file) {
        return new ImportFile(Path.of(file.name()), file.name(), file.contentHash(), 0, false);
    }
}
