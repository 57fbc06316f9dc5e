// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.whois;

import java.util.List;
import java.util.Objects;

/**
 * What whois discloses of one contact of a name, {@code GET /domain/{serviceName}/configurations/optin} with the rules
 * of {@code GET /domain/{serviceName}/rules/optin}.
 *
 * @param type {@code owner}, {@code admin}, {@code tech}, {@code billing} or {@code all}
 * @param choosable the fields that can be disclosed separately ({@code name}, {@code email}, {@code country}...);
 * empty: the whole contact or nothing
 * @param disclosed whether anything is disclosed
 * @param fields the disclosed fields; empty if nothing is disclosed, or only all or nothing can be
 */
public record Disclosure(String type, List<String> choosable, boolean disclosed, List<String> fields) {
    public Disclosure {
        Objects.requireNonNull(type);
        choosable = List.copyOf(choosable);
        fields = List.copyOf(fields);
    }

    /** The form in files: {@code none}, {@code all}, or the fields separated by spaces. */
    public String word() {
        if (!disclosed) {
            return DisclosureWish.NONE;
        }
        return fields.size() == choosable.size() ? DisclosureWish.ALL : String.join(" ", fields);
    }
}
