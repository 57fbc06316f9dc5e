// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import io.github.camelovh.domain.api.OvhRejectedInputException;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.app.action.Action;
import io.github.camelovh.domain.app.action.ActionRow;
import io.github.camelovh.domain.app.action.RouteCaller;
import io.github.camelovh.domain.app.action.RowRequest;
import io.github.camelovh.domain.app.action.transfer.CarryObjection;
import io.github.camelovh.domain.app.action.transfer.CarryRefusedException;
import io.github.camelovh.domain.app.action.transfer.ZoneCarrier;
import io.github.camelovh.domain.app.action.transfer.ZoneNotReadyException;
import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.row.RowCommand;
import io.github.camelovh.domain.change.ExecutionResult;
import io.github.camelovh.domain.change.PlanOutcome;
import io.github.camelovh.domain.contact.EligibilityChecks;
import io.github.camelovh.domain.order.Holdings;
import io.github.camelovh.domain.order.Purchase;
import io.github.camelovh.domain.order.PurchaseKey;
import io.github.camelovh.domain.order.PurchaseOutcome;
import io.github.camelovh.domain.order.PurchaseStep;
import io.github.camelovh.domain.order.Quote;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Names that are bought: {@code order} and {@code transfer}, by the money protocol of the routes {@code plan-order},
 * {@code do-order} and their like. What a process that died had begun is looked for. Thread-safe.
 */
public final class PurchaseActions implements Action {
    private static final Duration UNTIL_THE_OTHER_IS_DONE = Duration.ofSeconds(2);
    private static final Duration UNTIL_A_ZONE_IS_READY = Duration.ofSeconds(30);
    private static final String MEND = "correct the row and drop it again";

    private final Ledger ledger;
    private final FileBudgets budgets;
    private final PurchaseRequests requests;
    private final Holdings holdings;
    private final ZoneCarrier carrier;
    private final RouteCaller routes;

    /**
     * @param requests what rows ask for
     * @param holdings what the account has, and what is under way
     * @param carrier makes zones ready before their names move
     */
    public PurchaseActions(
            Ledger ledger,
            FileBudgets budgets,
            PurchaseRequests requests,
            Holdings holdings,
            ZoneCarrier carrier,
            RouteCaller routes) {
        this.ledger = ledger;
        this.budgets = budgets;
        this.requests = requests;
        this.holdings = holdings;
        this.carrier = carrier;
        this.routes = routes;
    }

    @Override
    public List<String> actions() {
        return List.of(RowCommand.Order.ACTION, RowCommand.Transfer.ACTION);
    }

    @Override
    public Optional<PlanOutcome> sortOut(DomainName name, ActionRow row) {
        if (holdings.owns(name)) {
            return Optional.of(new PlanOutcome.AsWished("already in this account; nothing is bought"));
        }
        Optional<CarryObjection> zone = carrier.objection(bought(row));
        return zone.isPresent()
                ? zone.map(objection -> new PlanOutcome.Refused(objection.why(), objection.whatToDo()))
                : holdings.underWay(name)
                        .map(what -> new PlanOutcome.Refused(
                                what,
                                "nothing, if it is what you want: `ovh-domain status " + name.ascii()
                                        + "` shows its end; drop the row again if it fails"));
    }

    private static RowCommand.Bought bought(ActionRow row) {
        return (RowCommand.Bought) row.command();
    }

    @Override
    public String terms(ActionRow row) {
        return requests.terms(bought(row));
    }

    @Override
    public List<PlanOutcome> look(DomainName name, List<ActionRow> rows) {
        return rows.stream()
                .map(row -> sortOut(name, row).orElseGet(() -> priced(row)))
                .toList();
    }

    private PlanOutcome priced(ActionRow row) {
        RowCommand.Bought command = bought(row);
        Purchase wish = requests.forPrice(command);
        EligibilityChecks.Verdict verdict = eligibility(command, wish);
        if (!verdict.objections().isEmpty()) {
            return new PlanOutcome.Refused(verdict.why(), verdict.whatToDo());
        }
        Quote quote = (Quote) routes.request(route("plan", command), Map.of("purchase", wish));
        if (!quote.orderable() || quote.priceWithoutTax() == null) {
            String why = quote.remarks().isEmpty() ? "no price was given" : String.join("; ", quote.remarks());
            boolean premium = !wish.premiumAllowed() && UnusualRows.isPremium(quote.pricingMode());
            return new PlanOutcome.Refused(
                    why,
                    premium
                            ? "to buy it at that price, add it to ovh-domain.order.premium and drop the row again"
                            : "take the row out, or correct it and drop it again");
        }
        String remark = verdict.remark() == null ? "" : "; " + verdict.remark();
        return new PlanOutcome.Changes(
                List.of("offered for " + quote.priceWithoutTax() + " without tax" + remark),
                new PlanOutcome.Cost(
                        quote.priceWithoutTax(), quote.priceWithTax(), quote.duration(), quote.pricingMode()));
    }

    /** Whether the registry takes the data of a row, before any cart exists. */
    private EligibilityChecks.Verdict eligibility(RowCommand.Bought command, Purchase wish) {
        Map<String, Object> asked = new HashMap<>();
        asked.put("domain", command.domain().ascii());
        asked.put("action", wish.action().word());
        asked.put("ownerContact", command.ownerContact());
        asked.put("owner", command.owner());
        asked.put("config", wish.configuration());
        return (EligibilityChecks.Verdict) routes.request("check-eligibility", new RowRequest(asked));
    }

