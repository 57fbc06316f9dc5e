// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The routes under {@code /auth}: the time, requests for a consumer key, and the rights of the current key. */
final class AuthHandlers implements ResourceHandlers {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final KeyRing keys;
    private final Supplier<String> origin;

    /** @param origin scheme, host and port, for validation URLs */
    AuthHandlers(KeyRing keys, Supplier<String> origin) {
        this.keys = keys;
        this.origin = origin;
    }

    @Override
    public String name() {
        return "auth";
    }

    @Override
    public void register(Routes routes) {
        routes.on(
                "GET",
                "/auth/time",
                request -> SandboxAnswer.ok(LongNode.valueOf(request.now().getEpochSecond())));
        routes.on("POST", "/auth/credential", this::requestCredential);
        routes.on(
                "GET",
                "/auth/currentCredential",
                request -> SandboxAnswer.ok(inUse(request).describe(request.now(), keys.applicationId())));
        routes.on("GET", "/auth/details", this::details);
        routes.on("POST", "/auth/logout", this::logout);
    }

    private SandboxAnswer requestCredential(SandboxRequest request) {
        if (request.caller().key().equals("anonymous")) {
            return SandboxAnswer.oldError(403, "INVALID_KEY", "This application key is invalid");
        }
        List<String> blocks = new ArrayList<>();
        request.body().path("allowedIPs").forEach(block -> blocks.add(block.asText()));
        ConsumerKey key = keys.request(
                KeyRing.APPLICATION_KEY,
                request.body().path("accessRules"),
                blocks,
                request.text("redirection").orElse(""));
        ObjectNode answer = JSON.objectNode();
        answer.put("validationUrl", origin.get() + "/auth/?credentialToken=" + key.token);
        answer.put("consumerKey", key.key).put("state", key.status);
        return SandboxAnswer.ok(answer);
    }

    private SandboxAnswer details(SandboxRequest request) {
        ObjectNode answer = JSON.objectNode().put("account", request.caller().nichandle());
        Caller.Kind kind = request.caller().kind();
        answer.put("method", kind == Caller.Kind.APPLICATION ? "account" : "oauth2")
                .putNull("user");
        answer.putNull("roles").putNull("description");
        String identity = "urn:v1:eu:identity:" + (kind == Caller.Kind.SERVICE_ACCOUNT ? "credential:" : "account:")
                + request.caller().nichandle()
                + (kind == Caller.Kind.SERVICE_ACCOUNT ? "/oauth2-" + KeyRing.CLIENT_ID : "");
        answer.putArray("identities").add(identity);
        answer.set(
                "allowedRoutes",
                keys.consumerKey(request.caller().key())
                        .<JsonNode>map(ConsumerKey::rulesAsJson)
                        .orElse(JSON.nullNode()));
        return SandboxAnswer.ok(answer);
    }

    private SandboxAnswer logout(SandboxRequest request) {
        inUse(request).status = ConsumerKey.EXPIRED;
        return SandboxAnswer.nothing();
    }

    private ConsumerKey inUse(SandboxRequest request) {
        return keys.consumerKey(request.caller().key())
                .orElseThrow(() -> SandboxAnswer.error(404, "Client::NotFound", "This object does not exist")
                        .refusal());
    }

    @Override
    public JsonNode save() {
        return keys.save();
    }

    @Override
    public void load(JsonNode state) {
        keys.load(state);
    }

    @Override
    public void reset() {
        keys.reset();
    }
}
