// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

import java.util.List;
import java.util.Map;

/** The three ways to authenticate, with the names that their values have in OVHcloud's own clients. */
enum CredentialKind {
    APPLICATION("application_key", "application_secret", "consumer_key"),
    SERVICE("client_id", "client_secret"),
    TOKEN("access_token");

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<String> members;

    CredentialKind(String... members) {
        this.members = List.of(members);
    }

    List<String> members() {
        return members;
    }

    /**
     * @param values by name; complete, but a consumer key may be missing
     * @throws IllegalArgumentException if a value cannot be a key
     */
    Credentials of(Map<String, String> values) {
        return switch (this) {
            case APPLICATION ->
                new Credentials.ApplicationKey(
                        values.get("application_key"), values.get("application_secret"), values.get("consumer_key"));
            case SERVICE -> new Credentials.ServiceAccount(values.get("client_id"), values.get("client_secret"));
            case TOKEN -> new Credentials.PersonalToken(values.get("access_token"));
        };
    }
}
