// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import java.net.IDN;
import java.util.Locale;
import org.xbill.DNS.Name;
import org.xbill.DNS.TextParseException;

/**
 * Names in records: absolute, in small letters, labels outside ASCII as {@code xn--}. Relative ones are completed with
 * the origin, as name servers do.
 */
final class NameText {

    private static final int LONGEST_LABEL = 63;
    private static final int LONGEST_NAME = 254;

    /** The dots that people type in other scripts, which count as dots in names. */
    private static final String OTHER_DOTS = "[\u3002\uff0e\uff61]";

    private NameText() {}

    /**
     * The full name, with its final dot.
     *
     * @param text {@code @} for the origin itself; without a final dot relative to it
     * @param origin as this method answers names
     */
    static String absolute(String text, String origin) throws MalformedException {
        if (text.isEmpty()) {
            throw new MalformedException("a name is missing");
        }
        if (text.equals(".")) {
            return text;
        }
        if (text.equals("@")) {
            return origin;
        }
        if (isPlain(text)) {
            String full = text.endsWith(".") ? text : text + (origin.equals(".") ? "." : "." + origin);
            return plain(full.toLowerCase(Locale.ROOT));
        }
        return unusual(text, origin);
    }

    /** The name relative to the apex of a zone, empty for the apex itself. */
    static String relative(String text, String apex) throws MalformedException {
        if (text.isEmpty()) {
            return "";
        }
        String full = absolute(text, apex);
        if (full.equals(apex)) {
            return "";
        }
        if (!full.endsWith("." + apex)) {
            throw new MalformedException("the name " + text + " lies outside the zone " + apex);
        }
        return full.substring(0, full.length() - apex.length() - 1);
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean usual = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || c == '-'
                    || c == '_'
                    || c == '.'
                    || c == '*';
            if (!usual) {
                return false;
            }
        }
        return true;
    }

    /** Checks the lengths that {@link Name} would check, at a tenth of the cost: nearly all names are of this kind. */
    private static String plain(String full) throws MalformedException {
        if (full.length() > LONGEST_NAME) {
            throw new MalformedException("a name is longer than " + (LONGEST_NAME - 1) + " characters");
        }
        int start = 0;
        for (int dot = full.indexOf('.'); dot >= 0; dot = full.indexOf('.', start)) {
            if (dot == start) {
                throw new MalformedException("the name " + full + " has an empty label");
            }
            if (dot - start > LONGEST_LABEL) {
                throw new MalformedException("the name " + full + " has a label of more than 63 characters");
            }
            start = dot + 1;
        }
        return full;
    }

    private static String unusual(String text, String origin) throws MalformedException {
        String ascii = ascii(text);
        for (int i = 0; i < ascii.length(); i++) {
            char c = ascii.charAt(i);
            if (c <= ' ' || c == '"' || c == ';' || c == '(' || c == ')' || c == 0x7f) {
                throw new MalformedException("the name " + text + " has a character that no name has unescaped");
            }
        }
        try {
            return Name.fromString(ascii, Name.fromString(origin))
                    .canonicalize()
                    .toString();
        } catch (TextParseException e) {
            throw new MalformedException(reason(e));
        }
    }

    private static String ascii(String text) throws MalformedException {
        String dotted = text.replaceAll(OTHER_DOTS, ".");
        if (dotted.chars().allMatch(c -> c < 0x80)) {
            return dotted;
        }
        // The JDK knows the rules of 2003 only, in which these four are changed or dropped: other names, then.
        if (dotted.matches("(?s).*[\u00df\u03c2\u200c\u200d].*")) {
            throw new MalformedException("the name " + text + " has a letter that old and new rules for international"
                    + " names turn into different names; write its xn-- form");
        }
        String[] labels = dotted.split("\\.", -1);
        for (int i = 0; i < labels.length; i++) {
            if (!labels[i].chars().allMatch(c -> c < 0x80)) {
                labels[i] = ace(labels[i], text);
            }
        }
        return String.join(".", labels);
    }

    private static String ace(String label, String name) throws MalformedException {
        try {
            return IDN.toASCII(label);
        } catch (IllegalArgumentException e) {
            throw new MalformedException("the label " + label + " of the name " + name + " is no international name");
        }
    }

    /** The reason of the library without the place that it counts within a single record. */
    static String reason(Exception e) {
        String text = String.valueOf(e.getMessage());
        return text.replaceFirst("^<none>:\\d+: ", "");
    }
}
