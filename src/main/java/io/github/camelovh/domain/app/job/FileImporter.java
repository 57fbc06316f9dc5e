// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import io.github.camelovh.domain.api.Plural;
import io.github.camelovh.domain.app.ledger.FileRepository;
import io.github.camelovh.domain.app.ledger.FileState;
import io.github.camelovh.domain.app.ledger.ImportedFile;
import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.ledger.NewRequest;
import io.github.camelovh.domain.app.ledger.PlanResult;
import io.github.camelovh.domain.app.ledger.Request;
import io.github.camelovh.domain.app.ledger.RequestEvent;
import io.github.camelovh.domain.app.ledger.RequestState;
import io.github.camelovh.domain.app.row.ContactCommand;
import io.github.camelovh.domain.app.row.ImportFile;
import io.github.camelovh.domain.app.row.ImportFileException;
import io.github.camelovh.domain.app.row.ReadOptions;
import io.github.camelovh.domain.app.row.ReadRow;
import io.github.camelovh.domain.app.row.RowCommand;
import io.github.camelovh.domain.app.row.RowImport;
import io.github.camelovh.domain.app.row.RowParsers;
import io.github.camelovh.domain.app.row.RowRefusal;
import io.github.camelovh.domain.app.row.StoredRow;
import io.github.camelovh.domain.order.PurchaseKey;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a file in: notes it in the ledger by its content, then its rows, some hundreds at a time, each valid or refused
 * with its reasons. Both steps may be repeated; a file that was taken in before is only looked up. Thread-safe.
 */
public final class FileImporter {
    private static final Logger LOG = LoggerFactory.getLogger(FileImporter.class);
    /** One open renewal of a name, so one key of it. */
    private static final String RENEWAL_KEY = "camel-ovh-domain renew ";

    private static final String OWNER_KEY = "camel-ovh-domain owner of ";

    private static final int CHUNK = 2000;
    private static final int LONGEST_ACTION = 40;
    private static final int LONGEST_DOMAIN = 1000;

    private final Ledger ledger;
    private final ReadOptions options;
    private final RowParsers actions;
    private final RowSecrets secrets;
    private final String owner;

    /**
     * @param options how files are read
     * @param secrets seals the auth codes of rows, and what describes a person
     * @param owner this process and start
     */
    public FileImporter(Ledger ledger, ReadOptions options, RowParsers actions, RowSecrets secrets, String owner) {
        this.ledger = ledger;
        this.options = options;
        this.actions = actions;
        this.secrets = secrets;
        this.owner = owner;
    }

    /**
     * Notes the file, reads it if it was not read to its end before, and says where it stands.
     *
     * @param source the file; it is neither moved nor changed
     * @param importer who imports it by a command; null for a file that was dropped: its owner dropped it
     * @throws io.github.camelovh.domain.app.file.DropRefusedException if a dropped file is a link, a device or the like; nothing was noted
     * @throws ImportFileException if it cannot be used; the ledger then says why, and none of its rows counts
     * @throws FileBusyException if another process is reading it now, or a dropped file changed while it was read; it is to be tried again
     */
    public ImportTicket accept(File source, String importer) throws IOException {
        Path path = source.toPath();
        ImportFile file = importer == null ? ImportFile.dropped(path) : ImportFile.of(path);
        String by = importer == null ? FileOwner.of(path) : importer;
        FileRepository.Receipt receipt = ledger.files().receive(file.name(), file.identity(), by);
        ImportedFile noted = receipt.file();
        if (!receipt.fresh()) {
            tellKnown(file.name(), noted);
        }
        if (noted.state() == FileState.RECEIVING) {
            try {
                // Until it was ours, another process may have read on, or to its end, or refused it.
                ImportedFile taken = take(noted.id());
                if (taken.state() == FileState.REFUSED) {
                    taken = ledger.files()
                            .receive(file.name(), file.identity(), by)
                            .file();
                }
                if (taken.state() == FileState.RECEIVING) {
                    read(file, taken, importer == null);
                }
            } finally {
                ledger.files().giveBack(noted.id(), owner);
            }
        }
        return ticket(noted.id());
    }

