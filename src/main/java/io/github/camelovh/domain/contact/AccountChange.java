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
package io.github.camelovh.domain.contact;

import java.util.Objects;

/**
 * A role of a name on its way to another account ({@code nichandle.contactChange.Task}).
 *
 * @param id its number, for {@code contact:acceptContactChange} and its like
 * @param domain the name
 * @param role {@code contactAdmin}, {@code contactTech} or {@code contactBilling}
 * @param from who holds it
 * @param to who is to hold it
 * @param state {@code todo}, {@code validatingByCustomers}, {@code checkValidity}, {@code doing}, {@code done}, {@code refused},
 *     {@code expired}, {@code aborted}, {@code error}
 * @param isOpen whether it has not ended
 */
public record AccountChange(long id, String domain, String role, String from, String to, String state, boolean isOpen) {
    public AccountChange {
        Objects.requireNonNull(domain);
        Objects.requireNonNull(role);
        Objects.requireNonNull(state);
    }
}
