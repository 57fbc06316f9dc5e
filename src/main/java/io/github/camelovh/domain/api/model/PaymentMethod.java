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

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;

/**
 * A way to pay, registered in the account ({@code me.payment.PaymentMethod}).
 *
 * @param paymentMethodId its id
 * @param paymentType such as {@code CREDIT_CARD}
 * @param status such as {@code VALID}
 * @param preferred used unless another is named
 * @param description or null
 * @param label or null
 * @param expirationDate or null
 */
public record PaymentMethod(
        long paymentMethodId,
        String paymentType,
        String status,
        @JsonProperty("default") boolean preferred,
        String description,
        String label,
        OffsetDateTime expirationDate) {}
