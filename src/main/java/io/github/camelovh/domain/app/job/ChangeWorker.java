// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import io.github.camelovh.domain.api.OvhApiException;
import io.github.camelovh.domain.api.OvhAuthenticationException;
import io.github.camelovh.domain.api.OvhConflictException;
import io.github.camelovh.domain.api.OvhExpiredServiceException;
import io.github.camelovh.domain.api.OvhMissingRightException;
import io.github.camelovh.domain.api.OvhNotFoundException;
import io.github.camelovh.domain.api.OvhRejectedInputException;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.app.action.Action;
import io.github.camelovh.domain.app.action.Actions;
import io.github.camelovh.domain.app.ledger.ActiveLeases;
import io.github.camelovh.domain.app.ledger.FileState;
import io.github.camelovh.domain.app.ledger.ImportedFile;
import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.ledger.MoveNotes;
import io.github.camelovh.domain.app.ledger.PlanFigures;
import io.github.camelovh.domain.app.ledger.PlanResult;
import io.github.camelovh.domain.app.ledger.Request;
import io.github.camelovh.domain.app.ledger.RequestEvent;
import io.github.camelovh.domain.app.ledger.RequestState;
import io.github.camelovh.domain.change.ClaimLostException;
import io.github.camelovh.domain.change.ExecutionResult;
import io.github.camelovh.domain.change.PlanOutcome;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rows that change something and need no cart: finds out what each would change, and makes the changes that were approved. All
 * rows of a name are in one hand, in their order. Thread-safe.
 */
