// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api.model;

import java.util.List;

/**
 * The price of a product for a period ({@code order.cart.GenericProductPricing}).
 *
 * @param capacities the purpose of the price: {@code installation}, {@code renew} and others; empty if the API did not
 * say
 * @param description free text
 * @param duration ISO 8601, such as {@code P1Y}
 * @param interval of renewals; or null
 * @param price without tax
 * @param pricingMode such as {@code default}
 * @param pricingType such as {@code purchase}; or null
 */
public record ProductPricing(
        List<String> capacities,
        String description,
        String duration,
        Long interval,
        Price price,
        String pricingMode,
        String pricingType) {
    public ProductPricing {
        capacities = capacities == null ? List.of() : List.copyOf(capacities);
    }
}
