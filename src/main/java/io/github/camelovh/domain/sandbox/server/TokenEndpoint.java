// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.server;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Issues OAuth2 tokens for client credentials. Guarded by the sandbox's lock. */
final class TokenEndpoint {
    private final KeyRing keys;

    TokenEndpoint(KeyRing keys) {
        this.keys = keys;
    }

    SandboxAnswer answer(Received request) {
        Map<String, List<String>> form = Received.form(request.text());
        if (!request.method().equals("POST")
                || !form.getOrDefault("grant_type", List.of("")).get(0).equals("client_credentials")) {
            return error("unsupported_grant_type", "grant_type must be client_credentials");
        }
        String id = form.getOrDefault("client_id", List.of("")).get(0);
        String secret = form.getOrDefault("client_secret", List.of("")).get(0);
        String basic = request.header("Authorization").orElse("");
        if (id.isEmpty() && basic.startsWith("Basic ")) {
            String[] pair = basic(basic.substring(6)).split(":", 2);
            id = pair[0];
            secret = pair.length > 1 ? pair[1] : "";
        }
        return keys.issueToken(id, secret)
                .map(token -> SandboxAnswer.ok(JsonNodeFactory.instance
                        .objectNode()
                        .put("access_token", token)
                        .put("token_type", "Bearer")
                        .put("expires_in", KeyRing.TOKEN_LIFE.toSeconds())
                        .put("scope", "all")))
                .orElseGet(() -> error("invalid_client", "ovhcloud oauth2 client does not exists"));
    }

    private static String basic(String text) {
        try {
            return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static SandboxAnswer error(String code, String description) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("error", code).put("error_description", description);
        return new SandboxAnswer(400, body, Map.of(), false);
    }
}
