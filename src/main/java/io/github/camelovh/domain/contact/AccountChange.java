// SPDX-License-Identifier: Apache-2.0
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
