// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

import io.github.camelovh.domain.api.OvhNotFoundException;
import io.github.camelovh.domain.api.model.Cart;
import io.github.camelovh.domain.api.model.Order;
import io.github.camelovh.domain.order.CheckoutFacts.Sight;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Finds the carts of a key, and evidence of a checkout whose answer is not known. Only reads. Thread-safe. */
final class CartSearch {

    /** The search for orders begins this long before the checkout, because the two clocks differ. */
    private static final Duration CLOCK_MARGIN = Duration.ofMinutes(5);

    /**
     * Selects the cart on which all buyers of a key agree: one that was checked out, else one that somebody began to
     * fill, else the oldest (all have the same lifetime, so it is the first to expire), else the one with the smallest
     * id.
     */
    private static final Comparator<Cart> AGREED = Comparator.comparing((Cart cart) -> !cart.readOnly())
            .thenComparing(cart -> cart.items().isEmpty())
            .thenComparing(
                    cart -> cart.expire() == null ? Instant.MAX : cart.expire().toInstant())
            .thenComparing(Cart::cartId);

    private final CartCalls carts;
    private final OrderCalls orders;
    private final OrderSettings settings;
    private final ServerTime time;

    CartSearch(CartCalls carts, OrderCalls orders, OrderSettings settings, ServerTime time) {
        this.carts = carts;
        this.orders = orders;
        this.settings = settings;
        this.time = time;
    }

    PurchaseFacts find(Purchase purchase, PurchaseFacts facts) {
        CartFacts known = facts.cart();
        List<String> ids = carts.withDescription(purchase.key().text()).stream()
                .filter(id -> !known.dead().contains(id))
                .toList();
        // A cart that is neither assigned nor in the list is visible to nobody else, so nobody else can agree on it.
        boolean hidden = !known.assigned() && !ids.contains(known.id());
        boolean mineAlone = ids.stream().allMatch(id -> id.equals(known.id()));
        if (mineAlone) {
            return facts.with(known.foundNone(hidden)).sure();
        }
        List<Cart> seen = new ArrayList<>();
        for (String id : ids) {
            carts(id).ifPresent(seen::add);
        }
        if (known.id() != null && !ids.contains(known.id())) {
            carts(known.id()).ifPresent(seen::add);
        }
        // The server searches the descriptions; it is not known whether it compares them for equality or similarity.
        seen.removeIf(cart -> !Objects.equals(cart.description(), purchase.key().text()));
        if (seen.isEmpty()) {
            return facts.with(known.searchFirst().foundNone(true)).sure();
        }
        seen.sort(Comparator.comparing((Cart cart) -> hidden && cart.cartId().equals(known.id()))
                .thenComparing(AGREED));
        Cart winner = seen.get(0);
        List<String> spares = seen.stream()
                .skip(1)
                .filter(cart -> !cart.readOnly() && cart.items().isEmpty())
                .map(Cart::cartId)
                .toList();
        CartFacts agreed = known.agreedOn(winner.cartId(), madeAt(winner), spares);
        PurchaseFacts found = winner.cartId().equals(known.id())
                ? facts.with(agreed)
                : facts.with(agreed).with(facts.item().offerOnly());
        return winner.readOnly()
                ? found.sure().with(found.checkout().metClosed(agreed.madeAt(), time.now()))
                : found.sure();
    }

    private Optional<Cart> carts(String id) {
        try {
            return Optional.ofNullable(carts.get(id));
        } catch (OvhNotFoundException e) {
            return Optional.empty(); // expired or deleted since it was listed
        }
    }

    private Instant madeAt(Cart cart) {
        Instant now = time.now();
        if (cart.expire() == null) {
            return now.minus(settings.cartLife());
        }
        Instant made = cart.expire().toInstant().minus(settings.cartLife());
        return made.isAfter(now) ? now : made;
    }

    /** Searches for the order: in the cart's summary, by the cart being closed, and last among the account's orders. */
    PurchaseFacts evidence(Purchase purchase, PurchaseFacts facts) {
        Instant began = time.asked();
        CheckoutFacts checkout = facts.checkout();
        String cartId = facts.cart().id();
        Sight sight = Sight.CART_GONE;
        try {
            Order summary = cartId == null ? null : carts.summary(cartId);
            if (summary != null && summary.orderId() != null) {
                return facts.found(summary.orderId());
            }
            if (cartId != null) {
                sight = carts.get(cartId).readOnly() ? Sight.CART_CLOSED : Sight.CART_OPEN;
            }
        } catch (OvhNotFoundException e) {
            sight = Sight.CART_GONE;
        }
        if (sight != Sight.CART_OPEN) {
            Optional<Long> order = orders.naming(
                    purchase.action(), purchase.domain(), checkout.startedAt().minus(CLOCK_MARGIN));
            if (order.isPresent()) {
                return facts.found(order.get());
            }
        }
        return facts.with(checkout.looked(sight, began));
    }
}