    /** Whoever drops a file again expects that something happens. */
    private static void tellKnown(String name, ImportedFile known) {
        String next =
                switch (known.state()) {
                    case RECEIVING, PLANNING, REFUSED -> "";
                    case PLANNED ->
                        "Its plan waits for an approval: ovh-domain approve " + known.planCode()
                                + ". To have it planned anew, reject that plan and drop the file again.";
                    case APPROVED -> "It is being done; `ovh-domain status` shows how far it is.";
                    case FINISHED ->
                        "Nothing is done a second time. To have its unfinished rows checked again: ovh-domain import FILE."
                                + " To have rows done again, drop a file with another content, such as only these rows.";
                };
        if (next.isEmpty()) {
            return; // it goes on
        }
        LOG.info(
                "{}: the same content is known as {}, {}, received at {}. {}",
                name,
                known.name(),
                known.state().name().toLowerCase(Locale.ROOT),
                known.receivedAt(),
                next);
    }

    /**
     * Whether a file that was taken in is another one now, since somebody went on writing it, and that one was not taken to
     * its plan yet.
     *
     * @param source a file that was moved away after it was taken in
     */
    public boolean hasGrown(File source) throws IOException {
        return ledger.files()
                .findByHash(ImportFile.dropped(source.toPath()).identity())
                .map(file -> file.state() == FileState.RECEIVING || file.state() == FileState.PLANNING)
                .orElse(true);
    }

    /**
     * Goes on with a file whose process died while it read it, without the file: rows that were not read by then are left out.
     *
     * @return empty while another process has it
     */
    Optional<ImportTicket> goOn(ImportedFile file) {
        if (file.state() == FileState.RECEIVING) {
            if (!ledger.files().take(file.id(), owner)) {
                return Optional.empty();
            }
            ledger.files().completeReading(file.id());
            ledger.files().giveBack(file.id(), owner);
        }
        return Optional.of(ticket(file.id()));
    }

    /** Where a file stands. */
    public ImportTicket ticket(long fileId) {
        ImportedFile file = find(fileId);
        return new ImportTicket(file.id(), file.name(), file.state(), file.planCode());
    }

    private ImportedFile find(long fileId) {
        return ledger.files()
                .find(fileId)
                .orElseThrow(() -> new IllegalStateException("There is no file " + fileId + " in the ledger"));
    }

    /** The file as it stands once it is ours, or once another process has read it to its end. */
    private ImportedFile take(long fileId) {
        boolean ours = ledger.files().take(fileId, owner);
        ImportedFile file = find(fileId);
        if (!ours && (file.state() == FileState.RECEIVING || file.state() == FileState.REFUSED)) {
            throw busy(file);
        }
        return file;
    }

    private static FileBusyException busy(ImportedFile file) {
        return new FileBusyException(file.name() + " is being read by another process"
                + (file.owner() == null ? "" : " (" + file.owner() + ", which has it until " + file.leaseUntil() + ")")
                + ". Nothing was changed; try again when that one is done.");
    }

