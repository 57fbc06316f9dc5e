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

import java.math.BigDecimal;

/**
 * An amount as OVHcloud writes it ({@code order.Price}).
 *
 * @param currencyCode such as {@code EUR}
 * @param text for people, such as {@code 6.99 €}
 * @param value the amount
 */
public record Price(String currencyCode, String text, BigDecimal value) {

    /** The same amount, ready for arithmetic. */
    public Money money() {
        return new Money(value, currencyCode);
    }
}
