// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api.model;

/**
 * A value set on an item ({@code order.cart.ConfigurationItem}).
 *
 * @param id its id
 * @param label such as {@code OWNER_CONTACT}
 * @param value always text; booleans as {@code true}; may be a secret ({@code AUTH_INFO})
 */
public record ConfigurationItem(long id, String label, String value) {

    @Override
    public String toString() {
        return label + "=***";
    }
}
