// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.api.model.Order;
import java.util.Optional;

/** The price of a cart from its dry run, summary or checkout. */
record CartPrice(Money withoutTax, Money withTax) {

    /** Empty when OVHcloud did not return both prices. */
    static Optional<CartPrice> of(Order order) {
        if (order == null
                || order.prices() == null
                || order.prices().withTax() == null
                || order.prices().withoutTax() == null) {
            return Optional.empty();
        }
        return Optional.of(new CartPrice(
                order.prices().withoutTax().money(), order.prices().withTax().money()));
    }
}
