// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

import static io.github.camelovh.domain.order.PurchaseStep.*;

import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.order.CheckoutFacts.Sight;
import io.github.camelovh.domain.order.OrderSettings.CheckoutAgain;
import io.github.camelovh.domain.order.OrderSettings.Payment;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The money protocol: decides the next act from what is known. Pure: no call, no clock, no state. Read {@link #next}
 * from top to bottom; the first line that applies decides.
 */
final class PurchaseProtocol {

    /** If more answers than this are lost in one run, the run ends for now. */
    private static final int TROUBLES_BORNE = 6;

    private static final int CARTS_BORNE = 4;
    private static final int CHECKOUTS_BORNE = 2;
    private static final Duration FIRST_LOOK_AGAIN = Duration.ofSeconds(2);
    private static final Duration LONGEST_BETWEEN_LOOKS = Duration.ofSeconds(10);

    private final OrderSettings settings;

    PurchaseProtocol(OrderSettings settings) {
        this.settings = settings;
    }

    Act next(Purchase purchase, PurchaseFacts facts, Instant now) {
        CheckoutFacts checkout = facts.checkout();
        if (checkout.orderId() != null) {
            return afterOrder(purchase, facts, now);
        }
        if (checkout.attempted() && (facts.failure() != null || facts.troubles() > TROUBLES_BORNE)) {
            return unread(
                    purchase,
                    facts,
                    "it is not known whether " + purchase.domain() + " was ordered, and OVHcloud could not be asked"
                            + (facts.failure() == null ? "" : ": " + facts.failure()),
                    "It was not ordered a second time; run it again, or check the orders since "
                            + checkout.startedAt());
        }
        if (facts.failure() != null) {
            return new Act.Finish(
                    FAILED, new PurchaseOutcome.Failed(purchase.domain(), facts.failure(), facts.retryable()));
        }
        if (checkout.attempted() && !checkingOutAgain(facts)) {
            return reconcile(purchase, facts, now);
        }
        if (facts.standing() == OWNED) {
            return new Act.Finish(OWNED, new PurchaseOutcome.AlreadyOwned(purchase.domain()));
        }
        if (facts.standing() == UNDER_WAY) {
            return new Act.Finish(
                    UNDER_WAY,
                    new PurchaseOutcome.UnderWay(purchase.domain(), String.join("; ", facts.reasons()), null));
        }
        if (!facts.reasons().isEmpty()) {
            return refused(purchase, facts);
        }
        if (facts.troubles() > TROUBLES_BORNE || facts.cart().created() > CARTS_BORNE) {
            return new Act.Finish(
                    FAILED,
                    new PurchaseOutcome.Failed(
                            purchase.domain(),
                            "OVHcloud did not answer too many calls about the cart" + " of " + purchase.domain()
                                    + "; nothing was ordered: run it again later",
                            true));
        }
        if (!facts.holdingsClear() && !checkout.attempted()) {
            return perform(LOOK_AT_HOLDINGS);
        }
        return fillCart(purchase, facts);
    }

    private static Act refused(Purchase purchase, PurchaseFacts facts) {
        CartFacts cart = facts.cart();
        if (cart.id() != null) {
            return new Act.Perform(DISCARD_CART, cart.id());
        }
        return new Act.Finish(REFUSED, new PurchaseOutcome.Refused(purchase.domain(), facts.reasons()));
    }

    private static Act fillCart(Purchase purchase, PurchaseFacts facts) {
        CartFacts cart = facts.cart();
        // After a checkout the cart is evidence: it is read again, and not deleted.
        if (facts.cartInDoubt() && !facts.checkout().attempted()) {
            return new Act.Perform(DISCARD_CART, cart.id());
        }
        if (cart.id() == null) {
            boolean search = cart.search() == CartFacts.Search.FIRST || facts.doubt() == CREATE_CART;
            return perform(search ? FIND_CARTS : CREATE_CART);
        }
        if (!cart.assigned() && facts.doubt() != ASSIGN_CART) {
            return perform(ASSIGN_CART);
        }
        if (!cart.chosen()) {
            return perform(FIND_CARTS);
        }
        if (!cart.assigned()) {
            return perform(ASSIGN_CART);
        }
        if (!cart.spares().isEmpty()) {
            return new Act.Perform(DISCARD_CART, cart.spares().get(0));
        }
        return fillItem(purchase, facts);
    }

    private static Act fillItem(Purchase purchase, PurchaseFacts facts) {
        ItemFacts item = facts.item();
        boolean mayHoldItems = facts.cart().filled() || unlikeItsItem(facts);
        if (mayHoldItems && !item.listed()) {
            return perform(LIST_ITEMS);
        }
        if (!item.spares().isEmpty()) {
            return new Act.Perform(DISCARD_ITEM, item.spares().get(0).toString());
        }
        if (item.id() == null) {
            boolean offerKnown = purchase.approvedPricingMode() != null || item.pricingMode() != null;
            return perform(offerKnown ? ADD_ITEM : ASK_OFFERS);
        }
        if (item.wanted() == null) {
            return perform(READ_REQUIREMENTS);
        }
        if (item.configured() == null) {
            return perform(LIST_CONFIGURATION);
        }
        Optional<String> label = item.wanted().stream()
                .filter(wanted -> !item.configured().contains(wanted))
                .findFirst();
        if (label.isPresent()) {
            return new Act.Perform(CONFIGURE, label.get());
        }
        return buy(facts);
    }

    private static Act buy(PurchaseFacts facts) {
        QuoteFacts quote = facts.quote();
        CheckoutFacts checkout = facts.checkout();
        // Before a second checkout the price is read again, because hours may have passed.
        if (!quote.known() || (checkout.attempted() && !quote.at().isAfter(checkout.lastAt()))) {
            return perform(DRY_RUN);
        }
        if (!quote.covered()) {
            return perform(RESERVE);
        }
        return perform(CHECK_OUT);
    }

    /** Whether the dry run asks for more than the item costs, or for nothing: somebody filled or emptied the cart. */
    static boolean unlikeItsItem(PurchaseFacts facts) {
        Money item = facts.item().priceWithoutTax();
        Money cart = facts.quote().withoutTax();
        if (item == null || cart == null || !item.currency().equals(cart.currency())) {
            return false;
        }
        return cart.compareTo(item) > 0
                || (cart.amount().signum() == 0 && item.amount().signum() > 0);
    }

    // ---- after the checkout was entered ----

    /**
     * Only if no evidence appeared in all the time that it could need, the cart is still open, and the option allows
     * it.
     */
    private boolean checkingOutAgain(PurchaseFacts facts) {
        CheckoutFacts checkout = facts.checkout();
        return facts.reasons().isEmpty()
                && checkout.seen() == Sight.CART_OPEN
                && !checkout.lookedAt().isBefore(horizon(checkout))
                && checkout.attempts() < CHECKOUTS_BORNE
                && settings.checkoutAgain() == CheckoutAgain.SAME_CART;
    }

    private Instant horizon(CheckoutFacts checkout) {
        return checkout.lastAt().plus(settings.horizon());
    }

    private Act reconcile(Purchase purchase, PurchaseFacts facts, Instant now) {
        CheckoutFacts checkout = facts.checkout();
        CartFacts cart = facts.cart();
        if (facts.doubt() == null && !cart.spares().isEmpty()) {
            return new Act.Perform(DISCARD_CART, cart.spares().get(0));
        }
        if (checkout.seen() == Sight.NOT_LOOKED) {
            return perform(RECONCILE);
        }
        if (checkout.seen() == Sight.CART_OPEN
                && facts.doubt() != CHECK_OUT
                && !facts.reasons().isEmpty()) {
            return refused(purchase, facts); // OVHcloud refused, and the open cart confirms it
        }
        Instant horizon = horizon(checkout);
        if (now.isBefore(horizon)) {
            Duration left = Duration.between(now, horizon);
            Duration step = FIRST_LOOK_AGAIN.multipliedBy(1L << Math.min(checkout.looks() - 1, 4));
            Duration pause = step.compareTo(LONGEST_BETWEEN_LOOKS) > 0 ? LONGEST_BETWEEN_LOOKS : step;
            return new Act.Pause(pause.compareTo(left) > 0 ? left : pause);
        }
        // The last search must begin after the horizon: an effect that an earlier search did not see may have happened
        // since.
        if (checkout.lookedAt().isBefore(horizon)) {
            return perform(RECONCILE);
        }
        if (!facts.reasons().isEmpty() && checkout.seen() == Sight.CART_OPEN) {
            return refused(purchase, facts);
        }
        return unfinished(
                purchase,
                facts,
                switch (checkout.seen()) {
                    case CART_CLOSED ->
                        "cart " + facts.cart().id() + " of " + purchase.domain()
                                + " was checked out, but its order was not found";
                    case CART_GONE ->
                        "cart " + facts.cart().id() + " of " + purchase.domain() + " is gone, and no order since "
                                + checkout.startedAt() + " names the domain";
                    case CART_OPEN, NOT_LOOKED ->
                        "the checkout of " + purchase.domain() + " was not answered (" + checkout.attempts()
                                + " sent), and no order appeared within " + settings.horizon();
                },
                "It was not ordered again; search for it among the orders"
                        + " since " + checkout.startedAt() + " and in cart "
                        + facts.cart().id() + ", then run it again");
    }

    private Act afterOrder(Purchase purchase, PurchaseFacts facts, Instant now) {
        CheckoutFacts checkout = facts.checkout();
        boolean mustPay = settings.payment() == Payment.NAMED_METHOD && !checkout.paid();
        boolean statusWanted = checkout.found() || (checkout.paidAt() != null && !checkout.paid());
        if (statusWanted && checkout.status() == null && facts.failure() == null) {
            return perform(READ_ORDER);
        }
        if (statusWanted && checkout.status() == null && checkout.paidAt() == null) {
            return unread(
                    purchase,
                    facts,
                    "order " + checkout.orderId() + " was found, but its status could not be read: " + facts.failure(),
                    "It was not ordered again; run it again, or check order " + checkout.orderId());
        }
        OrderStatus status = checkout.status() == null ? null : new OrderStatus(checkout.orderId(), checkout.status());
        boolean open = status == null || status.unpaid();
        if (open && checkout.paidAt() == null && !facts.reasons().isEmpty()) {
            return tooDear(purchase, facts);
        }
        if (mustPay && open && checkout.paidAt() == null && facts.failure() == null) {
            return facts.quote().covered()
                    ? perform(PAY)
                    : unread(
                            purchase,
                            facts,
                            "order " + checkout.orderId()
                                    + " exists but is not paid: OVHcloud returned no price for it",
                            "It was not ordered again; run it again, or look at order " + checkout.orderId());
        }
        if (mustPay && open) {
            String why = facts.failure() == null ? "its payment was not answered" : facts.failure();
            if (facts.failure() == null && now.isBefore(checkout.paidAt().plus(settings.horizon()))) {
                return new Act.Pause(Duration.between(now, checkout.paidAt().plus(settings.horizon())));
            }
            return unfinished(
                    purchase,
                    facts,
                    "order " + checkout.orderId() + " exists but is not paid: " + why,
                    "Pay order " + checkout.orderId() + " with the operation pay or in the customer's console; it was "
                            + "not ordered again");
        }
        boolean payByHand = status == null
                ? settings.payment() == Payment.NONE
                : status.unpaid() && settings.payment() != Payment.PREFERRED_METHOD;
        Money price = facts.quote().withTax();
        return new Act.Finish(
                ORDERED,
                new PurchaseOutcome.Ordered(
                        purchase.domain(), checkout.orderId(), facts.cart().id(), price, paid(facts), payByHand),
                price == null ? facts.quote().reserved() : price); // otherwise it would stay reserved
    }

    /** The price rose between the dry run and the checkout. No call to OVHcloud says how much an order may cost. */
    private Act tooDear(Purchase purchase, PurchaseFacts facts) {
        long order = facts.orderId();
        boolean charged = settings.payment() == Payment.PREFERRED_METHOD;
        Money asked = facts.quote().reserved();
        Money price = facts.quote().withTax();
        String why = "order " + order + " of " + purchase.domain() + " costs " + price
                + " with tax, more than is allowed"
                + (asked == null || asked.equals(price)
                        ? "; "
                        : " (" + asked + " with tax in the dry run straight before); ")
                + (charged ? "OVHcloud takes it by the preferred method" : "it was not paid");
        String whatToDo = charged
                ? "It was not ordered again; look at order " + order + ", then run it again to take the name over"
                : "Pay order " + order + " if that price is right; else leave it unpaid until OVHcloud cancels"
                        + " it, then run it again";
        return new Act.Finish(UNFINISHED, ended(purchase, facts, why, whatToDo, false), charged ? price : null);
    }

    private static Act perform(PurchaseStep step) {
        return new Act.Perform(step, null);
    }

    private static Act unread(Purchase purchase, PurchaseFacts facts, String why, String whatToDo) {
        return new Act.Finish(UNFINISHED, ended(purchase, facts, why, whatToDo, true));
    }

    private static Act unfinished(Purchase purchase, PurchaseFacts facts, String why, String whatToDo) {
        return new Act.Finish(UNFINISHED, ended(purchase, facts, why, whatToDo, false));
    }

    private static PurchaseOutcome ended(
            Purchase purchase, PurchaseFacts facts, String why, String whatToDo, boolean unread) {
        Money price = facts.orderId() == null ? null : facts.quote().withTax();
        return new PurchaseOutcome.Unfinished(
                purchase.domain(), why, whatToDo, unread, facts.orderId(), price, paid(facts));
    }

    /** What OVHcloud said of it; that it was told to pay, or took a payment method, says nothing yet. */
    private static Boolean paid(PurchaseFacts facts) {
        CheckoutFacts checkout = facts.checkout();
        if (checkout.orderId() == null || checkout.status() == null) {
            return null;
        }
        return new OrderStatus(checkout.orderId(), checkout.status()).paid();
    }
}
