// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

import io.github.camelovh.domain.api.model.HoldsSecret;

/** One of the three ways to authenticate. The values are secrets; {@code toString} never shows them. */
public sealed interface Credentials {

    /**
     * The value by which OVHcloud counts the calls of these credentials: users of one value share one limiter. It
     * cannot sign anything, but it must not be logged.
     */
    String account();

    /**
     * Signs each call.
     *
     * @param applicationKey names the application
     * @param applicationSecret signs; never travels
     * @param consumerKey the account's consent; null before the consent (only unsigned routes work then)
     */
    @HoldsSecret
    record ApplicationKey(String applicationKey, String applicationSecret, String consumerKey) implements Credentials {
        public ApplicationKey {
            check("application key", applicationKey);
            check("application secret", applicationSecret);
            if (consumerKey != null) {
                check("consumer key", consumerKey);
            }
        }

        @Override
        public String account() {
            return consumerKey == null ? applicationKey : consumerKey;
        }

        @Override
        public String toString() {
            return "ApplicationKey[***]";
        }
    }

    /**
     * An OAuth2 service account, which gets short-lived tokens.
     *
     * @param clientId names the account
     * @param clientSecret the secret to get tokens
     */
    @HoldsSecret
    record ServiceAccount(String clientId, String clientSecret) implements Credentials {
        public ServiceAccount {
            check("client id", clientId);
            check("client secret", clientSecret);
        }

        @Override
        public String account() {
            return clientId;
        }

        @Override
        public String toString() {
            return "ServiceAccount[***]";
        }
    }

    /**
     * A personal token, sent unchanged.
     *
     * @param token the token
     */
    @HoldsSecret
    record PersonalToken(String token) implements Credentials {
        public PersonalToken {
            check("access token", token);
        }

        @Override
        public String account() {
            return token;
        }

        @Override
        public String toString() {
            return "PersonalToken[***]";
        }
    }

    private static void check(String what, String value) {
        if (value == null || value.isEmpty()) {
            throw new IllegalArgumentException("The " + what + " is missing");
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c <= ' ' || c > '~') {
                throw new IllegalArgumentException("The " + what
                        + " contains a space, a line end or a non-ASCII letter. Was it copied" + " completely?");
            }
        }
    }
}
