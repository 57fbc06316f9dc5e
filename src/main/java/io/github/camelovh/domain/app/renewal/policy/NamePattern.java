// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.renewal.policy;

import java.util.List;
import java.util.Locale;

/**
 * A pattern of names in which each star stands for any text, including none. Matching takes time proportional to the
 * name's length.
 *
 * @param text as it was written, lower case, in ASCII form
 */
record NamePattern(String text) {
    NamePattern {
        text = text.toLowerCase(Locale.ROOT);
    }

    boolean matches(String name) {
        List<String> parts = List.of(text.split("\\*", -1));
        if (parts.size() == 1) {
            return name.equals(text);
        }
        String first = parts.get(0);
        String last = parts.get(parts.size() - 1);
        if (name.length() < first.length() + last.length() || !name.startsWith(first) || !name.endsWith(last)) {
            return false;
        }
        int at = first.length();
        int end = name.length() - last.length();
        for (String part : parts.subList(1, parts.size() - 1)) {
            int found = name.indexOf(part, at);
            if (found < 0 || found + part.length() > end) {
                return false;
            }
            at = found + part.length();
        }
        return true;
    }
}
