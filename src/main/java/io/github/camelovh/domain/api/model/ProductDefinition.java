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

/**
 * Something that a cart takes beside names ({@code order.cart.GenericProductDefinition}).
 *
 * @param planCode what to order it by, such as {@code zone}
 * @param productName such as {@code zone}
 * @param productType such as {@code delivery}; or null
 * @param prices one for each period and pricing mode
 */
public record ProductDefinition(String planCode, String productName, String productType, List<ProductPricing> prices) {
    public ProductDefinition {
        prices = prices == null ? List.of() : List.copyOf(prices);
    }
}
