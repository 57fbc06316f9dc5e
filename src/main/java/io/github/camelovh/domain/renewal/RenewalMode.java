// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.renewal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What happens to a name when it expires. */
public enum RenewalMode {
    /** OVHcloud renews it and charges the account. */
    AUTOMATIC,
    /** Nothing, unless somebody renews it. */
    MANUAL,
    /** It is deleted at its expiry; this can be undone until then. */
    CANCEL;

    /** The word in files and parameters: {@code automatic}, {@code manual} or {@code cancel}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All words. */
    public static List<String> words() {
        return Arrays.stream(values()).map(RenewalMode::word).toList();
    }

    /** The mode of a word in any letter case; empty if there is no such word. */
    public static Optional<RenewalMode> of(String word) {
        return Arrays.stream(values())
                .filter(mode -> mode.name().equalsIgnoreCase(word))
                .findFirst();
    }
}
