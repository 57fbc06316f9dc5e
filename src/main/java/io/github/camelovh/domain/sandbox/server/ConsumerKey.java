// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A credential: the rights of a consumer key and its expiration. Not thread-safe; guarded by the sandbox's lock. */
final class ConsumerKey {
    static final String PENDING = "pendingValidation";
    static final String VALIDATED = "validated";
    static final String EXPIRED = "expired";

    final String key;
    final String application;
    final long credentialId;
    final Instant creation;
    final List<GrantedAccess> rules;
    final List<String> allowedIps;
    final String token;
    final String redirection;
    String status;
    Instant expiration;
    Instant lastUse;

    ConsumerKey(JsonNode state) {
        key = state.path("key").asText();
        application = state.path("application").asText();
        credentialId = state.path("credentialId").asLong();
        creation = Instant.parse(state.path("creation").asText());
        rules = new ArrayList<>();
        state.path("rules").forEach(rule -> rules.add(GrantedAccess.of(rule)));
        allowedIps = new ArrayList<>();
        state.path("allowedIPs").forEach(block -> allowedIps.add(block.asText()));
        token = state.path("token").asText("");
        redirection = state.path("redirection").asText("");
        status = state.path("status").asText();
        expiration = instant(state.path("expiration"));
        lastUse = instant(state.path("lastUse"));
    }

    ObjectNode state() {
        ObjectNode state = JsonNodeFactory.instance.objectNode();
        state.put("key", key).put("application", application).put("credentialId", credentialId);
        state.put("creation", creation.toString()).set("rules", rulesAsJson());
        ArrayNode blocks = state.putArray("allowedIPs");
        allowedIps.forEach(blocks::add);
        state.put("token", token).put("redirection", redirection).put("status", status);
        state.put("expiration", expiration == null ? null : expiration.toString());
        state.put("lastUse", lastUse == null ? null : lastUse.toString());
        return state;
    }

    boolean usable(Instant now, String address) {
        return statusAt(now).equals(VALIDATED)
                && (allowedIps.isEmpty() || allowedIps.stream().anyMatch(block -> IpBlock.contains(block, address)));
    }

    String statusAt(Instant now) {
        return status.equals(VALIDATED) && expiration != null && !now.isBefore(expiration) ? EXPIRED : status;
    }

    /** The API's own form: {@code auth.ApiCredential}. */
    ObjectNode describe(Instant now, long applicationId) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("credentialId", credentialId)
                .put("applicationId", applicationId)
                .put("status", statusAt(now));
        json.put("creation", SandboxWorld.dateTime(creation));
        json.put("expiration", expiration == null ? null : SandboxWorld.dateTime(expiration));
        json.put("lastUse", lastUse == null ? null : SandboxWorld.dateTime(lastUse));
        json.put("ovhSupport", false);
        if (allowedIps.isEmpty()) {
            json.putNull("allowedIPs");
        } else {
            allowedIps.forEach(json.withArray("allowedIPs")::add);
        }
        json.set("rules", rulesAsJson());
        return json;
    }

    ArrayNode rulesAsJson() {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        rules.forEach(rule -> list.addObject().put("method", rule.method()).put("path", rule.path()));
        return list;
    }

    private static Instant instant(JsonNode text) {
        return text.isTextual() ? Instant.parse(text.asText()) : null;
    }
}
