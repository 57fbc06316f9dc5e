// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api.model;

import java.util.regex.Pattern;

/**
 * Text from outside in the form that is shown, wherever it is shown: terminals, logs, mails, pages, tables, calendars. Characters that
 * nobody sees and that change what is seen (control characters, escape sequences, line separators, signs that turn the reading direction,
 * other format characters, broken pairs) become visible escapes such as {@code \u202e}. All other text stays, also the two joiners that
 * some scripts need.
 */
public final class VisibleText {
    private static final Pattern ESCAPE = Pattern.compile("\\\\u[0-9a-f]{4}");
    private static final int ZERO_WIDTH_NON_JOINER = 0x200c;
    private static final int ZERO_WIDTH_JOINER = 0x200d;
    private static final String CUT = "...";

    private VisibleText() {}

    /** The text on one line: line breaks and tabs become escapes as well. Empty for null. */
    public static String line(String text) {
        return text == null ? "" : escaped(text, false);
    }

    /** As {@link #line(String)}, and not longer than so many characters. */
    public static String line(String text, int longest) {
        if (text == null) {
            return "";
        }
        boolean cut = text.length() > longest;
        String kept = cut ? text.substring(0, longest) : text;
        String line = escaped(kept, false);
        return cut || line.length() > longest
                ? line.substring(0, Math.min(line.length(), longest - CUT.length())) + CUT
                : line;
    }

    /** The text with its line breaks and tabs. Empty for null. */
    public static String lines(String text) {
        return text == null ? "" : escaped(text, true);
    }

    /** Whether {@link #lines} would change the text. */
    public static boolean hasInvisible(String text) {
        return !lines(text).equals(text);
    }

    /** Whether the text looks as if it was copied from where an invisible character was shown. */
    public static boolean hasEscape(String text) {
        return ESCAPE.matcher(text).find();
    }

    private static String escaped(String text, boolean severalLines) {
        StringBuilder shown = null;
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            boolean harmless = !isInvisible(c) || (severalLines && isBreak(text, at));
            if (!harmless && shown == null) {
                shown = new StringBuilder(text.length() + 16).append(text, 0, at);
            }
            if (shown != null) {
                if (harmless) {
                    shown.appendCodePoint(c);
                } else {
                    escape(shown, c);
                }
            }
            at += Character.charCount(c);
        }
        return shown == null ? text : shown.toString();
    }

    /** A carriage return alone would let the next text overwrite this line. */
    private static boolean isBreak(String text, int at) {
        char c = text.charAt(at);
        return c == '\n' || c == '\t' || (c == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n');
    }

    private static boolean isInvisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            case Character.FORMAT -> c != ZERO_WIDTH_NON_JOINER && c != ZERO_WIDTH_JOINER;
            default -> false;
        };
    }

    private static void escape(StringBuilder shown, int c) {
        switch (c) {
            case '\n' -> shown.append("\\n");
            case '\r' -> shown.append("\\r");
            case '\t' -> shown.append("\\t");
            default -> {
                for (char unit : Character.toChars(c)) {
                    shown.append("\\u");
                    String digits = Integer.toHexString(unit);
                    shown.append("0".repeat(4 - digits.length())).append(digits);
                }
            }
        }
    }
}
