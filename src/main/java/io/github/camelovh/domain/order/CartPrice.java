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
package io.github.camelovh.domain.order;

import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.api.model.Order;
import java.util.Optional;

/** What a cart costs by its dry run, summary or checkout. */
record CartPrice(Money withoutTax, Money withTax) {

    /** Empty when OVHcloud named no price, or not both. */
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
