// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import io.github.camelovh.domain.api.OvhApiException;
import io.github.camelovh.domain.api.OvhConflictException;
import io.github.camelovh.domain.api.OvhNotFoundException;
import io.github.camelovh.domain.api.OvhRejectedInputException;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.app.action.transfer.CarryObjection;
import io.github.camelovh.domain.app.action.transfer.ZoneCarrier;
import io.github.camelovh.domain.app.ledger.BudgetLimits;
import io.github.camelovh.domain.app.ledger.FileState;
import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.ledger.PlanFigures;
import io.github.camelovh.domain.app.ledger.PlanResult;
import io.github.camelovh.domain.app.ledger.Request;
import io.github.camelovh.domain.app.ledger.RequestEvent;
import io.github.camelovh.domain.app.ledger.RequestState;
import io.github.camelovh.domain.app.row.RowCommand;
import io.github.camelovh.domain.contact.EligibilityChecks;
import io.github.camelovh.domain.order.Holdings;
import io.github.camelovh.domain.order.PlanningCart;
import io.github.camelovh.domain.order.Purchase;
import io.github.camelovh.domain.order.Quote;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Makes the plan: what is ours already is done, what cannot be had is refused, the rest gets its price, one call a name.
 * Buys nothing. Thread-safe; a plan that broke off goes on with the rows that have no price.
 */
public final class PricePlanner {
    private static final int CHUNK = 1000;

    private final Ledger ledger;
    private final PurchaseRequests purchaseRequests;
    private final Holdings holdings;
    private final ZoneCarrier carrier;
    private final EligibilityChecks eligibility;
    private final Supplier<PlanningCart> prices;
    private final BudgetLimits limits;
    private final boolean totalGiven;
    private final boolean approving;

    /**
     * @param carrier knows whether the zone of a name can be carried
     * @param eligibility knows whether a registry takes the data of a row
     * @param prices asks for prices
     * @param limits noted with each plan that is shown
     * @param totalGiven whether the limit per run was given for the one file that this process takes
     * @param approving whether it takes that file to approve a plan that was shown before, by its digest
     */
    public PricePlanner(
            Ledger ledger,
            PurchaseRequests purchaseRequests,
            Holdings holdings,
            ZoneCarrier carrier,
            EligibilityChecks eligibility,
            Supplier<PlanningCart> prices,
            BudgetLimits limits,
            boolean totalGiven,
            boolean approving) {
        this.ledger = ledger;
        this.purchaseRequests = purchaseRequests;
        this.holdings = holdings;
        this.carrier = carrier;
        this.eligibility = eligibility;
        this.prices = prices;
        this.limits = limits;
        this.totalGiven = totalGiven;
        this.approving = approving;
    }

    /**
     * Ends the rows that need no price, since the account has their name or something is under way for it: many at a time,
     * as a file of a whole portfolio is mostly such rows.
     *
     * @return the same ticket
     * @throws OvhApiException if the account cannot be read at the moment; the rows then stay as they are
     */
    public ImportTicket sortOut(ImportTicket ticket) {
        List<Request> page = received(ticket, 0);
        while (!page.isEmpty()) {
            ledger.plans()
                    .record(
                            ticket.fileId(),
                            page.stream()
                                    .map(this::withoutPrice)
                                    .flatMap(Optional::stream)
                                    .toList());
            page = received(ticket, page.get(page.size() - 1).line());
        }
        return ticket;
    }

    private List<Request> received(ImportTicket ticket, long afterLine) {
        return ticket.state() == FileState.PLANNING
                ? ledger.requests().purchases(ticket.fileId(), afterLine, EnumSet.of(RequestState.RECEIVED), CHUNK)
                : List.of();
    }

    private Optional<PlanResult> withoutPrice(Request request) {
        DomainName name = DomainName.of(request.domain());
        Optional<CarryObjection> zone = AwaitedNames.isTransfer(request)
                ? carrier.objection(purchaseRequests.command(request))
                : Optional.empty();
        if (holdings.owns(name)) {
            return Optional.of(
                    PlanResult.ended(request, RequestEvent.FINISH, "already in this account; nothing is bought", null));
        }
        if (zone.isPresent()) {
            return zone.map(
                    objection -> PlanResult.ended(request, RequestEvent.REFUSE, objection.why(), objection.whatToDo()));
        }
        return holdings.underWay(name)
                .map(what -> PlanResult.ended(
                        request, RequestEvent.REFUSE, what, "wait for its end; drop the row again if it fails"));
    }

    /**
     * The rows of a file that have no price yet, or one that was asked under other settings, in the file's order. A plan
     * that waits for approval is opened again if settings changed what it would buy. None once it was approved.
     */
    public Iterator<Request> unpriced(ImportTicket ticket) {
        boolean planned = ticket.state() == FileState.PLANNED;
        if (!planned && ticket.state() != FileState.PLANNING) {
            return Collections.emptyIterator();
        }
        if (planned
                && (outdated(ticket.fileId()).findAny().isEmpty()
                        || !ledger.plans().reopen(ticket.fileId()))) {
            return Collections.emptyIterator();
        }
        return Stream.concat(
                        ledger.requests().purchases(ticket.fileId(), EnumSet.of(RequestState.RECEIVED)),
                        outdated(ticket.fileId()))
                .iterator();
    }

    private Stream<Request> outdated(long fileId) {
        return ledger.requests()
                .purchases(fileId, EnumSet.of(RequestState.PLANNED))
                .filter(request -> !purchaseRequests.asPlanned(request));
    }

    /**
     * Finds out about one row and notes it.
     *
     * @throws OvhApiException if nothing can be found out at the moment; the row then stays without a price
     */
    public void price(Request request) {
        ledger.plans().record(request.fileId(), List.of(withoutPrice(request).orElseGet(() -> result(request))));
    }

    private PlanResult result(Request request) {
        Purchase wish = purchaseRequests.forPrice(request);
        try {
            RowCommand.Bought row = purchaseRequests.command(request);
            EligibilityChecks.Verdict verdict = eligibility.check(
                    row.domain(),
                    wish.action().word(),
                    new EligibilityChecks.Owner(row.ownerContact(), row.owner()),
                    wish.configuration());
            if (!verdict.objections().isEmpty()) {
                return PlanResult.ended(request, RequestEvent.REFUSE, verdict.why(), verdict.whatToDo());
            }
            return result(request, prices.get().quote(wish), purchaseRequests.terms(request), verdict.remark());
        } catch (OvhRejectedInputException | OvhNotFoundException | OvhConflictException e) {
            return PlanResult.ended(request, RequestEvent.FAIL, e.getMessage(), "look at the name, then drop it again");
        }
    }

    private static PlanResult result(Request request, Quote quote, String terms, String remark) {
        if (!quote.orderable() || quote.priceWithoutTax() == null) {
            String why = quote.remarks().isEmpty() ? "no price was given" : String.join("; ", quote.remarks());
            return PlanResult.ended(
                    request, RequestEvent.REFUSE, why, "take the row out, or mend it and drop it again");
        }
        PlanFigures figures = new PlanFigures(
                quote.priceWithoutTax(), quote.priceWithTax(), quote.pricingMode(), quote.duration(), terms);
        return PlanResult.planned(
                request,
                figures,
                "offered for " + quote.priceWithoutTax() + " without tax" + (remark == null ? "" : "; " + remark));
    }

    /**
     * Closes the plan, if every row has its price or its end; then it has a digest to be approved by. Each time that a plan
     * is shown, the limits of that moment are noted with it; whoever approves one by its digest can only tighten them.
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
