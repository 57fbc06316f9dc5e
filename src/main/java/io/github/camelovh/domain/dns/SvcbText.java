// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ShortBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;

/**
 * SVCB and HTTPS (RFC 9460) as text, written from the wire form: parameters by ascending number, lists in quotation
 * marks, unknown ones as {@code keyN}. dnsjava leaves out the quotation marks of values with spaces, so its own text
 * cannot always be parsed.
 */
final class SvcbText {

    private static final List<String> NAMES =
            List.of("mandatory", "alpn", "no-default-alpn", "port", "ipv4hint", "ech", "ipv6hint");

    /** Keys that dnsjava knows only by their numbers (RFC 9461 and 9540). */
    private static final Map<String, String> KEYS = Map.of("dohpath", "key7", "ohttp", "key8");

    private static final Pattern YOUNG_KEYS = Pattern.compile("(?<=\\s)(dohpath|ohttp)(?==|\\s|$)");

    private static final Pattern ECH = Pattern.compile("\\sech=\"?([^\"\\s]*)");
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]+={0,2}");

    private SvcbText() {}

    static String of(String origin, RecordType type, String data) throws MalformedException {
        String known = YOUNG_KEYS.matcher(data).replaceAll(key -> KEYS.get(key.group()));
        Matcher ech = ECH.matcher(data);
        if (ech.find() && !BASE64.matcher(ech.group(1)).matches()) {
            // dnsjava reads other characters as if they were digits.
            throw new MalformedException("its parameter ech is not base64");
        }
        String text = text(RecordData.parsed(origin, type, known));
        if (!text(RecordData.parsed(origin, type, text)).equals(text)) {
            throw new MalformedException("its parameters cannot be written so that they are parsed to the same values");
        }
        return text;
    }

    private static String text(Record record) throws MalformedException {
        try {
            return text(record.rdataToWireCanonical());
        } catch (IOException e) {
            throw new MalformedException(NameText.reason(e));
        }
    }

    private static String text(byte[] bytes) throws IOException {
        ByteBuffer wire = ByteBuffer.wrap(bytes);
        var text = new StringBuilder().append(wire.getShort() & 0xffff).append(' ');
        Name target = new Name(Arrays.copyOfRange(bytes, wire.position(), bytes.length));
        wire.position(wire.position() + target.length());
        text.append(target.canonicalize());
        while (wire.hasRemaining()) {
            int key = wire.getShort() & 0xffff;
            byte[] value = new byte[wire.getShort() & 0xffff];
            wire.get(value);
            text.append(' ').append(name(key));
            if (value.length == 0 && key < NAMES.size() && !name(key).equals("no-default-alpn")) {
                throw new IOException("its parameter " + name(key) + " has a value that cannot be read");
            }
            if (value.length > 0) {
                text.append('=').append(value(key, value));
            }
        }
        return text.toString();
    }

    private static String name(int key) {
        return key < NAMES.size() ? NAMES.get(key) : "key" + key;
    }

    private static String value(int key, byte[] bytes) throws IOException {
        ByteBuffer value = ByteBuffer.wrap(bytes);
        List<String> items = new ArrayList<>();
        switch (name(key)) {
            case "mandatory" -> {
                // By ascending number, as the RFC requires; dnsjava does not sort them.
                ShortBuffer keys = value.asShortBuffer();
                short[] numbers = new short[keys.remaining()];
                keys.get(numbers);
                Arrays.sort(numbers);
                for (short number : numbers) {
                    items.add(name(number & 0xffff));
                }
            }
            case "alpn" -> {
                while (value.hasRemaining()) {
                    byte[] id = new byte[value.get() & 0xff];
                    value.get(id);
                    if (id.length == 0) {
                        throw new IOException("its list of protocols has an empty entry");
                    }
                    items.add(escaped(id, true));
                }
                return '"' + String.join(",", items) + '"';
            }
            case "port" -> items.add(Integer.toString(value.getShort() & 0xffff));
            case "ipv4hint" -> {
                while (value.hasRemaining()) {
                    byte[] address = new byte[4];
                    value.get(address);
                    items.add(InetAddress.getByAddress(address).getHostAddress());
                }
            }
            case "ech" -> items.add(Base64.getEncoder().encodeToString(bytes));
            case "ipv6hint" -> {
                while (value.hasRemaining()) {
                    byte[] address = new byte[16];
                    value.get(address);
                    items.add(Addresses.shortest(address));
                }
            }
            default -> {
                return '"' + escaped(bytes, false) + '"';
            }
        }
        return String.join(",", items);
    }

    /** A comma or backslash in a list item is escaped twice: once for the list, once for the string. */
    private static String escaped(byte[] bytes, boolean listed) {
        var text = new StringBuilder();
        for (byte b : bytes) {
            int c = b & 0xff;
            if (listed && c == ',') {
                text.append("\\\\,");
            } else if (c == '\\') {
                text.append(listed ? "\\\\\\\\" : "\\\\");
            } else if (c == '"') {
                text.append("\\\"");
            } else if (c >= ' ' && c < 0x7f) {
                text.append((char) c);
            } else {
                text.append(String.format("\\%03d", c));
            }
        }
        return text.toString();
    }
}
