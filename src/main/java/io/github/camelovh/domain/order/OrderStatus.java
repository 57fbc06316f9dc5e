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

import java.util.Set;

/**
 * The status of an order, {@code GET /me/order/{orderId}/status}.
 *
 * @param orderId the order
 * @param status the API's word: notPaid, checking, documentsRequested, delivering, delivered, cancelling, cancelled,
 *     unknown, or one that is newer than this text
 */
public record OrderStatus(long orderId, String status) {

    private static final Set<String> ENDED = Set.of("delivered", "cancelled");

    /** Whether nothing will change any more. */
    public boolean ended() {
        return ENDED.contains(status);
    }

    public boolean delivered() {
        return "delivered".equals(status);
    }

    public boolean cancelled() {
        return "cancelled".equals(status) || "cancelling".equals(status);
    }

    public boolean unpaid() {
        return "notPaid".equals(status);
    }
}
