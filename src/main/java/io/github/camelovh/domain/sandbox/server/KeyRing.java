// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All keys, tokens and rights of the sandbox. The keys are public on purpose: they open only the sandbox. Guarded by
 * the sandbox's lock.
 */
public final class KeyRing {
    public static final String APPLICATION_KEY = "sandbox-application-key";
    public static final String APPLICATION_SECRET = "sandbox-application-secret";
    public static final String CONSUMER_KEY = "sandbox-consumer-key";
    public static final String CLIENT_ID = "sandbox-client-id";
    public static final String CLIENT_SECRET = "sandbox-client-secret";
    public static final String ACCESS_TOKEN = "sandbox-access-token";
    static final Duration TOKEN_LIFE = Duration.ofSeconds(3599);
    private static final long APPLICATION_ID = 4_242L;

    private final SandboxWorld world;
    private final Duration credentialLife;
    private final Map<String, ConsumerKey> consumerKeys = new LinkedHashMap<>();
    private final Map<String, Instant> tokens = new LinkedHashMap<>();
    private final Set<String> refusedActions = new HashSet<>();

    /** @param credentialLife of the default consumer key, counted from the start; null for unlimited */
    public KeyRing(SandboxWorld world, Duration credentialLife) {
        this.world = world;
        this.credentialLife = credentialLife;
        reset();
    }

    void reset() {
        consumerKeys.clear();
        tokens.clear();
        refusedActions.clear();
        Instant now = world.now();
        ConsumerKey standard = create(APPLICATION_KEY, CONSUMER_KEY, anyRule(), List.of(), "");
        standard.status = ConsumerKey.VALIDATED;
        standard.expiration = credentialLife == null ? null : now.plus(credentialLife);
    }

    Optional<String> secretOf(String applicationKey) {
        return APPLICATION_KEY.equals(applicationKey) ? Optional.of(APPLICATION_SECRET) : Optional.empty();
    }

    Optional<ConsumerKey> consumerKey(String key) {
        return Optional.ofNullable(consumerKeys.get(key));
    }

    long applicationId() {
        return APPLICATION_ID;
    }

    /** A new credential that waits for its validation. */
    ConsumerKey request(String application, JsonNode rules, List<String> allowedIps, String redirection) {
        String key =
                world.uuid("consumer key " + consumerKeys.size()).toString().replace("-", "");
        return create(application, key, rules, allowedIps, redirection);
    }

    private ConsumerKey create(
            String application, String key, JsonNode rules, List<String> allowedIps, String redirection) {
        ObjectNode state = JsonNodeFactory.instance.objectNode();
        state.put("key", key)
                .put("application", application)
                .put("credentialId", world.ids().next());
        state.put("creation", world.now().toString()).put("status", ConsumerKey.PENDING);
        state.put("token", world.uuid("credential token " + key).toString()).put("redirection", redirection);
        state.set("rules", rules);
        allowedIps.forEach(state.putArray("allowedIPs")::add);
        ConsumerKey created = new ConsumerKey(state);
        consumerKeys.put(key, created);
        return created;
    }

    /** Confirms a credential, as a person does at the validation page. */
    Optional<ConsumerKey> validate(String token) {
        Optional<ConsumerKey> found = consumerKeys.values().stream()
                .filter(key -> !token.isEmpty() && key.token.equals(token))
                .findFirst();
        found.filter(key -> key.status.equals(ConsumerKey.PENDING)).ifPresent(key -> {
            key.status = ConsumerKey.VALIDATED;
            key.expiration = world.now().plus(Duration.ofDays(1));
        });
        return found;
    }

    /** Changes the rules, expiration or status of a credential, for the control routes. */
    void change(ConsumerKey key, JsonNode wanted) {
        if (wanted.has("rules")) {
            key.rules.clear();
            wanted.get("rules").forEach(rule -> key.rules.add(GrantedAccess.of(rule)));
        }
        if (wanted.has("expiration")) {
            key.expiration = wanted.get("expiration").isNull()
                    ? null
                    : Instant.parse(wanted.get("expiration").asText());
        }
        if (wanted.has("status")) {
            key.status = wanted.get("status").asText();
        }
    }

    /** A token for the service account; empty if the client is not known. */
    Optional<String> issueToken(String clientId, String clientSecret) {
        if (!CLIENT_ID.equals(clientId) || !CLIENT_SECRET.equals(clientSecret)) {
            return Optional.empty();
        }
        String token = "sandbox-token-" + world.uuid("token " + world.ids().next());
        tokens.put(token, world.now().plus(TOKEN_LIFE));
        return Optional.of(token);
    }

    /** The caller of a bearer token; empty if the token is unknown or expired. */
    Optional<Caller> bearer(String token) {
        if (ACCESS_TOKEN.equals(token)) {
            return Optional.of(new Caller(world.nichandle(), token, Caller.Kind.PERSONAL_TOKEN));
        }
        Instant end = tokens.get(token);
        return end == null || !world.now().isBefore(end)
                ? Optional.empty()
                : Optional.of(new Caller(world.nichandle(), CLIENT_ID, Caller.Kind.SERVICE_ACCOUNT));
    }

    /** Removes rights from the service account; {@code *} at the end stands for any text. */
    void refuseActions(List<String> actions) {
        refusedActions.clear();
        refusedActions.addAll(actions);
    }

    boolean refuses(String action) {
        return refusedActions.stream()
                .anyMatch(refused -> refused.endsWith("*")
                        ? action.startsWith(refused.substring(0, refused.length() - 1))
                        : action.equals(refused));
    }

    JsonNode save() {
        ObjectNode state = JsonNodeFactory.instance.objectNode();
        ArrayNode keys = state.putArray("consumerKeys");
        consumerKeys.values().forEach(key -> keys.add(key.state()));
        ObjectNode issued = state.putObject("tokens");
        tokens.forEach((token, end) -> issued.put(token, end.toString()));
        refusedActions.stream().sorted().forEach(state.putArray("refusedActions")::add);
        return state;
    }

    void load(JsonNode state) {
        consumerKeys.clear();
        state.path("consumerKeys").forEach(json -> {
            ConsumerKey key = new ConsumerKey(json);
            consumerKeys.put(key.key, key);
        });
        tokens.clear();
        state.path("tokens")
                .properties()
                .forEach(token -> tokens.put(
                        token.getKey(), Instant.parse(token.getValue().asText())));
        refusedActions.clear();
        state.path("refusedActions").forEach(action -> refusedActions.add(action.asText()));
    }

    private static ArrayNode anyRule() {
        ArrayNode rules = JsonNodeFactory.instance.arrayNode();
        for (String method : List.of("GET", "POST", "PUT", "DELETE", "PATCH")) {
            rules.addObject().put("method", method).put("path", "/*");
        }
        return rules;
    }
}
