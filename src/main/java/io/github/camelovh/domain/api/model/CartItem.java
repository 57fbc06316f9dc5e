// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api.model;

import java.util.List;
import java.util.Optional;

/**
 * One item in a cart ({@code order.cart.Item}).
 *
 * @param cartId the cart
 * @param itemId its id
 * @param configurations ids of the configurations already set
 * @param duration ISO 8601, such as {@code P1Y}; or null
 * @param offerId or null
 * @param productId such as {@code domain}
 * @param prices without tax
 * @param settings what is bought, and at which price; or null
 */
public record CartItem(
        String cartId,
        long itemId,
        List<Long> configurations,
        String duration,
        String offerId,
        String productId,
        List<PriceLine> prices,
        ItemSettings settings) {
    public CartItem {
        configurations = configurations == null ? List.of() : List.copyOf(configurations);
        prices = prices == null ? List.of() : List.copyOf(prices);
    }

    /**
     * The amount of the price line with this label.
     *
     * @param label such as {@code TOTAL}
     */
    public Optional<Money> price(String label) {
        return PriceLine.amount(prices, label);
    }
}
