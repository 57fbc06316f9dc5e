// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.zonefile;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.app.job.FileBusyException;
import io.github.camelovh.domain.app.job.FileOwner;
import io.github.camelovh.domain.app.job.ImportTicket;
import io.github.camelovh.domain.app.ledger.FileState;
import io.github.camelovh.domain.app.ledger.ImportedFile;
import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.ledger.NewRequest;
import io.github.camelovh.domain.app.row.Identity;
import io.github.camelovh.domain.app.row.SyncZone;
import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Takes a zone file in: a file of one row, {@code sync-zone}, which from then on is planned, approved and done as any other row. In
 * the ledger it has the name of its zone, {@code example.com.zone}, whatever its ending. Thread-safe; may be repeated.
 */
public final class ZoneFileImporter {
    private final Ledger ledger;
    private final Charset encoding;
    private final String owner;

    /**
     * @param encoding of CSV files without a byte order mark; null for UTF-8
     * @param owner this process and start
     */
    public ZoneFileImporter(Ledger ledger, Charset encoding, String owner) {
        this.ledger = ledger;
        this.encoding = encoding;
        this.owner = owner;
    }

    /**
     * Notes the file with its row. A file of the same zone that waits for its approval makes way for it; so does one that was not seen
     * to its end. The same file again is planned again, as zone and settings may be others by now.
     *
     * @param source the file; it is neither moved nor changed
     * @param importer who imports it by a command; null for a file that was dropped: its owner dropped it
     * @param approving true if a code is given for the plan of this file that waits, so that this plan stays; null for false
     * @throws ZoneFileException if it cannot be used; nothing was noted
     * @throws FileBusyException if an earlier file of the zone is being applied, or read, now
     */
    public ImportTicket accept(File source, String importer, Boolean approving) throws IOException {
        Path path = source.toPath();
        DesiredZoneFile read = DesiredZoneFile.read(path, encoding, importer == null);
        SyncZone wish = new SyncZone(read.zone(), read.records());
        String row = wish.stored().toJson();
        String name = nameOf(read.zone());
        String identity = Identity.ofRow(row);
        requireNoneApplied(name, identity);
        String by = importer == null ? FileOwner.of(path) : importer;
        if (!Boolean.TRUE.equals(approving)) {
            replaceWaiting(name, identity, by);
        }
        ImportedFile noted = ledger.files().receiveAgain(name, identity, by).file();
        if (noted.state() == FileState.RECEIVING) {
            if (!ledger.files().take(noted.id(), owner)) {
                throw busy(name, "read");
            }
            try {
                read(noted.id(), wish, row);
            } finally {
                ledger.files().giveBack(noted.id(), owner);
            }
        }
        ImportedFile file = ledger.files().find(noted.id()).orElseThrow();
        return new ImportTicket(file.id(), file.name(), file.state(), file.planCode());
    }

    /**
     * Whether a dropped file can be taken now. While an earlier file of its zone is applied it waits where it lies, and those of other
     * zones go on. One without the name of a zone can be taken, to be refused.
     */
    public boolean isFree(File dropped) {
        try {
            return ledger.files().named(nameOf(DesiredZoneFile.zone(dropped.toPath()))).stream()
                    .noneMatch(file -> file.state() == FileState.APPROVED);
        } catch (ZoneFileException e) {
            return true;
        }
    }

    private static String nameOf(DomainName zone) {
        return zone + ".zone";
    }

    /**
     * Reads a file as {@link #accept} does, and notes nothing.
     *
     * @param encoding as for the constructor
     * @throws ZoneFileException if it cannot be used
     */
    public static void check(Path file, Charset encoding) throws IOException {
        DesiredZoneFile.read(file, encoding, false);
    }

    private static NewRequest request(SyncZone wish, String row) {
        return NewRequest.change(1, SyncZone.ACTION, wish.domain().ascii(), wish.asked(), null, row, null);
    }

    private void requireNoneApplied(String name, String identity) {
        boolean applied = ledger.files().named(name).stream()
                .anyMatch(file -> file.state() == FileState.APPROVED
                        && !file.contentHash().equals(identity));
        if (applied) {
            throw busy(name, "applied");
        }
    }

    /** Until the file was ours, another process may have read it. */
    private void read(long fileId, SyncZone wish, String row) {
        ImportedFile file = ledger.files().find(fileId).orElseThrow();
        if (file.state() != FileState.RECEIVING) {
            return;
        }
        replaceEarlier(file);
        if (file.lastLine() == 0) {
            ledger.requests().add(fileId, List.of(request(wish, row)));
        }
        ledger.files().completeReading(fileId);
    }

    private void replaceWaiting(String name, String identity, String by) {
        Optional<ImportedFile> same = ledger.files().findByHash(identity);
        if (same.isPresent()
                && (same.get().state() == FileState.PLANNING || same.get().state() == FileState.PLANNED)
                && !ledger.cancellations().replace(same.get().id(), by)) {
            throw busy(name, "read");
        }
    }

    private void replaceEarlier(ImportedFile noted) {
        for (ImportedFile earlier : ledger.cancellations().replaceable(noted.name(), noted.id())) {
            if (!ledger.cancellations().replace(earlier.id(), noted.droppedBy())) {
                FileBusyException busy = busy(noted.name(), "read");
                if (noted.lastLine() == 0) {
                    ledger.files().refuse(noted.id(), busy.getMessage());
                }
                throw busy;
            }
        }
        ledger.files().named(noted.name()).stream()
                .filter(file -> file.state() == FileState.FINISHED)
                .forEach(ledger.cancellations()::replaceUnfinished);
    }

    private static FileBusyException busy(String name, String what) {
        return new FileBusyException("An earlier " + name + " is being " + what
                + " now. Nothing was changed by this one; drop it again when that one is done.");
    }
}
