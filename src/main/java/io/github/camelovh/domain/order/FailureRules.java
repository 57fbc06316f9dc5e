// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

import static io.github.camelovh.domain.order.PurchaseStep.*;

import io.github.camelovh.domain.order.CheckoutFacts.Sight;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The facts after a step that failed. Pure; {@link PurchaseProtocol} then decides. */
final class FailureRules {

    /**
     * Steps that fail if the cart is closed or gone. After a refusal, the cart is read before the refusal is believed.
     */
    private static final Set<PurchaseStep> INSIDE_CART = EnumSet.of(
            ASK_OFFERS, LIST_ITEMS, ADD_ITEM, DISCARD_ITEM, READ_REQUIREMENTS, LIST_CONFIGURATION, CONFIGURE, DRY_RUN);

    private FailureRules() {}

    /** Steps on an item that must exist. If it does not, the cart's items are listed again. */
    private static final Set<PurchaseStep> ABOUT_AN_ITEM =
            EnumSet.of(DISCARD_ITEM, READ_REQUIREMENTS, LIST_CONFIGURATION, CONFIGURE);

    static boolean cartMustBeLookedAt(PurchaseStep step, CallFailure trouble) {
        return INSIDE_CART.contains(step) && trouble.isNo();
    }

    /** The facts after a refusal of a step in a cart; {@code sight} is the state of the cart at that time. */
    static PurchaseFacts afterNo(
            PurchaseStep step,
            PurchaseFacts facts,
            CallFailure trouble,
            Sight sight,
            List<String> reasons,
            Instant now) {
        return switch (sight) {
            case CART_CLOSED -> metClosed(facts, now);
            case CART_GONE -> lostCart(facts);
            case CART_OPEN, NOT_LOOKED ->
                trouble == CallFailure.GONE && ABOUT_AN_ITEM.contains(step)
                        ? itemsInDoubt(facts.settled())
                        : facts.settled().refused(reasons);
        };
    }

    static PurchaseFacts after(
            Act.Perform act, PurchaseFacts facts, CallFailure trouble, List<String> sentences, Instant now) {
        String sentence = String.join("; ", sentences);
        return switch (trouble) {
            case NOT_DONE -> afterNotDone(act, facts, sentence);
            case UNKNOWN -> afterSilence(act, facts, sentence, now);
            case GONE -> afterGone(act, facts, sentence);
            case REFUSED, CONFLICT -> afterRefusal(act, facts, trouble, sentences, now);
            case KEYS ->
                throw new IllegalArgumentException(
                        "a failure of the keys is not a failure of a" + " purchase: " + sentence);
        };
    }

    private static PurchaseFacts afterNotDone(Act.Perform act, PurchaseFacts facts, String sentence) {
        return switch (act.step()) {
            case CHECK_OUT -> takenBack(facts).failed(sentence, true);
            case PAY -> facts.sure().with(facts.checkout().notPaid()).failed(sentence, true);
            case DISCARD_CART -> notThrownAway(act, facts);
            default -> facts.settled().failed(sentence, true);
        };
    }

    private static PurchaseFacts afterSilence(Act.Perform act, PurchaseFacts facts, String sentence, Instant now) {
        return switch (act.step()) {
            case CREATE_CART, ASSIGN_CART, ADD_ITEM, CONFIGURE, DISCARD_ITEM, PAY -> facts.troubled();
            // The call may have waited before it was sent, so the time at which it was lost counts.
            case CHECK_OUT -> facts.with(facts.checkout().lostAt(now)).troubled();
            case DISCARD_CART -> notThrownAway(act, facts).troubled();
            default -> facts.failed(sentence, true);
        };
    }

    private static PurchaseFacts afterGone(Act.Perform act, PurchaseFacts facts, String sentence) {
        return switch (act.step()) {
            case CHECK_OUT -> {
                PurchaseFacts before = takenBack(facts);
                yield before.checkout().attempted() ? before : lostCart(before);
            }
            case ASSIGN_CART -> lostCart(facts);
            case DISCARD_CART -> given(act, facts);
            default -> facts.settled().failed(sentence, false);
        };
    }

    private static PurchaseFacts afterRefusal(
            Act.Perform act, PurchaseFacts facts, CallFailure trouble, List<String> sentences, Instant now) {
        return switch (act.step()) {
            // A cart that is already ours may refuse to be assigned again; the dry run shows whether it is ours.
            case ASSIGN_CART -> {
                boolean maybeOurs =
                        trouble == CallFailure.CONFLICT || facts.cart().chosen();
                yield maybeOurs
                        ? facts.sure().with(facts.cart().assigned(true))
                        : facts.sure().refused(sentences);
            }
            // A cart that cannot be deleted may have been checked out meanwhile: check before this is forgotten.
            case DISCARD_CART -> {
                boolean own = act.subject().equals(facts.cart().id());
                yield own && trouble == CallFailure.CONFLICT
                        ? metClosed(facts, now).troubled()
                        : notThrownAway(act, facts);
            }
            // An order that is paid already cannot be paid again: its status shows that.
            case PAY ->
                trouble == CallFailure.CONFLICT
                        ? facts.sure()
                        : facts.sure().with(facts.checkout().notPaid()).failed(String.join("; ", sentences), false);
            case CHECK_OUT ->
                trouble == CallFailure.CONFLICT
                        ? metClosed(facts, now).refused(sentences)
                        : facts.sure().refused(sentences);
            case LOOK_AT_HOLDINGS, FIND_CARTS, RECONCILE, READ_ORDER ->
                facts.settled().failed(String.join("; ", sentences), false);
            default -> facts.sure().refused(sentences);
        };
    }

    private static PurchaseFacts metClosed(PurchaseFacts facts, Instant now) {
        Instant made = facts.cart().madeAt();
        return facts.sure().with(facts.checkout().metClosed(made == null ? now : made, now));
    }

    private static PurchaseFacts itemsInDoubt(PurchaseFacts facts) {
        return facts.with(facts.cart().doubted())
                .with(facts.item().unlisted())
                .with(facts.quote().stale())
                .troubled();
    }

    /** A spare cart that could not be deleted may be one that another buyer uses, so the carts are compared again. */
    private static PurchaseFacts notThrownAway(Act.Perform act, PurchaseFacts facts) {
        boolean own = act.subject().equals(facts.cart().id());
        if (own && facts.reasons().isEmpty()) {
            return facts.troubled(); // it is in doubt, and must be gone before another one is filled
        }
        return own || facts.troubles() > 0 || facts.checkout().attempted()
                ? given(act, facts)
                : facts.sure().with(facts.cart().searchFirst()).troubled();
    }

    private static PurchaseFacts takenBack(PurchaseFacts facts) {
        CheckoutFacts before = facts.checkout().takenBack();
        return before.attempted() ? facts.with(before) : facts.sure().with(before);
    }

    private static PurchaseFacts lostCart(PurchaseFacts facts) {
        if (facts.checkout().attempted()) {
            return facts.with(facts.checkout().unseen()).troubled(); // otherwise its evidence would be lost with it
        }
        return facts.sure()
                .with(facts.cart().searchFirst())
                .with(facts.item().offerOnly())
                .with(facts.quote().stale())
                .troubled();
    }

    private static PurchaseFacts given(Act.Perform act, PurchaseFacts facts) {
        return facts.withoutCart(act.subject());
    }
}
