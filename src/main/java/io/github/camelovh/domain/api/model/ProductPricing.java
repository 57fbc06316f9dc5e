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
 * What a product costs for a period ({@code order.cart.GenericProductPricing}).
 *
 * @param capacities what the price is for: {@code installation}, {@code renew} and others; empty when not told
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
