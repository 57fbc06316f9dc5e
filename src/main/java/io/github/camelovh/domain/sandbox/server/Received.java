// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.server;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it was received, not parsed yet.
 *
 * @param method upper case
 * @param origin scheme, host and port as the caller wrote them, e.g. {@code http://127.0.0.1:18080}
 * @param rawPath undecoded, beginning with the first slash
 * @param rawQuery undecoded, without the question mark; null if there is none
 * @param headers the first value of each header, by lower-case name
 * @param body the bytes; empty if there are none
 * @param address the address of the sender, without port
 */
@SuppressWarnings("ArrayRecordComponent") // exactly the bytes that were signed; never compared as a record
record Received(
        String method,
        String origin,
        String rawPath,
        String rawQuery,
        Map<String, String> headers,
        byte[] body,
        String address) {

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT))).filter(value -> !value.isBlank());
    }

    boolean hasHeader(String name) {
        return header(name).isPresent();
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Path and query, as they are signed after the origin. */
    String target() {
        return rawQuery == null ? rawPath : rawPath + "?" + rawQuery;
    }

    Map<String, List<String>> query() {
        return form(rawQuery);
    }

    /** Decodes {@code a=1&b=2}; a name without {@code =} has the empty value. */
    static Map<String, List<String>> form(String text) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        if (text == null || text.isEmpty()) {
            return values;
        }
        for (String pair : text.split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            values.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
        }
        return values;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** Decodes one segment of a path, where {@code +} is a plain plus. */
    static String segment(String text) {
        return decode(text.replace("+", "%2B"));
    }
}
