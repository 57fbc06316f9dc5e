// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api.model;

import java.util.List;
import java.util.Optional;

/**
 * An offer for a name ({@code order.cart.ProductInformation}).
 *
 * @param action {@code create} or {@code transfer}
 * @param configurations the data that the offer asks for
 * @param currentNameservers of a name that is taken
 * @param deliveryTime free text
 * @param duration ISO 8601 periods on offer
 * @param isTransferLocked or null if the API did not say
 * @param offer or null
 * @param offerId or null
 * @param orderable whether it can be ordered at all
 * @param phase {@code ga} and earlier phases
 * @param prices without tax
 * @param pricingMode {@code create-default}, {@code create-premium}, {@code transfer-default}, {@code
 * transfer-premium}, {@code transfer-aftermarket1}... or others
 * @param productId such as {@code domain}
 * @param quantityMax or null
 * @param recommendedDuration or null
 */
public record Offer(
        String action,
        List<ConfigurationRequirement> configurations,
        List<String> currentNameservers,
        String deliveryTime,
        List<String> duration,
        Boolean isTransferLocked,
        String offer,
        String offerId,
        boolean orderable,
        String phase,
        List<PriceLine> prices,
        String pricingMode,
        String productId,
        Long quantityMax,
        String recommendedDuration) {
    public Offer {
        configurations = configurations == null ? List.of() : List.copyOf(configurations);
        currentNameservers = currentNameservers == null ? List.of() : List.copyOf(currentNameservers);
        duration = duration == null ? List.of() : List.copyOf(duration);
        prices = prices == null ? List.of() : List.copyOf(prices);
    }

    /**
     * One line of the price.
     *
     * @param label such as {@code TOTAL}
     */
    public Optional<Money> price(String label) {
        return PriceLine.amount(prices, label);
    }
}
