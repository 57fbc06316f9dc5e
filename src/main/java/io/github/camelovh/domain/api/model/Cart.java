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
import java.util.List;

/**
 * A basket of things to order ({@code order.cart.Cart}).
 *
 * @param cartId its id, a UUID
 * @param description free text; carries the key of a purchase
 * @param expire when OVHcloud forgets it, or null
 * @param items ids of its items
 * @param readOnly true once it was checked out
 */
public record Cart(String cartId, String description, OffsetDateTime expire, List<Long> items, boolean readOnly) {
    public Cart {
        items = items == null ? List.of() : List.copyOf(items);
    }
}
