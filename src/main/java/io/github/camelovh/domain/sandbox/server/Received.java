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
 * A request as it came over the wire, before anything is made of it.
 *
 * @param method upper case
 * @param origin scheme, host and port as the caller wrote them, e.g. {@code http://127.0.0.1:18080}
 * @param rawPath undecoded, from the first slash on
 * @param rawQuery undecoded, without the question mark; null if there is none
 * @param headers the first value of each, by lower-case name
 * @param body the bytes, empty if there are none
 * @param address where it came from, without port
 */
@SuppressWarnings("ArrayRecordComponent") // the very bytes that were signed; never compared as a record
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

    /** Path and query, as signed after the origin. */
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

    /** Decodes one segment of a path, where {@code +} is itself. */
    static String segment(String text) {
        return decode(text.replace("+", "%2B"));
    }
}
