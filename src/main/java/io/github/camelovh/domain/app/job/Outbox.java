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

    /** Where the results of a file lie. A file gets a name of its own where an earlier one has the same. */
    public ResultFiles filesOf(ImportedFile file) {
        ImportFile named = new ImportFile(Path.of(file.name()), file.name(), file.contentHash(), 0);
        boolean first = ledger.files().latest(Integer.MAX_VALUE).stream()
                .noneMatch(other -> other.id() < file.id() && baseName(other).equalsIgnoreCase(named.baseName()));
        return new ResultFiles(folder, first ? named.baseName() : named.distinctBaseName());
    }

    private static String baseName(ImportedFile file) {
        return new ImportFile(Path.of(file.name()), file.name(), file.contentHash(), 0).baseName();
    }
}
