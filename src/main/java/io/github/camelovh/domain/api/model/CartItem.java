/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.github.camelovh.domain.api.model;

import java.util.List;
import java.util.Optional;

/**
 * One thing in a cart ({@code order.cart.Item}).
 *
 * @param cartId the cart
 * @param itemId its id
 * @param configurations ids of the configurations already set
 * @param duration ISO 8601, such as {@code P1Y}; or null
 * @param offerId or null
 * @param productId such as {@code domain}
 * @param prices without tax
 * @param settings what is bought at which pricing; or null
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