public final class ChangeWorker {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeWorker.class);

    private final Ledger ledger;
    private final ActiveLeases held;
    private final ActionRows rows;
    private final Actions actions;
    private final String owner;
    private final CircuitBreaker breaker;
    private final RetryPolicy attempts;
    private final Clock clock;
    private final Set<Long> files = ConcurrentHashMap.newKeySet();
    private volatile boolean allFiles;

    /**
     * @param held claims of this process
     * @param owner this process and start
     * @param breaker told when keys or rights are missing
     * @param attempts how often a change is begun anew after a passing fault
     */
    public ChangeWorker(
            Ledger ledger,
            ActiveLeases held,
            ActionRows rows,
            Actions actions,
            String owner,
            CircuitBreaker breaker,
            Clock clock,
            int attempts) {
        this.ledger = ledger;
        this.held = held;
        this.rows = rows;
        this.actions = actions;
        this.owner = owner;
        this.breaker = breaker;
        this.attempts = new RetryPolicy(ledger, clock, attempts);
        this.clock = clock;
    }

    /** The names of a file of which nobody knows yet what their rows would change. */
    public Iterator<NameRows> unplanned(ImportTicket ticket) {
        Set<RequestState> received = EnumSet.of(RequestState.RECEIVED);
        return ticket.state() == FileState.PLANNING
                ? ledger.requests().namesToChange(ticket.fileId(), received).stream()
                        .map(name -> new NameRows(name, ledger.requests().changes(ticket.fileId(), name, received)))
                        .iterator()
                : List.<NameRows>of().iterator();
    }

    /**
     * Finds out what the rows of a name would change, and notes it. Changes nothing.
     *
     * @throws OvhApiException if nothing can be found out at the moment; the rows then stay as they are
     */
    public void plan(NameRows name) {
        List<PlanResult> results = new ArrayList<>();
        changes(name).forEach(change -> results.addAll(look(change.kind(), name.domain(), change.rows())));
        if (!results.isEmpty()) {
            ledger.plans().record(name.rows().get(0).fileId(), results);
        }
    }

    private List<PlanResult> look(Action kind, String domain, List<Request> some) {
        List<PlanOutcome> findings;
        try {
            findings = kind.look(DomainName.of(domain), rows.of(some));
        } catch (OvhRejectedInputException | OvhNotFoundException | OvhConflictException e) {
            return some.stream()
                    .map(row -> PlanResult.ended(
                            row, RequestEvent.FAIL, e.getMessage(), "look at the name, then drop the row again"))
                    .toList();
        } catch (OvhExpiredServiceException e) {
            return some.stream()
                    .map(row -> PlanResult.ended(
                            row, RequestEvent.REFUSE, e.getMessage(), "renew the name, then drop the row again"))
                    .toList();
        }
        List<PlanResult> results = new ArrayList<>();
        for (int i = 0; i < some.size(); i++) {
            results.add(result(some.get(i), findings.get(i)));
        }
        return results;
    }

    private static PlanResult result(Request row, PlanOutcome finding) {
        if (finding instanceof PlanOutcome.AsWished asWished) {
            return PlanResult.ended(row, RequestEvent.FINISH, asWished.sentence(), null);
        }
        if (finding instanceof PlanOutcome.Refused refused) {
            return PlanResult.ended(row, RequestEvent.REFUSE, refused.why(), refused.whatToDo());
        }
        List<String> lines = ((PlanOutcome.Changes) finding).lines();
        String terms = String.join("\n", lines);
        PlanOutcome.Cost cost = ((PlanOutcome.Changes) finding).cost();
        PlanFigures figures = cost == null
                ? PlanFigures.ofChanges(terms)
                : new PlanFigures(cost.withoutTax(), cost.withTax(), null, cost.period(), terms);
        return PlanResult.planned(row, figures, String.join("; ", lines));
    }

    /** Makes the changes that are approved of this file from now on. A desk that is told of no file changes nothing. */
    public void changeFrom(long fileId) {
        files.add(fileId);
    }

    /** Makes the changes that are approved of any file from now on. */
    public void changeFromAllFiles() {
        allFiles = true;
    }

    /**
     * Names to change, each claimed with its rows when it is asked for; ends for good when there is nothing more to do now.
     * For one thread.
     */
    public Iterator<NameRows> approved() {
        return new Iterator<>() {
            private NameRows next;
            private boolean over;

            @Override
            public boolean hasNext() {
                while (next == null && !over) {
                    List<Request> claimed = breaker.isRaised() ? List.of() : claim();
                    over = claimed.isEmpty();
                    List<Request> mine = claimed.stream()
                            .filter(row -> held.hold(row.claim()))
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

    private List<Request> claim() {
        if (allFiles) {
            return ledger.claims().claimName(OptionalLong.empty(), owner);
        }
        return files.stream()
                .filter(file -> ledger.files()
                        .find(file)
                        .map(ImportedFile::state)
                        .filter(FileState.APPROVED::equals)
                        .isPresent())
                .map(file -> ledger.claims().claimName(OptionalLong.of(file), owner))
                .filter(claimed -> !claimed.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** Makes the changes of a name, and notes how each of its rows ended. */
    public void act(NameRows name) {
        try {
            changes(name).forEach(change -> act(change.kind(), name.domain(), change.rows()));
        } finally {
            name.rows().forEach(row -> held.letGo(row.claim()));
        }
    }

    private void act(Action kind, String domain, List<Request> some) {
        List<ExecutionResult> endings;
        try {
            endings = kind.act(DomainName.of(domain), rows.of(some));
        } catch (OvhAuthenticationException | OvhMissingRightException e) {
            breaker.raise(e);
            some.forEach(row -> attempts.putBackWithoutRights(row.claim(), e.getMessage()));
            return;
        } catch (ClaimLostException e) {
            LOG.info("{}; nothing more is done about it here", e.getMessage());
            return;
        } catch (OvhApiException e) {
            some.forEach(row -> refused(row, e));
            return;
        } catch (RuntimeException e) {
            LOG.error("{}: the change broke off; it will be looked at again", domain, e);
            some.forEach(row -> again(row, "broke off: " + e.getMessage()));
            return;
        }
        for (int i = 0; i < some.size(); i++) {
            note(some.get(i), endings.get(i));
        }
    }

    private void refused(Request row, OvhApiException error) {
        // A task of the same kind that is open is a conflict that passes.
        if (error.retryable() || error instanceof OvhConflictException) {
            again(row, error.getMessage());
        } else {
            advance(
                    row,
                    RequestEvent.FAIL,
                    MoveNotes.why(error.getMessage()).toDo("look at the name, then drop the row again"));
        }
    }

    private void note(Request row, ExecutionResult ending) {
        if (ending instanceof ExecutionResult.Done done) {
            advance(row, RequestEvent.FINISH, MoveNotes.why(done.sentence()));
        } else if (ending instanceof ExecutionResult.Sent sent) {
            advance(
                    row,
                    RequestEvent.AWAIT,
                    MoveNotes.why(sent.sentence()).knowing(new AwaitedTasks(sent.tasks(), false).json()));
        } else if (ending instanceof ExecutionResult.Later later) {
            advance(
                    row,
                    RequestEvent.AWAIT,
                    MoveNotes.why(later.sentence())
                            .knowing(new AwaitedTasks(later.tasks(), true).json())
                            .remembering(RepairProgress.of(row.memo())
                                    .atStep(later.step())
                                    .json())
                            .notBefore(clock.instant().plus(later.pause())));
        } else if (ending instanceof ExecutionResult.Ordered ordered) {
            ordered(row, ordered);
        } else if (ending instanceof ExecutionResult.Stuck stuck) {
            advance(row, RequestEvent.GIVE_UP, MoveNotes.why(stuck.why()).toDo(stuck.whatToDo()));
        } else if (ending instanceof ExecutionResult.Refused refused) {
            advance(row, RequestEvent.REFUSE, MoveNotes.why(refused.why()).toDo(refused.whatToDo()));
        } else if (ending instanceof ExecutionResult.Again again) {
            again(row, again.why());
        }
    }

    private void ordered(Request row, ExecutionResult.Ordered ordered) {
        MoveNotes notes = MoveNotes.why("ordered for " + ordered.priceWithTax() + " with tax")
                .order(ordered.orderId(), ordered.priceWithTax())
                .remembering(
                        RepairProgress.of(row.memo()).atStep(ordered.step()).json());
        if (ordered.paid()) {
            advance(
                    row,
                    RequestEvent.AWAIT,
                    notes.knowing(new AwaitedTasks(List.of(), true).json())
                            .notBefore(clock.instant().plus(ordered.pause())));
        } else {
            advance(row, RequestEvent.GIVE_UP, notes.toDo("pay order " + ordered.orderId() + "; then " + goOn(row)));
        }
    }

    /** What passes is never the end: nobody knows how much was done, and a person may take it up. */
    private void again(Request row, String error) {
        if (!attempts.putBack(row.claim(), error)) {
            advance(row, RequestEvent.GIVE_UP, MoveNotes.why(error).toDo(goOn(row)));
        }
    }

    /** What helps on a row that was not seen to its end. */
    static String goOn(Request row) {
        return "look at the reason; then drop a file with a row \"fix," + row.domain()
                + "\", which does only what is left," + " or import the same file again";
    }

    private void advance(Request row, RequestEvent event, MoveNotes notes) {
        ledger.claims().advance(row.claim(), event, notes);
    }

    /** Rows that are looked at and done as one. */
    private record OneChange(Action kind, List<Request> rows) {}

    /** In the order of the file, those that are one for all rows where the first of them stands. */
    private List<OneChange> changes(NameRows name) {
        Map<Action, List<Request>> asOne = new LinkedHashMap<>();
        List<OneChange> changes = new ArrayList<>();
        for (Request row : name.rows()) {
            Action kind = actions.of(row.action());
            if (!kind.isOneForAllRows()) {
                changes.add(new OneChange(kind, List.of(row)));
            } else if (asOne.containsKey(kind)) {
                asOne.get(kind).add(row);
            } else {
                List<Request> some = new ArrayList<>(List.of(row));
                asOne.put(kind, some);
                changes.add(new OneChange(kind, some));
            }
        }
        return changes;
    }
}
