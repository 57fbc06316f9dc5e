// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import io.github.camelovh.domain.api.OvhApiException;
import io.github.camelovh.domain.api.OvhAuthenticationException;
import io.github.camelovh.domain.api.OvhConflictException;
import io.github.camelovh.domain.api.OvhMissingRightException;
import io.github.camelovh.domain.api.OvhRateLimitException;
import io.github.camelovh.domain.api.Plural;
import io.github.camelovh.domain.app.action.ActionRow;
import io.github.camelovh.domain.app.action.Actions;
import io.github.camelovh.domain.app.ledger.ActiveLeases;
import io.github.camelovh.domain.app.ledger.Claim;
import io.github.camelovh.domain.app.ledger.FileState;
import io.github.camelovh.domain.app.ledger.ImportedFile;
import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.ledger.LedgerException;
import io.github.camelovh.domain.app.ledger.LedgerUnavailableException;
import io.github.camelovh.domain.app.ledger.MoveNotes;
import io.github.camelovh.domain.app.ledger.Request;
import io.github.camelovh.domain.app.ledger.RequestEvent;
import io.github.camelovh.domain.change.ClaimLostException;
import io.github.camelovh.domain.change.ExecutionResult;
import java.time.Clock;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what was approved: claims rows name by name, has their actions carry them out, and notes how each ended. What a process that
 * died had begun comes first. Thread-safe.
 */
public final class Worker {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    private final Ledger ledger;
    private final ActiveLeases leases;
    private final ActionRows rows;
    private final Actions actions;
    private final FileBudgets budgets;
    private final String owner;
    private final WorkGate gate;
    private final FaultLog faults;
    private final RetryPolicy retries;
    private final ResultNotes notes;
    private final Set<Long> files = ConcurrentHashMap.newKeySet();
    /** Claims whose rows nobody works on any more, and that could not be given back yet. */
    private final Queue<Claim> loose = new ConcurrentLinkedQueue<>();

    private volatile boolean allFiles;
    private volatile boolean purchasesFirst = true;

    /**
     * @param leases claims of this process
     * @param owner this process and start
     * @param gate says whether new work may begin; told when keys or rights are missing
     * @param faults logs that the ledger does not answer
     * @param attempts how often a row is begun anew after a passing fault
     */
    public Worker(
            Ledger ledger,
            ActiveLeases leases,
            ActionRows rows,
            Actions actions,
            FileBudgets budgets,
            String owner,
            WorkGate gate,
            FaultLog faults,
            Clock clock,
            int attempts) {
        this.ledger = ledger;
        this.leases = leases;
        this.rows = rows;
        this.actions = actions;
        this.budgets = budgets;
        this.owner = owner;
        this.gate = gate;
        this.faults = faults;
        this.retries = new RetryPolicy(ledger, gate, clock, attempts);
        this.notes = new ResultNotes(ledger, retries, clock);
    }

    /** Does what is approved of this file from now on. A worker that is told of no file does nothing. */
    public void workOn(long fileId) {
        files.add(fileId);
    }

    /** Does what is approved of any file from now on. */
    public void workOnAllFiles() {
        allFiles = true;
    }

