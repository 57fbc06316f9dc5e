// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import io.github.camelovh.domain.api.OvhApiException;
import io.github.camelovh.domain.api.OvhConflictException;
import io.github.camelovh.domain.api.OvhExpiredServiceException;
import io.github.camelovh.domain.api.OvhNotFoundException;
import io.github.camelovh.domain.api.OvhRejectedInputException;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.app.action.ActionRow;
import io.github.camelovh.domain.app.action.Actions;
import io.github.camelovh.domain.app.ledger.BudgetLimits;
import io.github.camelovh.domain.app.ledger.FileState;
import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.ledger.PlanFigures;
import io.github.camelovh.domain.app.ledger.PlanResult;
import io.github.camelovh.domain.app.ledger.Request;
import io.github.camelovh.domain.app.ledger.RequestEvent;
import io.github.camelovh.domain.app.ledger.RequestState;
import io.github.camelovh.domain.change.PlanOutcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes the plan of a file: what is so already is done, what cannot be had is refused, of the rest it is noted what it changes and
 * costs. Changes nothing. Thread-safe; a plan that broke off goes on with the rows that have none.
 */
public final class Planner {
    private static final int CHUNK = 1000;
    private static final int MOST_LINES = 20;
    private static final Set<RequestState> RECEIVED = EnumSet.of(RequestState.RECEIVED);

    private final Ledger ledger;
    private final ActionRows rows;
    private final Actions actions;
    private final BudgetLimits limits;
    private final boolean totalGiven;
    private final boolean approving;

    /**
     * @param limits noted with each plan that is shown
     * @param totalGiven whether the limit per run was given for the one file that this process takes
     * @param approving whether it takes that file to approve a plan that was shown before
     */
    public Planner(
            Ledger ledger,
            ActionRows rows,
            Actions actions,
            BudgetLimits limits,
            boolean totalGiven,
            boolean approving) {
        this.ledger = ledger;
        this.rows = rows;
        this.actions = actions;
        this.limits = limits;
        this.totalGiven = totalGiven;
        this.approving = approving;
    }

    /**
     * Ends the rows of which enough is known without a call for each: many at a time, as a file of a whole portfolio is mostly
     * such rows.
     *
     * @return the same ticket
     * @throws OvhApiException if the account cannot be read at the moment; the rows then stay as they are
     */
    public ImportTicket sortOut(ImportTicket ticket) {
        List<Request> page = purchases(ticket, 0);
        while (!page.isEmpty()) {
            ledger.plans()
                    .record(
                            ticket.fileId(),
                            page.stream()
                                    .map(this::sortedOut)
                                    .flatMap(Optional::stream)
                                    .toList());
            page = purchases(ticket, page.get(page.size() - 1).line());
        }
        return ticket;
    }

    private List<Request> purchases(ImportTicket ticket, long afterLine) {
        return ticket.state() == FileState.PLANNING
                ? ledger.requests().purchases(ticket.fileId(), afterLine, RECEIVED, CHUNK)
                : List.of();
    }

    private Optional<PlanResult> sortedOut(Request row) {
        ActionRow decoded = rows.of(row);
        return actions.of(row.action())
                .sortOut(DomainName.of(row.domain()), decoded)
                .map(outcome -> result(row, null, outcome));
    }

    /**
     * The names of a file with rows that have no plan yet, or one that was made under other settings. A plan that waits for
     * approval is opened again if settings changed what it would buy. None once it was approved.
     */
    public Iterator<NameRows> unplanned(ImportTicket ticket) {
        boolean planned = ticket.state() == FileState.PLANNED;
        if (!planned && ticket.state() != FileState.PLANNING) {
            return Collections.emptyIterator();
        }
        if (planned
                && (outdated(ticket.fileId()).findAny().isEmpty()
                        || !ledger.plans().reopen(ticket.fileId()))) {
            return Collections.emptyIterator();
        }
        Stream<NameRows> changes = ledger.requests().namesToChange(ticket.fileId(), RECEIVED).stream()
                .map(name -> new NameRows(name, ledger.requests().changes(ticket.fileId(), name, RECEIVED)));
        Stream<Request> purchases =
                Stream.concat(ledger.requests().purchases(ticket.fileId(), RECEIVED), outdated(ticket.fileId()));
        return new SplitterIterator<>(
                Stream.concat(changes, purchases.map(row -> new NameRows(row.domain(), List.of(row))))
                        .iterator());
    }

