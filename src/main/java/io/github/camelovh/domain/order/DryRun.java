// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

import io.github.camelovh.domain.api.OvhApiException;
import io.github.camelovh.domain.api.OvhEligibilityException;
import io.github.camelovh.domain.api.model.Money;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The dry run of a checkout, in a cart of its own, which is deleted afterwards: about eight calls. */
final class DryRun {
    private static final Duration LIFE = Duration.ofHours(1);
    private static final Logger LOG = LoggerFactory.getLogger(DryRun.class);

    private final CartCalls carts;
    private final OrderSettings settings;
    private final ServerTime time;

    DryRun(CartCalls carts, OrderSettings settings, ServerTime time) {
        this.carts = carts;
        this.settings = settings;
        this.time = time;
    }

    /**
     * The quote with the price of the dry run, or with what it says against the purchase.
     *
     * @param offered the quote of the offer, which is orderable
     */
    Quote of(Purchase purchase, Quote offered) {
        String cart = carts.create(
                        settings.subsidiary(),
                        purchase.key().text() + " (quote)",
                        time.asked().plus(LIFE))
                .cartId();
        try {
            carts.assign(cart);
            long item = carts.add(cart, purchase, offered.pricingMode()).itemId();
            Map<String, String> given = purchase.configuration();
            ItemRules.wanted(purchase, carts.requirements(cart, item))
                    .forEach(label -> carts.configure(cart, item, label, given.get(label)));
            // If the dry run has no price, the offer's price is used, with the known tax rate.
            CartPrice price = CartPrice.of(carts.dryRun(cart))
                    .orElse(new CartPrice(offered.priceWithoutTax(), offered.priceWithTax()));
            List<String> objections = price.withoutTax() == null || price.withTax() == null
                    ? List.of()
                    : PriceGuard.objections(purchase, price.withoutTax(), price.withTax());
            return with(offered, objections.isEmpty(), price.withoutTax(), price.withTax(), objections);
        } catch (OvhEligibilityException e) {
            List<String> remarks = new ArrayList<>();
            e.violations().forEach((field, sentence) -> remarks.add(field + ": " + sentence));
            return with(offered, false, offered.priceWithoutTax(), offered.priceWithTax(), remarks);
        } finally {
            throwAway(cart);
        }
    }

    /** Never fails, so that the answer or the error of the quote is not lost. */
    private void throwAway(String cart) {
        try {
            carts.delete(cart);
        } catch (OvhApiException e) {
            LOG.debug("the cart {} of a quote was not deleted; it expires within {}", cart, LIFE, e);
        }
    }

    private static Quote with(Quote offered, boolean orderable, Money net, Money gross, List<String> remarks) {
        return new Quote(
                offered.domain(),
                offered.action(),
                orderable,
                offered.pricingMode(),
                offered.duration(),
                net,
                gross,
                remarks);
    }
}
