// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.contact;

import java.util.Objects;

/**
 * A change of a role of a name to another account ({@code nichandle.contactChange.Task}).
 *
 * @param id its number, for {@code contact:acceptContactChange} and similar operations
 * @param domain the name
 * @param role {@code contactAdmin}, {@code contactTech} or {@code contactBilling}
 * @param from the account that has the role
 * @param to the account that gets the role
 * @param state {@code todo}, {@code validatingByCustomers}, {@code checkValidity}, {@code doing}, {@code done}, {@code
 * refused}, {@code expired}, {@code aborted}, {@code error}
 * @param isOpen whether it has not ended
 */
public record AccountChange(long id, String domain, String role, String from, String to, String state, boolean isOpen) {
    public AccountChange {
        Objects.requireNonNull(domain);
        Objects.requireNonNull(role);
        Objects.requireNonNull(state);
    }
}
