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

import java.time.OffsetDateTime;

/**
 * An order of the account ({@code billing.Order}).
 *
 * @param orderId its id
 * @param date when it was made, or null
 * @param expirationDate until when it can be paid, or null
 * @param retractionDate or null
 * @param priceWithTax what is paid
 * @param priceWithoutTax net
 * @param tax the difference
 */
public record BillingOrder(
        long orderId,
        OffsetDateTime date,
        OffsetDateTime expirationDate,
        OffsetDateTime retractionDate,
        Price priceWithTax,
        Price priceWithoutTax,
        Price tax) {}
