// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api.model;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * A cart of items to order ({@code order.cart.Cart}).
 *
 * @param cartId its id, a UUID
 * @param description free text; contains the key of a purchase
 * @param expire when OVHcloud deletes it, or null
 * @param items ids of its items
 * @param readOnly true after it was checked out
 */
public record Cart(String cartId, String description, OffsetDateTime expire, List<Long> items, boolean readOnly) {
    public Cart {
        items = items == null ? List.of() : List.copyOf(items);
    }
}
