// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api.model;

import java.util.List;
import java.util.Optional;

/**
 * One line of an offer's or an item's price ({@code order.cart.Price}).
 *
 * @param label PRICE, RENEW, DISCOUNT, FEE or TOTAL
 * @param price never with tax
 */
public record PriceLine(String label, Price price) {

    static Optional<Money> amount(List<PriceLine> lines, String label) {
        return lines.stream()
                .filter(line -> label.equals(line.label()) && line.price() != null)
                .map(line -> line.price().money())
                .findFirst();
    }
}
