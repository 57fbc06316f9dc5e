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
