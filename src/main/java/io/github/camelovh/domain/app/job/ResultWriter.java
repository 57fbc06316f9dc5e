// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import io.github.camelovh.domain.app.ledger.FileState;
import io.github.camelovh.domain.app.ledger.ImportedFile;
import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.ledger.Request;
import io.github.camelovh.domain.app.ledger.RequestState;
import io.github.camelovh.domain.app.result.FinalFiles;
import io.github.camelovh.domain.app.result.FinalTable;
import io.github.camelovh.domain.app.result.PlanFile;
import io.github.camelovh.domain.app.result.PlanTable;
import io.github.camelovh.domain.app.result.ResultFiles;
import io.github.camelovh.domain.app.result.RunFigures;
import io.github.camelovh.domain.app.result.Summary;
import io.github.camelovh.domain.app.row.FileFormat;
import io.github.camelovh.domain.app.row.RowHeader;
import io.github.camelovh.domain.app.row.StoredRow;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what an operator reads: the plan, and, once every row of a file has its result, the result files. Written from the
 * ledger alone, so it may be repeated and gives the same files. Thread-safe.
 */
public final class ResultWriter {
    private static final Logger LOG = LoggerFactory.getLogger(ResultWriter.class);
    private static final Set<RequestState> ALL = EnumSet.allOf(RequestState.class);
    private static final Set<RequestState> OPEN = EnumSet.of(
            RequestState.RECEIVED,
            RequestState.PLANNED,
            RequestState.APPROVED,
            RequestState.EXECUTING,
            RequestState.AWAITING);

    private final Ledger ledger;
    private final String owner;
    private final RowSecrets secrets;
    private final boolean showPersonal;
    private final Outbox outbox;
    private final FixFileWriter attention;
    private final String currency;
    private final LongSupplier apiCalls;
    private final Summaries summaries;

    /**
     * @param owner this process and start
     * @param secrets opens what describes a person, for files that repeat the rows
     * @param showPersonal whether plans show what describes a person; if not, it is masked there
     * @param outbox where results go
     * @param attention writes what a person has to fill in
     * @param currency of the account
     * @param apiCalls calls made to OVHcloud by this process so far
     */
    public ResultWriter(
            Ledger ledger,
            String owner,
            RowSecrets secrets,
            boolean showPersonal,
            Outbox outbox,
            FixFileWriter attention,
            String currency,
            LongSupplier apiCalls,
            Clock clock) {
        this.ledger = ledger;
        this.owner = owner;
        this.secrets = secrets;
        this.showPersonal = showPersonal;
        this.outbox = outbox;
        this.attention = attention;
        this.currency = currency;
        this.apiCalls = apiCalls;
        this.summaries = new Summaries(ledger, outbox, currency, apiCalls, clock);
    }

    /** Where the results of a file lie. */
    public ResultFiles filesOf(ImportedFile file) {
        return outbox.filesOf(file);
    }

    /**
     * Writes {@code NAME.plan.csv}, and the figures unless the final ones are there; nothing once the plan was approved. Results of an
     * earlier version that ended unapproved move to a name of that version.
     */
    public synchronized void writePlan(ImportTicket ticket) throws IOException {
        ImportedFile file = file(ticket.fileId());
        boolean endedUnapproved = file.state() == FileState.FINISHED && file.approvedAt() == null;
        if (file.state() != FileState.PLANNED && !endedUnapproved) {
            return;
        }
        ResultFiles files = filesOf(file);
        if (!endedUnapproved) {
            clearName(file, files);
        }
        try (PlanFile plan = files.beginPlan(header(file.id()))) {
            each(file.id(), request -> plan.add(RequestViews.plan(request, planCells(request))));
            plan.publish();
        }
        if (endedUnapproved) {
            return;
        }
        summaries.begin(file);
    }

    private void clearName(ImportedFile file, ResultFiles files) throws IOException {
        List<ImportedFile> earlier = ledger.files().named(file.name()).stream()
                .filter(other -> other.id() < file.id() && other.endedUnapproved() && !other.isOfZone())
                .toList();
        for (ImportedFile other : earlier) {
            writeHere(other.id());
        }
        try {
            files.deleteResults();
        } catch (IOException e) {
            LOG.warn(
                    "{}: results of an earlier version could not be removed from {}; the plan is written all the same",
                    file.name(),
                    outbox.folder(),
                    e);
        }
    }

    /** The plan for a terminal. */
    public PlanTable planTable(long fileId, int rows) {
        PlanTable table = new PlanTable(rows);
        each(fileId, request -> table.add(RequestViews.plan(request, planCells(request))));
        return table;
    }

