// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api.model;

import java.util.List;

/**
 * A product for a cart, other than a name ({@code order.cart.GenericProductDefinition}).
 *
 * @param planCode its code in orders, such as {@code zone}
 * @param productName such as {@code zone}
 * @param productType such as {@code delivery}; or null
 * @param prices one for each period and pricing mode
 */
public record ProductDefinition(String planCode, String productName, String productType, List<ProductPricing> prices) {
    public ProductDefinition {
        prices = prices == null ? List.of() : List.copyOf(prices);
    }
}