    /** @param dropped whether it comes again by itself */
    private void read(ImportFile file, ImportedFile noted, boolean dropped) throws IOException {
        try {
            if (noted.lastLine() == 0) {
                replaceWaiting(file, noted);
            }
            readRows(file, noted);
        } catch (ImportFileException e) {
            refuse(noted, e.getMessage());
            if (e.isPassing() && dropped) {
                throw new FileBusyException(
                        noted.name() + " changed while it was read: somebody was still writing it, or replaced"
                                + " it. Nothing of it was used. It is read again as it is now.");
            }
            throw e;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * Earlier versions of the file that wait make way before its rows are taken in, or each would be a duplicate. They wait on
     * where it cannot be read to its end; where the process dies here, it goes on when the file comes again. Where one of them is
     * being read, nothing of this one stays: it begins anew when it comes again.
     */
    private void replaceWaiting(ImportFile file, ImportedFile noted) throws IOException {
        List<ImportedFile> earlier = ledger.cancellations().replaceable(noted.name(), noted.id());
        if (earlier.isEmpty()) {
            return;
        }
        try (RowImport rows = RowImport.open(file, options, actions)) {
            while (rows.hasNext()) {
                rows.next();
            }
        }
        for (ImportedFile each : earlier) {
            if (!ledger.cancellations().replace(each.id(), noted.droppedBy())) {
                FileBusyException busy = busy(each);
                ledger.files().refuse(noted.id(), busy.getMessage());
                throw busy;
            }
        }
    }

    private void readRows(ImportFile file, ImportedFile noted) throws IOException {
        try (RowImport rows = RowImport.open(file, options, actions)) {
            List<NewRequest> chunk = new ArrayList<>(CHUNK);
            while (rows.hasNext()) {
                ReadRow row = rows.next();
                if (row.line() > noted.lastLine()) {
                    chunk.add(request(StoredRow.of(rows.header(), row), row));
                }
                if (chunk.size() == CHUNK) {
                    store(noted, chunk);
                }
            }
            store(noted, chunk);
            ledger.files().completeReading(noted.id());
            LOG.info("{}: {} read", noted.name(), Plural.of(rows.rowsRead(), "row"));
        }
    }

    private void store(ImportedFile noted, List<NewRequest> chunk) {
        ledger.requests().add(noted.id(), chunk);
        take(noted.id());
        chunk.clear();
    }

    private NewRequest request(StoredRow cells, ReadRow row) {
        if (row instanceof ReadRow.Accepted accepted) {
            RowCommand command = accepted.command();
            String domain = command.domain().ascii();
            String code = secrets.sealCode(accepted.authCode(), domain);
            String data = secrets.sealRow(cells, domain);
            return command instanceof RowCommand.Bought bought
                    ? NewRequest.purchase(
                            row.line(), bought.action(), domain, keyOf(bought).text(), data, code)
                    : NewRequest.change(
                            row.line(), command.action(), domain, command.asked(), moneyKey(command), data, code);
        }
        ReadRow.Refused refused = (ReadRow.Refused) row;
        String domain = cut(refused.domain(), LONGEST_DOMAIN);
        return NewRequest.refused(
                row.line(),
                cut(refused.action(), LONGEST_ACTION),
                domain,
                secrets.sealRow(cells, domain),
                RowRefusal.problems(refused.refusals()),
                RowRefusal.mends(refused.refusals()));
    }

    /** Under which money is set aside for a change that may cost some; null for one that costs nothing. */
    private static String moneyKey(RowCommand command) {
        if (command instanceof RowCommand.Renew) {
            return RENEWAL_KEY + command.domain().ascii();
        }
        return command.asked().equals(ContactCommand.OWNER)
                ? OWNER_KEY + command.domain().ascii()
                : null;
    }

    private static PurchaseKey keyOf(RowCommand.Bought bought) {
        return PurchaseKey.of(PurchaseRequests.actionOf(bought), bought.domain());
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }

    /** Rows taken in before the fault showed must not stand in the way of the mended file. */
    private void refuse(ImportedFile noted, String why) {
        List<Request> page;
        do {
            page = ledger.requests().page(noted.id(), 0, EnumSet.of(RequestState.RECEIVED), CHUNK);
            ledger.plans()
                    .record(
                            noted.id(),
                            page.stream()
                                    .map(request -> PlanResult.ended(
                                            request, RequestEvent.REFUSE, "the file was refused as a whole", why))
                                    .toList());
        } while (!page.isEmpty());
        ledger.files().refuse(noted.id(), why);
        LOG.info("{} refused: {}", noted.name(), why);
    }
}
