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
