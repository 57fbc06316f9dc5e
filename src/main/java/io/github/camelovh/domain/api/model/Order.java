// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api.model;

import java.util.List;

/**
 * A checkout, real or as a dry run, or a cart's summary ({@code order.Order}).
 *
 * @param orderId null if nothing was ordered
 * @param prices of the whole
 * @param details line by line
 * @param contracts accepted by ordering
 * @param url page of the order; contains its password, so it must never be logged; or null
 */
public record Order(Long orderId, OrderPrices prices, List<OrderDetail> details, List<Contract> contracts, String url) {
    public Order {
        details = details == null ? List.of() : List.copyOf(details);
        contracts = contracts == null ? List.of() : List.copyOf(contracts);
    }

    @Override
    public String toString() {
        return "Order " + orderId + " " + prices;
    }
}
