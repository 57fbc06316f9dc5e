// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.api.OvhApiException;
import io.github.camelovh.domain.api.OvhNotFoundException;
import io.github.camelovh.domain.api.OvhUnknownOutcomeException;
import io.github.camelovh.domain.api.model.Cart;
import io.github.camelovh.domain.api.model.CartItem;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.api.model.Offer;
import io.github.camelovh.domain.api.model.Order;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prices of many names with one call each: all offers are read in one shared cart, and the tax rate is determined once.
 * The cart is never checked out; closing this object deletes it.
 *
 * <p>Only a period of several years needs two more calls, because an offer states the price of its first period only.
 *
 * <p>Thread-safe. A cart that has expired is replaced by a new one.
 */
public final class PlanningCart implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PlanningCart.class);
    private static final String DESCRIPTION = "camel-ovh-domain prices";
    private static final Duration LIFE = Duration.ofDays(1);
    private static final int ATTEMPTS = 3;
    private static final int TAX_DIGITS = 3;
    private static final String ONE_YEAR = "P1Y";

    private final CartCalls carts;
    private final OrderSettings settings;
    private final ServerTime time;
    private String cartId;
    private BigDecimal taxFactor;

    public PlanningCart(OvhApi api, OrderSettings settings, Clock clock) {
        this(new CartCalls(api::send), settings, new ServerTime(clock, api.clock()));
    }

    PlanningCart(CartCalls carts, OrderSettings settings, ServerTime time) {
        this.carts = carts;
        this.settings = settings;
        this.time = time;
    }

    /**
     * All offers for a name, {@code GET /order/cart/{cartId}/domain?domain=}.
     *
     * @throws OvhApiException when they could not be read
     */
    public List<Offer> offers(DomainName domain) {
        return offers(PurchaseAction.CREATE, domain);
    }

    private List<Offer> offers(PurchaseAction action, DomainName domain) {
        return inCart(cart -> carts.offers(cart, action, domain));
    }

    /**
     * What this purchase would cost; the price with tax is computed with the account's rate.
     *
     * @throws OvhApiException when it could not be read
     */
    public Quote quote(Purchase purchase) {
        OfferChoice choice = OfferChoice.of(
                purchase.domain(),
                purchase.action(),
                purchase.duration(),
                purchase.premiumAllowed(),
                purchase.aftermarketAllowed(),
                offers(purchase.action(), purchase.domain()));
        Offer offer = choice.offer();
        if (offer == null) {
            return new Quote(purchase.domain(), purchase.action(), false, null, null, null, null, choice.reasons());
        }
        boolean orderable = choice.reasons().isEmpty();
        boolean years = purchase.action() != PurchaseAction.TRADE
                && !purchase.duration().equals(ONE_YEAR);
        Money net = orderable && years ? priceInCart(purchase, offer) : choice.price();
        Money gross = net == null ? null : withTax(purchase, offer, net, orderable);
        List<String> reasons = new ArrayList<>(choice.reasons());
        if (orderable && gross != null) {
            reasons.addAll(PriceGuard.objections(purchase, net, gross));
        }
        return new Quote(
                purchase.domain(),
                purchase.action(),
                reasons.isEmpty(),
                offer.pricingMode(),
                purchase.duration(),
                net,
                gross,
                reasons);
    }

    /** Deletes the cart. A cart that cannot be deleted expires within a day. */
    @Override
    public synchronized void close() {
        String open = cartId;
        cartId = null;
        if (open == null) {
            return;
        }
        try {
            carts.delete(open);
        } catch (OvhApiException e) {
            LOG.debug("the cart {} for prices was not deleted; it expires within {}", open, LIFE, e);
        }
    }

    private Money priceInCart(Purchase purchase, Offer offer) {
        return inCart(cart -> {
            CartItem item = carts.add(cart, purchase, offer.pricingMode());
            carts.deleteItem(cart, item.itemId());
            return item.price("TOTAL").orElse(null);
        });
    }

    private Money withTax(Purchase purchase, Offer offer, Money net, boolean orderable) {
        if (net.amount().signum() == 0) {
            return net;
        }
        BigDecimal factor = taxFactor(purchase, offer, orderable);
        return factor == null
                ? null
                : new Money(net.amount().multiply(factor).setScale(2, RoundingMode.HALF_UP), net.currency());
    }

    /** Determined from the summary of the first orderable name; one thread does it, the others wait. */
    private synchronized BigDecimal taxFactor(Purchase purchase, Offer offer, boolean mayLearn) {
        if (taxFactor == null && mayLearn) {
            Order summary = inCart(cart -> {
                carts.add(cart, purchase, offer.pricingMode());
                return carts.summary(cart);
            });
            // Both sums are rounded to cents; no tax rate is finer than a tenth of a percent.
            taxFactor = CartPrice.of(summary)
                    .filter(price -> price.withoutTax().amount().signum() > 0)
                    .map(price -> price.withTax()
                            .amount()
                            .divide(price.withoutTax().amount(), MathContext.DECIMAL64)
                            .setScale(TAX_DIGITS, RoundingMode.HALF_UP))
                    .orElse(null);
        }
        return taxFactor;
    }

    /**
     * Asks in the shared cart. If the cart is gone, or its contents are unknown after a lost answer, it is left to
     * expire and a new one is used: nothing here costs money, so asking again is safe.
     */
    private <T> T inCart(Function<String, T> question) {
        String left = null;
        for (int attempt = 1; ; attempt++) {
            try {
                String cart = cart(left);
                left = cart;
                return question.apply(cart);
            } catch (OvhNotFoundException | OvhUnknownOutcomeException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                LOG.debug("prices are read again in another cart than {}", left, e);
            }
        }
    }

    private synchronized String cart(String gone) {
        if (cartId == null || cartId.equals(gone)) {
            Cart made = carts.create(
                    settings.subsidiary(), DESCRIPTION, time.asked().plus(LIFE));
            cartId = made.cartId();
        }
        return cartId;
    }
}
