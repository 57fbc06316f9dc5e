// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.net.IDN;
import java.util.Locale;

/**
 * A domain name that can be registered: at least two labels, in lower-case A-label form ({@code xn--...}).
 *
 * @param ascii letters, digits and inner hyphens; labels of 1 to 63 characters, at most 253 in all
 */
public record DomainName(@JsonValue String ascii) implements Comparable<DomainName> {

    public DomainName {
        String fault = fault(ascii);
        if (fault != null) {
            throw new IllegalArgumentException("\"" + shown(ascii) + "\" is not a domain name: " + fault);
        }
    }

    /**
     * Reads a name as people type it: any letter case, spaces around it, a final dot. Letters outside ASCII are refused
     * here, because the JDK alone cannot convert them to A-labels safely; use the {@code xn--} form.
     *
     * @param userText never null
     * @throws IllegalArgumentException with the reason when it is not a name
     */
    @JsonCreator
    public static DomainName of(String userText) {
        String text = userText.strip();
        if (text.endsWith(".")) {
            text = text.substring(0, text.length() - 1);
        }
        return new DomainName(text.toLowerCase(Locale.ROOT));
    }

    /** Everything after the first label: {@code fr}, {@code co.uk}. */
    public String extension() {
        return ascii.substring(ascii.indexOf('.') + 1);
    }

    /** The name in Unicode; the ASCII form when the {@code xn--} labels cannot be decoded. */
    public String unicode() {
        return IDN.toUnicode(ascii);
    }

    @Override
    public int compareTo(DomainName other) {
        return ascii.compareTo(other.ascii);
    }

    @Override
    public String toString() {
        return ascii;
    }

    private static String shown(String text) {
        return text == null || text.length() <= 80 ? text : text.substring(0, 80) + "...";
    }

    private static String fault(String text) {
        if (text == null || text.isEmpty()) {
            return "it is empty";
        }
        if (text.length() > 253) {
            return "it is longer than 253 characters";
        }
        if (text.indexOf('.') < 0) {
            return "it has no extension";
        }
        String last = "";
        for (String label : text.split("\\.", -1)) {
            String fault = labelFault(label);
            if (fault != null) {
                return fault;
            }
            last = label;
        }
        return last.chars().allMatch(c -> c >= '0' && c <= '9') ? "its extension is a number" : null;
    }

    private static String labelFault(String label) {
        if (label.isEmpty()) {
            return "a label is empty";
        }
        if (label.length() > 63) {
            return "a label is longer than 63 characters";
        }
        for (int i = 0; i < label.length(); i++) {
            char c = label.charAt(i);
            if (c > 0x7f) {
                return "it has letters outside ASCII; give its xn-- form";
            }
            if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-')) {
                return c >= 'A' && c <= 'Z' ? "it has capital letters" : "it has the character '" + c + "'";
            }
        }
        if (label.startsWith("-") || label.endsWith("-")) {
            return "a label begins or ends with a hyphen";
        }
        return label.startsWith("--", 2) && !label.startsWith("xn--") ? "a label has hyphens in places 3 and 4" : null;
    }
}