    /**
     * Names to work on, each claimed with its rows when it is asked for; ends for good when there is nothing more to do now:
     * Camel's splitter asks once more when it is done, and nobody would do what was claimed then. It ends as well when the ledger does
     * not answer, and never throws: the splitter would drop the names that wait for a thread. For one thread.
     */
    public Iterator<NameRows> approved() {
        return new Iterator<>() {
            private NameRows next;
            private boolean over;

            @Override
            public boolean hasNext() {
                while (next == null && !over) {
                    List<Request> claimed = claimNext();
                    over = claimed.isEmpty();
                    List<Request> mine = claimed.stream()
                            .filter(row -> leases.hold(row.claim()))
                            .toList();
                    next = mine.isEmpty() ? null : new NameRows(mine.get(0).domain(), mine);
                }
                return next != null;
            }

            @Override
            public NameRows next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                NameRows name = next;
                next = null;
                return name;
            }
        };
    }

    private List<Request> claimNext() {
        try {
            giveBackLoose();
            return gate.isOpen() ? claim() : List.of();
        } catch (RuntimeException e) {
            faults.failed(e);
            return List.of();
        }
    }

    /** Purchases and changes take turns, so that a long list of one does not hold up the other. */
    private List<Request> claim() {
        boolean first = purchasesFirst;
        purchasesFirst = !first;
        List<Request> claimed = claim(first);
        return claimed.isEmpty() ? claim(!first) : claimed;
    }

    /** A file without any money limit, neither one set now nor one that its plan was shown with, waits for one. */
    private List<Request> claim(boolean purchases) {
        if (allFiles && (!purchases || budgets.allowBuying())) {
            return ledger.claims().claim(OptionalLong.empty(), purchases, owner);
        }
        return candidates()
                .filter(file -> !purchases || budgets.allowBuying(file))
                .map(file -> ledger.claims().claim(OptionalLong.of(file), purchases, owner))
                .filter(claimed -> !claimed.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private Stream<Long> candidates() {
        return ledger.files().inState(FileState.APPROVED).stream()
                .map(ImportedFile::id)
                .filter(file -> allFiles || files.contains(file));
    }

    /** Does the rows of a name, and notes how each of them ended. */
    public void execute(NameRows name) {
        List<Claim> claims = name.rows().stream().map(Request::claim).toList();
        if (!leases.begin(claims)) {
            return; // it was given back meanwhile
        }
        boolean noted = false;
        try {
            RowGroup.of(name, actions).forEach(this::execute);
            noted = true;
        } catch (RuntimeException e) {
            // How far it came could not be noted: it is given back, and what was done is found when it is begun again.
            faults.failed(e);
        } finally {
            claims.forEach(leases::letGo);
            if (!noted) {
                loose.addAll(claims);
            }
        }
    }

    private void giveBackLoose() {
        List<Claim> given = List.copyOf(loose);
        ledger.leases().giveBack(given);
        loose.removeAll(given);
    }

    private void execute(RowGroup group) {
        List<ExecutionResult> results;
        try {
            List<ActionRow> decoded = rows.of(group.rows());
            results = group.action().act(group.name(), decoded);
        } catch (RowNotUnderstoodException e) {
            group.rows().forEach(row -> notUnderstood(row, e));
            return;
        } catch (OvhAuthenticationException | OvhMissingRightException e) {
            gate.close(e);
            group.rows().forEach(row -> retries.putBackWithoutRights(row.claim(), e.getMessage()));
            return;
        } catch (ClaimLostException e) {
            LOG.info("{}; nothing more is done about it here", e.getMessage());
            return;
        } catch (LedgerUnavailableException e) {
            throw e;
        } catch (LedgerException e) {
            // For want of a key, another process has to do it.
            group.rows().forEach(row -> retries.waitLonger(row.claim(), e.getMessage()));
            return;
        } catch (OvhApiException e) {
            group.rows().forEach(row -> apiFailed(row, e));
            return;
        } catch (RuntimeException e) {
            LOG.error("{}: it broke off; it will be looked at again", group.name(), e);
            group.rows().forEach(row -> notes.again(row, "broke off: " + e.getMessage()));
            return;
        }
        for (int i = 0; i < results.size(); i++) {
            notes.note(group.rows().get(i), results.get(i));
        }
    }

    /** The row is claimed by now, so whatever cannot be read of it has to end it: nobody else would. */
    private void notUnderstood(Request row, RowNotUnderstoodException error) {
        boolean begun = row.step() != null || RepairProgress.of(row.memo()).step() != null;
        String why = error.getMessage() + ", under the settings of now";
        notes.end(
                row,
                begun ? RequestEvent.GIVE_UP : RequestEvent.REFUSE,
                MoveNotes.why(why)
                        .toDo(
                                begun
                                        ? ResultNotes.goOn(row)
                                        : "drop the row again, so that it is planned under the settings of now"));
    }

    private void apiFailed(Request row, OvhApiException error) {
        // A task of the same kind that is open is a conflict that passes. What may have been ordered is never closed
        // unseen.
        if (error instanceof OvhRateLimitException) {
            retries.waitLonger(row.claim(), error.getMessage()); // the fault of no row
        } else if (error.retryable() || error instanceof OvhConflictException || row.step() != null) {
            notes.again(row, error.getMessage());
        } else {
            notes.end(
                    row,
                    RequestEvent.FAIL,
                    MoveNotes.why(error.getMessage()).toDo("look at the name, then drop the row again"));
        }
    }

    /**
     * Makes the leases of the rows last that this process works on, and gives back those that are noted under its name and that nobody
     * works on, or begins within half a lease. To be called four times within one lease.
     */
    public void stayAlive() {
        ledger.leases().giveBack(leases.takeIdle(ledger.leases().length().dividedBy(2)));
        List<Claim> claims = leases.all();
        Set<Long> lost = ledger.leases().extend(claims);
        claims.stream().filter(claim -> lost.contains(claim.requestId())).forEach(leases::letGo);
        List<Claim> known = leases.all();
        List<Claim> unattended = ledger.leases().unattended(owner).stream()
                .filter(claim -> !known.contains(claim))
                .toList();
        if (!unattended.isEmpty()) {
            LOG.info(
                    "{} given back: no thread of this process works on them",
                    Plural.of(unattended.size(), "row is", "rows are"));
            ledger.leases().giveBack(unattended);
        }
        faults.ledgerAnswers();
    }

    /** Gives everything back that this process holds, but for what a thread still works on; to be called when the process ends. */
    public void giveBackAll() {
        leases.takeIdle(Duration.ZERO);
        ledger.leases().giveBackAll(owner, leases.all());
    }
}
