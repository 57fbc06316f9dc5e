// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The strings of a TXT record, each of at most 255 bytes.
 *
 * <p>A target that begins with a quotation mark is parsed as in zone files: strings in quotation marks, with spaces
 * between them. Any other target is one text, including its spaces, because OVHcloud puts the quotation marks around
 * it. A backslash escapes in both ({@code \"}, {@code \\}, {@code \065}), non-ASCII letters are UTF-8, and longer
 * strings are split.
 */
final class TextChunks {

    static final int LONGEST = 255;

    /** The maximum of 16 bits, with a length byte for each string. */
    static final int MOST_BYTES = 65_535;

    private final List<byte[]> chunks;

    private TextChunks(List<byte[]> chunks) {
        this.chunks = chunks;
    }

    static TextChunks parse(String target) throws MalformedException {
        String text = target.strip();
        List<byte[]> read = text.startsWith("\"") ? quoted(text) : List.of(bare(text));
        List<byte[]> cut = new ArrayList<>();
        int size = 0;
        for (byte[] chunk : read) {
            cut(chunk, cut);
        }
        for (byte[] chunk : cut) {
            size += chunk.length + 1;
        }
        if (size > MOST_BYTES) {
            throw new MalformedException("the text has " + size + " bytes, but a record can have " + MOST_BYTES);
        }
        return new TextChunks(cut);
    }

    private static void cut(byte[] whole, List<byte[]> into) {
        if (whole.length == 0) {
            into.add(whole);
        }
        for (int at = 0; at < whole.length; at += LONGEST) {
            into.add(Arrays.copyOfRange(whole, at, Math.min(whole.length, at + LONGEST)));
        }
    }

    private static byte[] bare(String text) {
        var bytes = new ByteArrayOutputStream(text.length());
        int at = 0;
        while (at < text.length()) {
            at = put(text, at, bytes);
        }
        return bytes.toByteArray();
    }

    private static List<byte[]> quoted(String text) throws MalformedException {
        List<byte[]> chunks = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
                continue;
            }
            boolean marked = text.charAt(at) == '"';
            var bytes = new ByteArrayOutputStream();
            at = marked ? at + 1 : at;
            while (at < text.length() && !ends(text.charAt(at), marked)) {
                at = put(text, at, bytes);
            }
            if (marked && at >= text.length()) {
                throw new MalformedException("a quotation mark is opened and not closed");
            }
            chunks.add(bytes.toByteArray());
            at = marked ? at + 1 : at;
        }
        return chunks;
    }

    private static boolean ends(char c, boolean marked) {
        return c == '"' || (!marked && Character.isWhitespace(c));
    }

    /** Appends one character or escape, and returns the position after it. */
    private static int put(String text, int at, ByteArrayOutputStream into) {
        char c = text.charAt(at);
        if (c == '\\' && at + 1 < text.length()) {
            int code = code(text, at + 1);
            if (code >= 0) {
                into.write(code);
                return at + 4;
            }
            return plain(text, at + 1, into);
        }
        return plain(text, at, into);
    }

    private static int plain(String text, int at, ByteArrayOutputStream into) {
        int point = text.codePointAt(at);
        if (point < 0x80) {
            into.write(point);
        } else {
            into.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
        }
        return at + Character.charCount(point);
    }

    /** The byte of a three-digit escape; -1 if there are no three digits. */
    private static int code(String text, int at) {
        if (at + 3 > text.length()) {
            return -1;
        }
        int code = 0;
        for (int i = at; i < at + 3; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            code = code * 10 + (c - '0');
        }
        return code > 255 ? -1 : code;
    }

    /** The same text in as few strings as possible, without spaces at its ends: for what is read as one text anyway. */
    TextChunks joined() {
        List<byte[]> cut = new ArrayList<>();
        cut(stripped(all()), cut);
        return new TextChunks(cut);
    }

    private byte[] all() {
        var bytes = new ByteArrayOutputStream();
        chunks.forEach(bytes::writeBytes);
        return bytes.toByteArray();
    }

    private static byte[] stripped(byte[] bytes) {
        int from = 0;
        int to = bytes.length;
        while (from < to && bytes[from] == ' ') {
            from++;
        }
        while (to > from && bytes[to - 1] == ' ') {
            to--;
        }
        return Arrays.copyOfRange(bytes, from, to);
    }

    /** All strings as one text, with one character per byte. */
    String text() {
        return new String(all(), StandardCharsets.ISO_8859_1);
    }

    /** The strings in quotation marks, as in zone files and the type TXT of the API. */
    String quoted() {
        var text = new StringBuilder();
        for (byte[] chunk : chunks) {
            text.append(text.isEmpty() ? "\"" : " \"");
            escape(chunk, text);
            text.append('"');
        }
        return text.toString();
    }

    /** One text without quotation marks, as in the types SPF, DKIM and DMARC of the API. */
    String bare() {
        var text = new StringBuilder();
        escape(stripped(all()), text);
        return text.toString();
    }

    private static void escape(byte[] bytes, StringBuilder into) {
        for (byte b : bytes) {
            int c = b & 0xff;
            if (c == '"' || c == '\\') {
                into.append('\\').append((char) c);
            } else if (c >= ' ' && c < 0x7f) {
                into.append((char) c);
            } else {
                into.append('\\').append((char) ('0' + c / 100)).append((char) ('0' + c / 10 % 10));
                into.append((char) ('0' + c % 10));
            }
        }
    }
}
