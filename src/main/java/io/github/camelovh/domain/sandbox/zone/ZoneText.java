// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.zone;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The two ways to write the text of a TXT record: without quotes, or as quoted strings of at most 255 bytes. Pure. */
public final class ZoneText {
    private static final int LONGEST = 255;

    private ZoneText() {}

    /** Whether a target consists only of quoted strings. */
    static boolean isQuoted(String target) {
        return strings(target).isPresent();
    }

    /** The target with quotes: unchanged if it has quotes, else split into strings and escaped. */
    public static String quoted(String target) {
        if (isQuoted(target)) {
            return target;
        }
        StringBuilder text = new StringBuilder();
        for (byte[] string : cut(target.getBytes(StandardCharsets.UTF_8))) {
            text.append(text.isEmpty() ? "\"" : " \"");
            text.append(new String(string, StandardCharsets.UTF_8)
                    .replace("\\", "\\\\")
                    .replace("\"", "\\\""));
            text.append('"');
        }
        return text.toString();
    }

    /** The whole text without quotes, escapes and splits. */
    public static String plain(String target) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        served(target).forEach(all::writeBytes);
        return all.toString(StandardCharsets.UTF_8);
    }

    /**
     * The strings in DNS answers: quoted strings, split if they are too long; a target without quotes is used as it is.
     */
    static List<byte[]> served(String target) {
        List<byte[]> strings = strings(target).orElseGet(() -> List.of(target.getBytes(StandardCharsets.UTF_8)));
        return strings.stream().flatMap(string -> cut(string).stream()).toList();
    }

    /** Splits after at most 255 bytes, never within a character. */
    private static List<byte[]> cut(byte[] all) {
        List<byte[]> parts = new ArrayList<>();
        int from = 0;
        while (all.length - from > LONGEST) {
            int to = from + LONGEST;
            while (to > from + LONGEST - 4 && (all[to] & 0xC0) == 0x80) {
                to--;
            }
            parts.add(java.util.Arrays.copyOfRange(all, from, to));
            from = to;
        }
        parts.add(java.util.Arrays.copyOfRange(all, from, all.length));
        return parts;
    }

    /** The contents of quoted strings; empty if the target is anything else. */
    private static Optional<List<byte[]>> strings(String target) {
        List<byte[]> strings = new ArrayList<>();
        int at = 0;
        while (at < target.length()) {
            if (target.charAt(at) == ' ' || target.charAt(at) == '\t') {
                at++;
                continue;
            }
            ByteArrayOutputStream string = new ByteArrayOutputStream();
            at = target.charAt(at) == '"' ? string(target, at + 1, string) : -1;
            if (at < 0) {
                return Optional.empty();
            }
            strings.add(string.toByteArray());
        }
        return strings.isEmpty() ? Optional.empty() : Optional.of(strings);
    }

    /** Reads up to the closing quote and returns the position after it; -1 if there is none. */
    private static int string(String target, int from, ByteArrayOutputStream string) {
        int at = from;
        while (at < target.length()) {
            char here = target.charAt(at);
            if (here == '"') {
                return at + 1;
            }
            if (here != '\\') {
                int point = target.codePointAt(at);
                string.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
                at += Character.charCount(point);
            } else if (target.substring(at + 1).matches("(?s)[0-2]\\d\\d.*")) {
                string.write(Integer.parseInt(target.substring(at + 1, at + 4)));
                at += 4;
            } else if (at + 1 < target.length()) {
                int point = target.codePointAt(at + 1);
                string.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
                at += 1 + Character.charCount(point);
            } else {
                return -1;
            }
        }
        return -1;
    }

    /** A string in the form that dnsjava parses. */
    static String escaped(byte[] string) {
        StringBuilder text = new StringBuilder();
        for (byte one : string) {
            int value = one & 0xFF;
            if (value < ' ' || value > '~') {
                text.append('\\')
                        .append(value < 10 ? "00" : value < 100 ? "0" : "")
                        .append(value);
            } else if (value == '"' || value == '\\') {
                text.append('\\').append((char) value);
            } else {
                text.append((char) value);
            }
        }
        return text.toString();
    }
}
