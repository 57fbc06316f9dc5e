// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

import io.github.camelovh.domain.api.OvhApiException;
import io.github.camelovh.domain.api.OvhEligibilityException;
import io.github.camelovh.domain.api.Sleeper;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The loop of a purchase: ask the protocol, write the journal, perform, ask again. It has no state, so one instance
 * serves any number of threads. The journal and {@link Orders} ensure that only one thread runs a key.
 */
final class PurchaseRunner {

    private static final Logger LOG = LoggerFactory.getLogger(PurchaseRunner.class);

    /** More steps than any real purchase needs: a loop without an end is a bug. */
    private static final int STEPS_BORNE = 400;

    private final PurchaseProtocol protocol;
    private final PurchaseExecutor executor;
    private final PurchaseJournal journal;
    private final Budget budget;
    private final Holdings holdings;
    private final ServerTime time;
    private final Sleeper sleeper;
    private final BiConsumer<PurchaseStep, PurchaseStep> moves;

    PurchaseRunner(
            PurchaseProtocol protocol,
            PurchaseExecutor executor,
            PurchaseJournal journal,
            Budget budget,
            Holdings holdings,
            ServerTime time,
            Sleeper sleeper,
            BiConsumer<PurchaseStep, PurchaseStep> moves) {
        this.protocol = protocol;
        this.executor = executor;
        this.journal = journal;
        this.budget = budget;
        this.holdings = holdings;
        this.time = time;
        this.sleeper = sleeper;
        this.moves = moves;
    }

    /**
     * Runs a purchase until this run ends.
     *
     * @throws OvhApiException when the keys or their rights are not sufficient; the purchase stays at its step in the
     * journal
     */
    PurchaseOutcome run(Purchase purchase, PurchaseFacts from) {
        PurchaseFacts facts = from;
        List<PurchaseStep> history = new ArrayList<>();
        while (true) {
            Act act = protocol.next(purchase, facts, time.now());
            PurchaseMoves.check(purchase.key(), history, act.step());
            moves.accept(history.isEmpty() ? null : history.get(history.size() - 1), act.step());
            history.add(act.step());
            if (history.size() > STEPS_BORNE) {
                throw new IllegalStateException(
                        "the purchase \"" + purchase.key() + "\" does not come to an end: " + history);
            }
            if (act instanceof Act.Finish end) {
                return finish(purchase, facts, end);
            }
            if (act instanceof Act.Pause pause) {
                try {
                    sleeper.sleep(pause.time());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return interrupted(purchase, facts);
                }
                facts = facts.with(facts.checkout().unseen());
                continue; // after a wait, the next act is decided again
            }
            Act.Perform perform = (Act.Perform) act;
            if (act.step().hasEffect()) {
                facts = entering(perform, facts);
                if (!journal.enter(purchase.key(), act.step(), facts)) {
                    return new PurchaseOutcome.UnderWay(
                            purchase.domain(),
                            "another process is buying " + purchase.domain()
                                    + " with the same key; this run stopped before " + act.step(),
                            orderOfTheOther(purchase, facts));
                }
                if (act.step() == PurchaseStep.CHECK_OUT) {
                    LOG.info(
                            "{}: checking out cart {}",
                            purchase.key(),
                            facts.cart().id());
                } else {
                    LOG.debug("{}: entering {}", purchase.key(), act.step());
                }
            }
            facts = performed(perform, purchase, facts);
        }
    }

    /** The facts when an effect is about to be sent: it may happen from now on. */
    private PurchaseFacts entering(Act.Perform act, PurchaseFacts facts) {
        PurchaseFacts doubting = facts.doubting(act.step());
        return switch (act.step()) {
            case CREATE_CART -> doubting.with(facts.cart().asked());
            case ADD_ITEM -> doubting.with(facts.item().unlisted());
            // Whoever checks the cart out once more has to see again what it holds.
            case CHECK_OUT ->
                doubting.with(facts.checkout().entered(time.now()))
                        .with(facts.cart().doubted());
            case PAY -> doubting.with(facts.checkout().paying(time.now()));
            // If we delete the cart ourselves, it is certain that nothing was ordered from it.
            case DISCARD_CART -> act.subject().equals(facts.cart().id()) ? doubting.with(CheckoutFacts.NONE) : doubting;
            default -> doubting;
        };
    }

    private PurchaseFacts performed(Act.Perform act, Purchase purchase, PurchaseFacts facts) {
        try {
            PurchaseFacts after = executor.perform(act, purchase, facts);
            boolean answered = act.step() != PurchaseStep.CHECK_OUT || after.orderId() != null;
            return act.step().hasEffect() && answered ? after.sure() : after;
        } catch (OvhEligibilityException e) {
            return FailureRules.after(act, facts, CallFailure.REFUSED, violations(purchase, e), time.now());
        } catch (OvhApiException e) {
            CallFailure trouble = CallFailure.of(e);
            LOG.debug("{}: {} met {}", purchase.key(), act.step(), trouble, e);
            if (trouble == CallFailure.KEYS) {
                throw e;
            }
            if (FailureRules.cartMustBeLookedAt(act.step(), trouble)) {
                return FailureRules.afterNo(
                        act.step(),
                        facts,
                        trouble,
                        executor.sight(facts.cart().id()),
                        List.of(e.getMessage()),
                        time.now());
            }
            return FailureRules.after(act, facts, trouble, List.of(e.getMessage()), time.now());
        }
    }

    private static List<String> violations(Purchase purchase, OvhEligibilityException e) {
        if (e.violations().isEmpty()) {
            return List.of(e.getMessage());
        }
        List<String> reasons = new ArrayList<>();
        e.violations()
                .forEach((field, sentence) -> reasons.add(
                        purchase.domain() + " cannot be ordered with this data: " + field + ": " + sentence));
        return reasons;
    }

    private PurchaseOutcome finish(Purchase purchase, PurchaseFacts facts, Act.Finish end) {
        PurchaseFacts last = facts;
        if (end.spent() != null) {
            budget.settle(purchase.key(), end.spent());
        }
        switch (end.step()) {
            case ORDERED -> holdings.ordered(purchase.domain(), facts.orderId());
            case UNFINISHED ->
                LOG.warn(
                        "{}: its money {}, a person must check: {}",
                        purchase.key(),
                        end.spent() == null ? "stays reserved" : "counts as spent",
                        end.outcome().sentence());
            default -> {
                if (facts.quote().reserved() != null) {
                    budget.release(purchase.key());
                    last = facts.with(facts.quote().released());
                }
            }
        }
        LOG.info("{}: {}, {}", purchase.key(), end.step(), end.outcome().sentence());
        if (!journal.enter(purchase.key(), end.step(), last)) {
            LOG.info("{}: another process took it over; its journal decides", purchase.key());
        }
        return end.outcome();
    }

    /** The journal says by now what the other process has ordered, if it has. */
    private Long orderOfTheOther(Purchase purchase, PurchaseFacts facts) {
        return journal.find(purchase.key())
                .map(record -> record.facts().orderId())
                .orElse(facts.orderId());
    }

    private static PurchaseOutcome interrupted(Purchase purchase, PurchaseFacts facts) {
        return new PurchaseOutcome.Unfinished(
                purchase.domain(),
                "this run was stopped while it was not known whether " + purchase.domain() + " was ordered",
                "It was not ordered a second time; run it again, or check the orders since "
                        + facts.checkout().startedAt(),
                true,
                facts.orderId(),
                null,
                null);
    }
}
