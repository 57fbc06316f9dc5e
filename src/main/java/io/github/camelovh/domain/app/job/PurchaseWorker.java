// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import io.github.camelovh.domain.api.OvhApiException;
import io.github.camelovh.domain.api.OvhAuthenticationException;
import io.github.camelovh.domain.api.OvhMissingRightException;
import io.github.camelovh.domain.api.OvhRejectedInputException;
import io.github.camelovh.domain.app.action.transfer.CarryRefusedException;
import io.github.camelovh.domain.app.action.transfer.ZoneCarrier;
import io.github.camelovh.domain.app.action.transfer.ZoneNotReadyException;
import io.github.camelovh.domain.app.ledger.ActiveLeases;
import io.github.camelovh.domain.app.ledger.Claim;
import io.github.camelovh.domain.app.ledger.FileState;
import io.github.camelovh.domain.app.ledger.ImportedFile;
import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.ledger.LedgerException;
import io.github.camelovh.domain.app.ledger.MoveNotes;
import io.github.camelovh.domain.app.ledger.Request;
import io.github.camelovh.domain.app.ledger.RequestEvent;
import io.github.camelovh.domain.app.ledger.WorkKind;
import io.github.camelovh.domain.order.Purchase;
import io.github.camelovh.domain.order.PurchaseKey;
import io.github.camelovh.domain.order.PurchaseOutcome;
import io.github.camelovh.domain.order.PurchaseStep;
import java.time.Clock;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands out approved requests to be bought, one by one, and takes the outcome. What a process that died had begun comes
 * first. Thread-safe.
 */
public final class PurchaseWorker {
    private static final Logger LOG = LoggerFactory.getLogger(PurchaseWorker.class);

    private final Ledger ledger;
    private final ActiveLeases held;
    private final FileBudgets budgets;
    private final PurchaseRequests purchaseRequests;
    private final ZoneCarrier carrier;
    private final String owner;
    private final CircuitBreaker breaker;
    private final RetryPolicy attempts;
    private final Set<Long> files = ConcurrentHashMap.newKeySet();
    private volatile boolean allFiles;

    /**
     * @param held claims of this process
     * @param carrier makes zones ready before their names move
     * @param owner this process and start
     * @param breaker told when nothing can be bought at all
     * @param attempts how often one purchase is begun anew after a passing fault
     */
    public PurchaseWorker(
            Ledger ledger,
            ActiveLeases held,
            FileBudgets budgets,
            PurchaseRequests purchaseRequests,
            ZoneCarrier carrier,
            String owner,
            CircuitBreaker breaker,
            Clock clock,
            int attempts) {
        this.ledger = ledger;
        this.held = held;
        this.budgets = budgets;
        this.purchaseRequests = purchaseRequests;
        this.carrier = carrier;
        this.owner = owner;
        this.breaker = breaker;
        this.attempts = new RetryPolicy(ledger, clock, attempts);
    }

    /**
     * Whether to look for work: not while keys or rights are missing. A file without any money limit, neither one set now
     * nor one that its plan was shown with, waits for one.
     */
    public boolean isOpen() {
        return !breaker.isRaised();
    }

    /** Buys what is approved of this file from now on. A desk that is told of no file buys nothing. */
    public void buyFrom(long fileId) {
        files.add(fileId);
    }

    /** Buys what is approved of any file from now on. */
    public void buyFromAllFiles() {
        allFiles = true;
    }