    /** The results for a terminal; for a file that ended. */
    public String resultTable(long fileId, int rows) throws IOException {
        FinalTable table = new FinalTable(rows);
        each(fileId, request -> table.add(RequestViews.result(request, cells(request))));
        return table.render(figures(file(fileId)));
    }

    /** The numbers of files that may be at their end. */
    public List<Long> candidates() {
        return ledger.files().inState(FileState.PLANNED, FileState.APPROVED).stream()
                .filter(file -> !isOpen(file.id()))
                .map(ImportedFile::id)
                .toList();
    }

    /**
     * Writes the figures of files whose rows are being done, so that they say how far that is. Only where the plan lies in this outbox, and
     * where nobody writes the results at this moment.
     */
    public synchronized void writeFigures() throws IOException {
        for (ImportedFile file : ledger.files().inState(FileState.APPROVED)) {
            if (summaries.isOutOfDate(file) && ledger.files().take(file.id(), owner)) {
                try {
                    summaries.update(file(file.id()));
                } finally {
                    ledger.files().giveBack(file.id(), owner);
                }
            }
        }
    }

    /**
     * Writes the results and closes the file, if every row has its result and no other process does that now.
     *
     * @return whether it did
     */
    public synchronized boolean finish(long fileId) throws IOException {
        if (!ledger.files().take(fileId, owner)) {
            return false;
        }
        try {
            return finishAlone(fileId);
        } finally {
            ledger.files().giveBack(fileId, owner);
        }
    }

    private boolean finishAlone(long fileId) throws IOException {
        ImportedFile file = file(fileId);
        boolean running = file.state() == FileState.APPROVED || file.state() == FileState.PLANNED;
        if (!running || isOpen(fileId)) {
            return false;
        }
        writeResults(file, summaries.calls(file));
        attention.write(file);
        boolean finished = ledger.files().finish(fileId);
        LOG.info("{}: finished, results in {}", file.name(), outbox.folder());
        return finished;
    }

    /** Writes the results of a finished file where they are not in this outbox, since another node finished it. */
    public void writeHere(long fileId) throws IOException {
        ImportedFile file = file(fileId);
        if (file.state() == FileState.FINISHED && summaries.ofTheEnd(file).isEmpty()) {
            writeResults(file, apiCalls.getAsLong());
        }
    }

    private void writeResults(ImportedFile file, long calls) throws IOException {
        try (FinalFiles results = filesOf(file).beginResults(header(file.id()))) {
            each(file.id(), request -> results.add(RequestViews.result(request, cells(request))));
            Instant end = summaries.endOf(file);
            results.publish(new RunFigures(
                    file.name(),
                    file.contentHash(),
                    file.planCode(),
                    file.rowsRead(),
                    currency,
                    calls,
                    Duration.between(file.receivedAt(), end),
                    end));
        }
    }

    /** Where the file stands in figures; those that were published if it is finished. Rows under way count as unfinished. */
    public Summary figures(ImportedFile file) throws IOException {
        Optional<Summary> last = file.state() == FileState.FINISHED ? summaries.ofTheEnd(file) : Optional.empty();
        return last.orElseGet(() -> summaries.counted(file));
    }

    private boolean isOpen(long fileId) {
        return !ledger.requests().page(fileId, 0, OPEN, 1).isEmpty();
    }

    /** All rows of a file have the columns of its header; a file without rows shows the two that are needed. */
    private RowHeader header(long fileId) {
        List<Request> first = ledger.requests().page(fileId, 0, ALL, 1);
        List<String> columns = first.isEmpty()
                ? List.of("action", "domain")
                : StoredRow.fromJson(first.get(0).rowData()).shown().columns();
        return new RowHeader(columns, FileFormat.plain());
    }

    private List<String> planCells(Request request) {
        return showPersonal
                ? cells(request)
                : StoredRow.fromJson(request.rowData()).masked().shown().cells();
    }

    private List<String> cells(Request request) {
        return secrets.row(request).shown().cells();
    }

    private void each(long fileId, java.util.function.Consumer<Request> action) {
        for (Iterator<Request> rows = ledger.requests().inOrder(fileId, ALL).iterator(); rows.hasNext(); ) {
            action.accept(rows.next());
        }
    }

    private ImportedFile file(long fileId) {
        return ledger.files()
                .find(fileId)
                .orElseThrow(() -> new IllegalStateException("There is no file " + fileId + " in the ledger"));
    }
}
