// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelovh.domain.sandbox.contract.ContractOperation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Authenticates the caller and checks its rights, in the API's order and words. Guarded by the sandbox's lock. */
final class Gate {

    /**
     * How strict the checks are.
     *
     * @param clockWindow how far a timestamp may differ from the sandbox's time, in either direction
     * @param strictSignatures whether signatures are computed and compared
     * @param publicBaseUrls origins, or base URLs, that callers may sign instead of the URL they call
     */
    record Settings(Duration clockWindow, boolean strictSignatures, List<String> publicBaseUrls) {}

    private final KeyRing keys;
    private final SandboxWorld world;
    private final Settings settings;

    Gate(KeyRing keys, SandboxWorld world, Settings settings) {
        this.keys = keys;
        this.world = world;
        this.settings = settings;
    }

    /**
     * Admits a caller.
     *
     * @param path the called path without the base of v1 and without a trailing slash; access rules refer to it
     * @throws SandboxRefusal if the caller may not make this call
     */
    Caller admit(Received request, ContractOperation operation, String path) {
        Optional<String> bearer = request.header("Authorization")
                .filter(value -> value.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(value -> value.substring(7).trim());
        if (bearer.isPresent()) {
            return serviceAccount(bearer.get(), operation);
        }
        Optional<String> application = request.header("X-Ovh-Application");
        boolean signed = request.hasHeader("X-Ovh-Consumer") || request.hasHeader("X-Ovh-Signature");
        boolean complete = application.isPresent()
                && request.hasHeader("X-Ovh-Consumer")
                && request.hasHeader("X-Ovh-Timestamp")
                && request.hasHeader("X-Ovh-Signature");
        if (!complete && (signed || !operation.anonymous())) {
            throw SandboxAnswer.error(401, "Client::Unauthorized", "You must login first")
                    .refusal();
        }
        if (application.isEmpty()) {
            return new Caller(null, "anonymous", Caller.Kind.ANONYMOUS);
        }
        String secret = keys.secretOf(application.get())
                .orElseThrow(() -> SandboxAnswer.oldError(403, "INVALID_KEY", "This application key is invalid")
                        .refusal());
        return signed
                ? signedCaller(request, operation, path, secret)
                : new Caller(null, application.get(), Caller.Kind.ANONYMOUS);
    }

    private Caller signedCaller(Received request, ContractOperation operation, String path, String secret) {
        ConsumerKey key = keys.consumerKey(request.header("X-Ovh-Consumer").orElseThrow())
                .orElseThrow(() -> SandboxAnswer.oldError(403, "NOT_CREDENTIAL", "This credential does not exist")
                        .refusal());
        if (!key.usable(world.now(), request.address())) {
            throw SandboxAnswer.oldError(403, "INVALID_CREDENTIAL", "This credential is not valid")
                    .refusal();
        }
        checkTime(request.header("X-Ovh-Timestamp").orElseThrow());
        if (settings.strictSignatures() && !rightlySigned(request, key.key, secret)) {
            throw SandboxAnswer.oldError(400, "INVALID_SIGNATURE", "Invalid signature")
                    .refusal();
        }
        boolean granted = operation.anonymous()
                || path.startsWith("/auth/")
                || key.rules.stream().anyMatch(rule -> rule.covers(request.method(), path));
        if (!granted) {
            SandboxAnswer answer = SandboxAnswer.oldError(403, "NOT_GRANTED_CALL", "This call has not been granted");
            ((ObjectNode) answer.body()).put("class", "Client::Forbidden");
            throw answer.refusal();
        }
        key.lastUse = world.now();
        return new Caller(world.nichandle(), key.key, Caller.Kind.APPLICATION);
    }

    private void checkTime(String timestamp) {
        long now = world.now().getEpochSecond();
        boolean inTime = timestamp.matches("\\d{1,12}")
                && Math.abs(now - Long.parseLong(timestamp))
                        <= settings.clockWindow().toSeconds();
        if (!inTime) {
            throw SandboxAnswer.oldError(400, "QUERY_TIME_OUT", "Query out of time")
                    .refusal();
        }
    }

    private boolean rightlySigned(Received request, String consumerKey, String secret) {
        String signature = request.header("X-Ovh-Signature").orElseThrow();
        String timestamp = request.header("X-Ovh-Timestamp").orElseThrow();
        // OVHcloud's client for node signs https and no port, whatever URL it calls
        String portless =
                request.origin().replaceFirst("^https?://", "https://").replaceFirst(":\\d+$", "");
        Stream<String> others = settings.publicBaseUrls().stream()
                .map(base -> base.replaceAll("/+$", "").replaceAll("/(1\\.0|v1|v2)$", ""));
        return Stream.concat(Stream.of(request.origin(), portless), others)
                .map(origin -> origin + request.target())
                .anyMatch(url -> matches(request, consumerKey, secret, url, timestamp, signature));
    }

    private static boolean matches(
            Received request, String consumerKey, String secret, String url, String timestamp, String signature) {
        return Signature.same(
                Signature.of(secret, consumerKey, request.method(), url, request.body(), timestamp), signature);
    }

    private Caller serviceAccount(String token, ContractOperation operation) {
        Caller caller = keys.bearer(token)
                .orElseThrow(() -> SandboxAnswer.error(401, "Client::Unauthorized", "Invalid or expired token")
                        .refusal());
        List<String> refused =
                operation.iamActions().stream().filter(keys::refuses).toList();
        if (caller.kind() == Caller.Kind.SERVICE_ACCOUNT && !refused.isEmpty()) {
            throw SandboxAnswer.error(
                            403,
                            "Client::Forbidden",
                            "User not granted for this request",
                            Map.of(
                                    "unauthorizedActionsByAuthentication",
                                    "",
                                    "unauthorizedActionsByIAM",
                                    String.join(",", refused)))
                    .refusal();
        }
        return caller;
    }
}
