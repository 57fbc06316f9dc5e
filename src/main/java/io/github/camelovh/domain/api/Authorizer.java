// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

import java.util.LinkedHashMap;
import java.util.Map;

/** Adds the authentication headers to each attempt. Thread-safe. */
final class Authorizer {
    private static final String APPLICATION = "X-Ovh-Application";

    private final Credentials credentials;
    private final ServerClock clock;
    private final TokenKeeper tokens;
    private final Signer signer;

    Authorizer(Credentials credentials, ServerClock clock, TokenKeeper tokens) {
        this.credentials = credentials;
        this.clock = clock;
        this.tokens = tokens;
        this.signer = credentials instanceof Credentials.ApplicationKey key && key.consumerKey() != null
                ? new Signer(key.applicationSecret(), key.consumerKey())
                : null;
    }

    /** Fetches what signing needs and is missing: the clock's offset, a token. Called before a permit is taken. */
    void ready(ApiCall call, Tally tally) {
        if (!call.signed()) {
            return;
        }
        if (credentials == null || (credentials instanceof Credentials.ApplicationKey && signer == null)) {
            throw new OvhAuthenticationException(
                    new ErrorFacts(call.call(), 0, null, null, Map.of(), null),
                    call.call() + " was not sent, because "
                            + (credentials == null ? "there are no credentials" : "the consumer key is missing")
                            + ". Get one with ovh-domain login, then set OVH_CONSUMER_KEY or write it to ovh.conf",
                    null);
        }
        if (signer != null) {
            clock.ready(tally);
        } else if (credentials instanceof Credentials.ServiceAccount) {
            tokens.ready(tally);
        }
    }

    /** All headers of one attempt, with a new signature. */
    Map<String, String> headers(ApiCall call, String url) {
        Map<String, String> headers = new LinkedHashMap<>(call.headers());
        headers.put("Accept", "application/json");
        if (call.body() != null) {
            headers.putIfAbsent("Content-Type", "application/json;charset=utf-8");
        }
        if (credentials instanceof Credentials.ApplicationKey key) {
            headers.put(APPLICATION, key.applicationKey());
            if (call.signed()) {
                long now = clock.seconds();
                headers.put("X-Ovh-Consumer", key.consumerKey());
                headers.put("X-Ovh-Timestamp", Long.toString(now));
                headers.put("X-Ovh-Signature", signer.signature(call.method(), url, call.body(), now));
            }
        } else if (call.signed()) {
            headers.put("Authorization", "Bearer " + token());
        }
        return headers;
    }

    private String token() {
        return credentials instanceof Credentials.PersonalToken personal ? personal.token() : tokens.token();
    }

    /**
     * Corrects the clock or the token after a refusal that points to a wrong one.
     *
     * @param sent the headers that were refused
     * @return whether the same call can succeed now
     */
    boolean mend(ApiCall call, CallOutcome outcome, ErrorBody body, Map<String, String> sent, Tally tally) {
        if (!call.signed()) {
            return false;
        }
        if (outcome == CallOutcome.STALE_TIME && signer != null) {
            long moved = clock.refresh(tally);
            // A wrong secret has the same error code as a wrong clock, so only a clock that moved justifies another
            // attempt.
            return moved >= 2 || "QUERY_TIME_OUT".equals(body.code());
        }
        if (outcome == CallOutcome.STALE_TOKEN && credentials instanceof Credentials.ServiceAccount) {
            tokens.refused(sent.get("Authorization").substring("Bearer ".length()));
            return true;
        }
        return false;
    }
}
