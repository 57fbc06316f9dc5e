// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api.model;

import java.util.List;

/**
 * A value that an item needs before checkout ({@code order.cart.ConfigurationRequirements}).
 *
 * @param label such as {@code OWNER_LEGAL_AGE}
 * @param type such as {@code bool} or {@code /me/contact}
 * @param required null when OVHcloud did not say
 * @param fields fields of the contact that matter
 */
public record ConfigurationRequirement(String label, String type, Boolean required, List<String> fields) {
    public ConfigurationRequirement {
        fields = fields == null ? List.of() : List.copyOf(fields);
    }
}