    private static String route(String phase, RowCommand.Bought command) {
        return phase + "-" + command.action();
    }

    @Override
    public List<ExecutionResult> act(DomainName name, List<ActionRow> rows) {
        return rows.stream().map(this::carriedOut).toList();
    }

    private ExecutionResult carriedOut(ActionRow row) {
        RowCommand.Bought command = bought(row);
        // A purchase that may have left something at OVHcloud goes on as it was begun; any other begins as it was
        // planned.
        boolean begun = row.wasBegun() && !PurchaseStep.valueOf(row.step()).isEndWithoutOrder();
        if (!begun
                && !row.approved().isEmpty()
                && !String.join("\n", row.approved()).equals(requests.terms(command))) {
            return new ExecutionResult.Refused(
                    "the settings of now would buy something else than was approved (the configuration of orders, or what"
                            + " premium and aftermarket names are allowed); nothing was bought",
                    "drop the row again, so that it is planned under the settings of now");
        }
        try {
            @SuppressWarnings("unchecked")
            List<String> nameServers = (List<String>) routes.request("carry-zone", command);
            Purchase wish = requests.toBuy(row, command, ownerContact(command), nameServers);
            PurchaseOutcome outcome = (PurchaseOutcome) routes.request(route("do", command), Map.of("purchase", wish));
            return result(row, wish.key(), outcome);
        } catch (ZoneNotReadyException e) {
            return new ExecutionResult.PutOff(e.getMessage(), UNTIL_A_ZONE_IS_READY);
        } catch (CarryRefusedException e) {
            return new ExecutionResult.Refused(e.getMessage() + "; the name was not ordered", e.whatToDo());
        } catch (OvhRejectedInputException e) {
            if (row.wasBegun()) {
                throw e;
            }
            return new ExecutionResult.Refused(e.getMessage(), MEND);
        }
    }

    /** The contact that the row names, or the one of the account that is as it describes, made where there is none. */
    private String ownerContact(RowCommand.Bought command) {
        return command.ownerContact() != null || command.owner().isEmpty()
                ? command.ownerContact()
                : (String) routes.request("find-owner", new RowRequest(Map.of("owner", command.owner())));
    }

    private ExecutionResult result(ActionRow row, PurchaseKey key, PurchaseOutcome outcome) {
        return outcome.match(new PurchaseOutcome.Cases<>() {
            @Override
            public ExecutionResult ordered(PurchaseOutcome.Ordered ordered) {
                if (ordered.priceWithTax() == null) {
                    budgets.settleReserved(key);
                }
                return new ExecutionResult.Ordered(
                        ordered.orderId(),
                        ordered.priceWithTax(),
                        ordered.paid(),
                        ordered.payByHand(),
                        Duration.ZERO,
                        null);
            }

            @Override
            public ExecutionResult alreadyOwned(PurchaseOutcome.AlreadyOwned owned) {
                budgets.release(key);
                return new ExecutionResult.Done(owned.sentence());
            }

            @Override
            public ExecutionResult underWay(PurchaseOutcome.UnderWay underWay) {
                return PurchaseActions.this.underWay(row, key, underWay.sentence());
            }

            @Override
            public ExecutionResult refused(PurchaseOutcome.Refused refused) {
                budgets.release(key);
                return lacksCode(row, refused)
                        ? new ExecutionResult.Stuck(
                                "its auth code is missing; nothing was ordered yet",
                                "get the code from the present registrar, and drop a file with a row \"fix,"
                                        + row.command().domain() + ",CODE\" (columns action, domain, authCode)")
                        : new ExecutionResult.Refused(refused.sentence(), MEND);
            }

            @Override
            public ExecutionResult failed(PurchaseOutcome.Failed failed) {
                budgets.release(key);
                return failed.retryable()
                        ? new ExecutionResult.Again(failed.error(), true)
                        : new ExecutionResult.Failed(failed.error(), "look at the reason, then drop the row again");
            }

            @Override
            public ExecutionResult unfinished(PurchaseOutcome.Unfinished unfinished) {
                return unfinished.unread()
                        ? new ExecutionResult.Again(unfinished.why())
                        : new ExecutionResult.Stuck(unfinished.why(), unfinished.whatToDo());
            }
        });
    }

    /** A transfer that was approved waits for its code, instead of being planned and approved anew. */
    private static boolean lacksCode(ActionRow row, PurchaseOutcome.Refused refused) {
        return row.command() instanceof RowCommand.Transfer
                && row.authCode() == null
                && refused.reasons().stream().anyMatch(reason -> reason.contains(Purchase.AUTH_INFO));
    }

    /**
     * A purchase that found its name under way has written so, and its name is awaited. One that only stepped aside for
     * another worker knows nothing: it is looked at again.
     */
    private ExecutionResult underWay(ActionRow row, PurchaseKey key, String sentence) {
        boolean found = ledger.requests()
                .find(row.id())
                .map(now -> PurchaseStep.UNDER_WAY.name().equals(now.step()))
                .orElse(false);
        if (!found) {
            return new ExecutionResult.PutOff(sentence, UNTIL_THE_OTHER_IS_DONE);
        }
        // A process that died may have set money aside that the purchase going on after it does not know of.
        budgets.release(key);
        return new ExecutionResult.Later(sentence, List.of(), Duration.ZERO, null);
    }
}
