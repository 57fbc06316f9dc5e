// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

import io.github.camelovh.domain.api.model.DomainName;
import java.util.Objects;

/**
 * The idempotency key of a purchase: the same text for the same request, at any time and on any machine.
 *
 * <p>It is written into the description of the cart ({@code POST /order/cart}), where {@code GET
 * /order/cart?description=} finds it again even if every local record is lost.
 *
 * @param text never blank, for example {@code camel-ovh-domain create example.fr}
 */
public record PurchaseKey(String text) {

    private static final String PREFIX = "camel-ovh-domain";

    public PurchaseKey {
        Objects.requireNonNull(text, "text");
        if (text.isBlank()) {
            throw new IllegalArgumentException("a purchase key must not be blank");
        }
    }

    /** The key of buying {@code domain} by {@code action}; depends on nothing else. */
    public static PurchaseKey of(PurchaseAction action, DomainName domain) {
        return new PurchaseKey(PREFIX + " " + action.word() + " " + domain.ascii());
    }

    @Override
    public String toString() {
        return text;
    }
}
