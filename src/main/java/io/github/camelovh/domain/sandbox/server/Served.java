// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An HTTP answer.
 *
 * @param status HTTP status; 0 means that the connection is cut without an answer
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes to send; never compared as a record
record Served(int status, String contentType, byte[] body, Map<String, String> headers) {
    static final String JSON_TYPE = "application/json; charset=utf-8";
    static final String HTML_TYPE = "text/html; charset=utf-8";

    static Served json(SandboxAnswer answer) {
        return new Served(answer.status(), JSON_TYPE, bytes(answer.body()), answer.headers());
    }

    static Served html(int status, String text) {
        return new Served(status, HTML_TYPE, text.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    static Served cut() {
        return new Served(0, "", new byte[0], Map.of());
    }

    /** This answer after the connection was cut: the client does not get it. */
    Served lost() {
        return cut();
    }

    /** The first half of the body, which is not valid JSON any more. */
    Served halved() {
        byte[] half = new String(body, StandardCharsets.UTF_8).length() < 4
                ? "{\"mess".getBytes(StandardCharsets.UTF_8)
                : java.util.Arrays.copyOf(body, body.length / 2);
        return new Served(status, contentType, half, headers);
    }

    /** The same JSON object, with 0 for each of its numeric ids. */
    Served withIdsZero() {
        String text = new String(body, StandardCharsets.UTF_8);
        return new Served(
                status,
                contentType,
                text.replaceAll("\"(id|\\w+Id)\":\\d+", "\"$1\":0").getBytes(StandardCharsets.UTF_8),
                headers);
    }

    Served withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Served(status, contentType, body, more);
    }

    private static byte[] bytes(JsonNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }
}