    private List<Request> claimOne() {
        if (allFiles && budgets.allowBuying()) {
            return ledger.claims().claim(WorkKind.PURCHASE, OptionalLong.empty(), 1, owner);
        }
        Stream<Long> named =
                allFiles ? ledger.files().inState(FileState.APPROVED).stream().map(ImportedFile::id) : files.stream();
        return named.filter(budgets::allowBuying)
                .map(file -> ledger.claims().claim(WorkKind.PURCHASE, OptionalLong.of(file), 1, owner))
                .filter(claimed -> !claimed.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /**
     * Requests to buy, each claimed when it is asked for; ends for good when there is nothing more to do now: Camel's
     * splitter asks once more when it is done, and nobody would buy what was claimed then. For one thread.
     */
    public Iterator<Request> approved() {
        return new Iterator<>() {
            private Request next;
            private boolean over;

            @Override
            public boolean hasNext() {
                while (next == null && !over) {
                    List<Request> claimed = isOpen() ? claimOne() : List.of();
                    if (claimed.isEmpty()) {
                        over = true;
                    } else if (mayBuy(claimed.get(0))
                            && held.hold(claimed.get(0).claim())) {
                        next = claimed.get(0);
                    }
                }
                return next != null;
            }

            @Override
            public Request next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                Request request = next;
                next = null;
                return request;
            }
        };
    }

    /** A purchase that may have left something at OVHcloud goes on as it was begun; any other begins as it was planned. */
    private boolean mayBuy(Request request) {
        boolean begun =
                request.step() != null && !PurchaseStep.valueOf(request.step()).isEndWithoutOrder();
        Optional<String> against = begun ? Optional.empty() : unlikePlanned(request);
        against.ifPresent(why -> advance(
                request.claim(),
                RequestEvent.REFUSE,
                MoveNotes.why(why + "; nothing was bought")
                        .toDo("drop the row again, so that it is planned under the settings of now")));
        return against.isEmpty();
    }

    /** The row is claimed by now, so whatever cannot be read of it has to end it: nobody else would. */
    private Optional<String> unlikePlanned(Request request) {
        try {
            return purchaseRequests.asPlanned(request)
                    ? Optional.empty()
                    : Optional.of("the settings of now would buy something else than was approved (the configuration of"
                            + " orders, or what premium and aftermarket names are allowed)");
        } catch (RuntimeException e) {
            return Optional.of(e.getMessage() + ", under the settings of now");
        }
    }

    /**
     * Makes the zone of a name ready that is to move with it.
     *
     * @return the name servers that the name has once it came; empty where its row carries no zone
     */
    public List<String> carry(Request request) {
        return carrier.carry(purchaseRequests.command(request));
    }

    /**
     * What to ask the component for, by the names of its parameters.
     *
     * @param nameServers that the name has once it came; empty: those of the row, or as OVHcloud does by itself
     */
    public Map<String, Object> wish(Request request, List<String> nameServers) {
        budgets.begin(request);
        Purchase wish = purchaseRequests.toBuy(request, nameServers);
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("domain", wish.domain().ascii());
        parameters.put("action", wish.action().word());
        parameters.put("duration", wish.duration());
        parameters.put("config", wish.configuration());
        parameters.put("allowPremium", wish.premiumAllowed());
        parameters.put("allowAftermarket", wish.aftermarketAllowed());
        if (wish.maxPriceWithTax() != null) {
            parameters.put("maxPrice", wish.maxPriceWithTax().toString());
        }
        if (wish.approvedPriceWithoutTax() != null) {
            parameters.put("approvedPrice", wish.approvedPriceWithoutTax().toString());
            parameters.put("pricingMode", wish.approvedPricingMode());
        }
        return parameters;
    }

    /** Notes how a purchase ended. */
    public void record(Request request, PurchaseOutcome outcome) {
        Claim claim = request.claim();
        try {
            if (outcome instanceof PurchaseOutcome.Ordered ordered) {
                if (ordered.priceWithTax() == null) {
                    budgets.settleReserved(new PurchaseKey(request.purchaseKey()));
                }
                MoveNotes notes = MoveNotes.why(ordered.sentence()).order(ordered.orderId(), ordered.priceWithTax());
                advance(
                        claim,
                        RequestEvent.ORDER,
                        ordered.paid()
                                ? notes
                                : notes.toDo("pay order " + ordered.orderId() + "; the name comes after"));
            } else if (outcome instanceof PurchaseOutcome.AlreadyOwned) {
                setMoneyFree(request);
                advance(claim, RequestEvent.FINISH, MoveNotes.why(outcome.sentence()));
            } else if (outcome instanceof PurchaseOutcome.UnderWay) {
                underWay(request, outcome.sentence());
            } else if (outcome instanceof PurchaseOutcome.Refused refused && lacksCode(request, refused)) {
                setMoneyFree(request);
                advance(
                        claim,
                        RequestEvent.GIVE_UP,
                        MoveNotes.why("its auth code is missing; nothing was ordered yet")
                                .toDo("get the code from the present registrar, and drop a file with a row \"fix,"
                                        + request.domain() + ",CODE\" (columns action, domain, authCode)"));
            } else if (outcome instanceof PurchaseOutcome.Refused) {
                setMoneyFree(request);
                advance(
                        claim,
                        RequestEvent.REFUSE,
                        MoveNotes.why(outcome.sentence()).toDo("mend the row and drop it again"));
            } else if (outcome instanceof PurchaseOutcome.Unfinished unfinished) {
                advance(
                        claim,
                        RequestEvent.GIVE_UP,
                        MoveNotes.why(unfinished.why()).toDo(unfinished.whatToDo()));
            } else if (outcome instanceof PurchaseOutcome.Failed failed) {
                setMoneyFree(request);
                failed(claim, failed.error(), failed.retryable(), RequestEvent.FAIL);
            }
        } finally {
            end(request);
        }
    }

    /** A transfer that was approved waits for its code, instead of being planned and approved anew. */
    private static boolean lacksCode(Request request, PurchaseOutcome.Refused refused) {
        return AwaitedNames.isTransfer(request)
                && request.sealedSecret() == null
                && refused.reasons().stream().anyMatch(reason -> reason.contains(Purchase.AUTH_INFO));
    }

    /**
     * A purchase that found its name under way has written so, and its name is awaited. One that only stepped aside for
     * another worker knows nothing: it is looked at again.
     */
    private void underWay(Request request, String sentence) {
        boolean found = ledger.requests()
                .find(request.id())
                .map(now -> PurchaseStep.UNDER_WAY.name().equals(now.step()))
                .orElse(false);
        if (found) {
            setMoneyFree(request);
            advance(request.claim(), RequestEvent.ORDER, MoveNotes.why(sentence));
        } else {
            attempts.stepAside(request.claim(), sentence);
        }
    }

    /** A process that died may have set money aside that the purchase going on after it does not know of. */
    private void setMoneyFree(Request request) {
        budgets.release(new PurchaseKey(request.purchaseKey()));
    }

    /** Notes that a purchase broke off without an outcome. Where it stands is in the ledger; the next one looks first. */
    public void broken(Request request, Throwable error) {
        Claim claim = request.claim();
        try {
            if (error instanceof OvhAuthenticationException || error instanceof OvhMissingRightException) {
                breaker.raise((OvhApiException) error);
                attempts.putBackWithoutRights(claim, error.getMessage());
            } else if (error instanceof ZoneNotReadyException || error instanceof LedgerException) {
                // For want of a key, another process has to do it.
                attempts.waitLonger(claim, error.getMessage());
            } else if (error instanceof CarryRefusedException refused) {
                advance(
                        claim,
                        RequestEvent.REFUSE,
                        MoveNotes.why(refused.getMessage() + "; the name was not ordered")
                                .toDo(refused.whatToDo()));
            } else if (error instanceof OvhRejectedInputException && request.step() == null) {
                advance(
                        claim,
                        RequestEvent.REFUSE,
                        MoveNotes.why(error.getMessage()).toDo("mend the row and drop it again"));
            } else {
                LOG.error("{}: the purchase broke off; it will be looked at again", claim.domain(), error);
                failed(claim, "broke off: " + error.getMessage(), true, RequestEvent.GIVE_UP);
            }
        } finally {
            end(request);
        }
    }

    private void failed(Claim claim, String error, boolean again, RequestEvent inTheEnd) {
        if (!again || !attempts.putBack(claim, error)) {
            advance(claim, inTheEnd, MoveNotes.why(error).toDo("look at the reason, then drop the row again"));
        }
    }

    private void advance(Claim claim, RequestEvent event, MoveNotes notes) {
        ledger.claims().advance(claim, event, notes);
    }

    private void end(Request request) {
        budgets.end(request);
        held.letGo(request.claim());
    }

    /** Makes the leases of this process last; to be called well within one lease. */
    public void stayAlive() {
        List<Claim> claims = held.all();
        var lost = ledger.claims().extend(claims);
        claims.stream().filter(claim -> lost.contains(claim.requestId())).forEach(held::letGo);
    }
}
