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