    private Stream<Request> outdated(long fileId) {
        return ledger.requests()
                .purchases(fileId, EnumSet.of(RequestState.PLANNED))
                .filter(this::isOutdated);
    }

    private boolean isOutdated(Request row) {
        String noted = row.plan() == null ? null : row.plan().terms();
        return noted != null && !noted.equals(actions.of(row.action()).terms(rows.of(row)));
    }

    /**
     * Finds out what the rows of a name would change and cost, and notes it. Changes nothing.
     *
     * @throws OvhApiException if nothing can be found out at the moment; the rows then stay as they are
     */
    public void plan(NameRows name) {
        List<PlanResult> results = new ArrayList<>();
        RowGroup.of(name, actions).forEach(group -> results.addAll(plan(group)));
        if (!results.isEmpty()) {
            ledger.plans().record(name.rows().get(0).fileId(), results);
        }
    }

    private List<PlanResult> plan(RowGroup group) {
        List<ActionRow> decoded = rows.of(group.rows());
        List<PlanOutcome> outcomes;
        try {
            outcomes = group.action().look(group.name(), decoded);
        } catch (OvhRejectedInputException | OvhNotFoundException | OvhConflictException e) {
            return ended(group, RequestEvent.FAIL, e.getMessage(), "look at the name, then drop the row again");
        } catch (OvhExpiredServiceException e) {
            return ended(group, RequestEvent.REFUSE, e.getMessage(), "renew the name, then drop the row again");
        }
        List<PlanResult> results = new ArrayList<>();
        for (int i = 0; i < decoded.size(); i++) {
            results.add(result(group.rows().get(i), group.action().terms(decoded.get(i)), outcomes.get(i)));
        }
        return results;
    }

    private static List<PlanResult> ended(RowGroup group, RequestEvent event, String why, String whatToDo) {
        return group.rows().stream()
                .map(row -> PlanResult.ended(row, event, why, whatToDo))
                .toList();
    }

    private static PlanResult result(Request row, String terms, PlanOutcome outcome) {
        return outcome.match(new PlanOutcome.Cases<>() {
            @Override
            public PlanResult asWished(PlanOutcome.AsWished asWished) {
                return PlanResult.ended(row, RequestEvent.FINISH, asWished.sentence(), null);
            }

            @Override
            public PlanResult changes(PlanOutcome.Changes changes) {
                String noted = terms == null ? String.join("\n", changes.lines()) : terms;
                PlanOutcome.Cost cost = changes.cost();
                PlanFigures figures = cost == null
                        ? PlanFigures.ofChanges(noted)
                        : new PlanFigures(cost.withoutTax(), cost.withTax(), cost.pricingMode(), cost.period(), noted);
                return PlanResult.planned(row, figures, summary(changes.lines()));
            }

            @Override
            public PlanResult refused(PlanOutcome.Refused refused) {
                return PlanResult.ended(row, RequestEvent.REFUSE, refused.why(), refused.whatToDo());
            }
        });
    }

    /** For the history of the row; the plan itself has all lines. */
    private static String summary(List<String> lines) {
        return lines.size() <= MOST_LINES
                ? String.join("; ", lines)
                : String.join("; ", lines.subList(0, MOST_LINES)) + "; and " + (lines.size() - MOST_LINES) + " more";
    }

    /**
     * Closes the plan, if every row has its plan or its end; then it can be approved. Each time that a plan is shown, the limits of
     * that moment are noted with it; whoever approves one that was shown can only tighten them.
     */
    public void close(ImportTicket ticket) {
        if (approving) {
            ledger.files().tightenLimits(ticket.fileId(), limits, totalGiven);
        } else {
            ledger.files().noteLimits(ticket.fileId(), limits, totalGiven);
        }
        ledger.plans().close(ticket.fileId());
    }
}
