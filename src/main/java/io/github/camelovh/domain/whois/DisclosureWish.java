// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.whois;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What whois should disclose of one contact.
 *
 * @param all everything that can be disclosed
 * @param fields these fields and no others; empty with {@code all}, and if nothing should be disclosed
 */
public record DisclosureWish(boolean all, Set<String> fields) {
    /** The fields that exist, {@code domain.OptinFieldsEnum}. */
    public static final List<String> FIELDS =
            List.of("address", "city", "country", "email", "fax", "name", "organisation", "phone", "province", "zip");

    static final String NONE = "none";
    static final String ALL = "all";

    public DisclosureWish {
        fields = Collections.unmodifiableSet(new TreeSet<>(fields));
        if (all && !fields.isEmpty()) {
            throw new IllegalArgumentException("\"all\" cannot be combined with fields");
        }
        for (String field : fields) {
            if (!FIELDS.contains(field)) {
                throw new IllegalArgumentException(
                        "whois has no field \"" + field + "\". The fields are " + String.join(", ", FIELDS));
            }
        }
    }

    /**
     * Parses the form in files.
     *
     * @param text {@code none}, {@code all}, or fields separated by spaces or commas
     * @throws IllegalArgumentException if the text is not valid
     */
    public static DisclosureWish of(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT);
        if (plain.equals(NONE)) {
            return new DisclosureWish(false, Set.of());
        }
        if (plain.equals(ALL)) {
            return new DisclosureWish(true, Set.of());
        }
        if (plain.isEmpty()) {
            throw new IllegalArgumentException("write none, all, or fields of " + String.join(", ", FIELDS));
        }
        return new DisclosureWish(false, new TreeSet<>(Arrays.asList(plain.split("[\\s,;]+"))));
    }

    /** As people write it; {@link #of} reads it. */
    public String word() {
        return all ? ALL : isNone() ? NONE : String.join(" ", fields);
    }

    boolean isNone() {
        return !all && fields.isEmpty();
    }
}
