// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelovh.domain.api.model.VisibleText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * The body of a refusal, in any of its forms: {@code errorCode} and {@code message}, {@code class} and
 * {@code message}, {@code message} alone, OAuth2's {@code error}, or something that is not JSON at all.
 *
 * @param json whether the API itself (not a gateway) wrote it
 * @param code or null
 * @param message never null; the first 200 characters when it is not JSON
 */
record ErrorBody(boolean json, String code, String message, Map<String, String> details) {
    private static final int SHOWN = 200;
    private static final int LONGEST_MESSAGE = 1_000;

    static ErrorBody of(byte[] body) {
        JsonNode tree = parse(body);
        if (tree == null || !tree.isObject()) {
            return new ErrorBody(false, null, beginning(body), Map.of());
        }
        String code = text(tree, "errorCode", text(tree, "class", text(tree, "error", null)));
        String message = text(tree, "message", text(tree, "error_description", ""));
        Map<String, String> details = new TreeMap<>();
        tree.path("details")
                .properties()
                .forEach(detail -> details.put(
                        shorten(detail.getKey(), SHOWN),
                        shorten(
                                detail.getValue().isValueNode()
                                        ? detail.getValue().asText()
                                        : detail.getValue().toString(),
                                LONGEST_MESSAGE)));
        return new ErrorBody(true, code, shorten(message, LONGEST_MESSAGE), details);
    }

    private static JsonNode parse(byte[] body) {
        int first = 0;
        while (first < body.length && body[first] <= ' ' && body[first] >= 0) {
            first++;
        }
        if (first == body.length || body[first] != '{') {
            return null; // HTML, plain text, nothing
        }
        try {
            return ApiJson.mapper().readTree(body);
        } catch (IOException e) {
            return null; // the beginning of the text is shown instead
        }
    }

    private static String text(JsonNode tree, String name, String otherwise) {
        JsonNode value = tree.get(name);
        return value == null || value.isNull() ? otherwise : value.asText();
    }

    private static String beginning(byte[] body) {
        String text = new String(body, 0, Math.min(body.length, 4 * SHOWN), StandardCharsets.UTF_8);
        return shorten(text.strip(), SHOWN);
    }

    private static String shorten(String text, int length) {
        return VisibleText.line(text.strip(), length);
    }
}
