// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/** A right of a consumer key: {@code *} in the path stands for any text, slashes included. */
record GrantedAccess(String method, String path) {

    static GrantedAccess of(JsonNode json) {
        return new GrantedAccess(json.path("method").asText(), json.path("path").asText());
    }

    boolean covers(String calledMethod, String calledPath) {
        if (!method.equals(calledMethod)) {
            return false;
        }
        StringBuilder pattern = new StringBuilder();
        for (String part : path.split("\\*", -1)) {
            pattern.append(pattern.isEmpty() ? "" : ".*").append(Pattern.quote(part));
        }
        return Pattern.matches(pattern.toString(), calledPath);
    }
}
