// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import java.net.IDN;
import java.util.Locale;
import org.xbill.DNS.Name;
import org.xbill.DNS.TextParseException;

/**
 * Names in records: absolute, in lower case, non-ASCII labels as {@code xn--}. Relative names are completed with the
 * origin, as name servers do.
 */
final class NameText {

    private static final int LONGEST_LABEL = 63;
    private static final int LONGEST_NAME = 254;

    /** The dots of other scripts, which count as dots in names. */
    private static final String OTHER_DOTS = "[\u3002\uff0e\uff61]";

    private NameText() {}

    /**
     * The full name, with its final dot.
     *
     * @param text {@code @} for the origin itself; relative to it if there is no final dot
     * @param origin in the form that this method returns
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
            throw new MalformedException("the name " + text + " is outside the zone " + apex);
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

    /** Does the length checks of {@link Name} at a tenth of the cost; almost all names are of this kind. */
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
                throw new MalformedException("the name " + text + " has a character that must be escaped in names");
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
        // The JDK knows only the rules of 2003, in which these four characters are changed or dropped, which gives
        // other names.
        if (dotted.matches("(?s).*[\u00df\u03c2\u200c\u200d].*")) {
            throw new MalformedException("the name " + text + " has a letter that the old and the new rules for"
                    + " international names convert to different names; write its xn-- form");
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
            throw new MalformedException(
                    "the label " + label + " of the name " + name + " is not a valid" + " international name");
        }
    }

    /** The library's reason without its position, which counts within a single record. */
    static String reason(Exception e) {
        String text = String.valueOf(e.getMessage());
        return text.replaceFirst("^<none>:\\d+: ", "");
    }
}
