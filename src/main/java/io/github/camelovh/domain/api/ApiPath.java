// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

import java.nio.charset.StandardCharsets;

/** Percent-encoding for paths and queries: encodes everything except RFC 3986's unreserved characters. */
public final class ApiPath {
    private static final char[] HEX = "0123456789ABCDEF".toCharArray();

    private ApiPath() {}

    /**
     * Fills the placeholders of a path template, in order.
     *
     * @param template such as {@code /me/task/domain/{id}/argument/{key}}
     * @param values one per placeholder; {@code toString} of each is encoded as a single segment
     * @return the encoded path
     * @throws IllegalArgumentException when a value is null, empty, a lone {@code .} or {@code ..}, or when the number of
     *     values differs from that of the placeholders: an empty segment would reach another route of the API
     */
    public static String of(String template, Object... values) {
        StringBuilder path = new StringBuilder(template.length() + 32);
        int from = 0;
        int used = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', from)) {
            int close = template.indexOf('}', open);
            if (close < 0) {
                throw new IllegalArgumentException("The path " + template + " has an open brace without an end");
            }
            String name = template.substring(open + 1, close);
            if (used == values.length) {
                throw new IllegalArgumentException("The path " + template + " has no value for {" + name + "}");
            }
            path.append(template, from, open);
            appendSegment(path, template, name, values[used++]);
            from = close + 1;
        }
        if (used != values.length) {
            throw new IllegalArgumentException("The path " + template + " has " + used + " placeholders, but "
                    + values.length + " values were given");
        }
        return path.append(template, from, template.length()).toString();
    }

    private static void appendSegment(StringBuilder path, String template, String name, Object value) {
        String text = value == null ? "" : value.toString();
        if (text.isBlank() || text.equals(".") || text.equals("..")) {
            throw new IllegalArgumentException(
                    "The value of {" + name + "} in " + template + " is empty or a dot, so no call was made");
        }
        appendEncoded(path, text);
    }

    /**
     * Encodes one segment or one part of a query.
     *
     * @param text any text
     * @return its UTF-8 bytes, unreserved ones unchanged, others as {@code %XX}
     */
    public static String encode(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        appendEncoded(out, text);
        return out.toString();
    }

    static void appendEncoded(StringBuilder out, String text) {
        boolean ascii = true;
        for (int i = 0; i < text.length() && ascii; i++) {
            ascii = text.charAt(i) < 0x80;
        }
        if (ascii) {
            for (int i = 0; i < text.length(); i++) {
                appendByte(out, text.charAt(i));
            }
        } else {
            for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
                appendByte(out, b & 0xff);
            }
        }
    }

    private static void appendByte(StringBuilder out, int b) {
        if ((b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9') || "-._~".indexOf(b) >= 0) {
            out.append((char) b);
        } else {
            out.append('%').append(HEX[b >> 4]).append(HEX[b & 15]);
        }
    }
}
