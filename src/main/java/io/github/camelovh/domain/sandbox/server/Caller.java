// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.server;

/**
 * The sender of a request.
 *
 * @param nichandle the account, e.g. {@code sb1111-ovh}; null for an anonymous call
 * @param key the key of the rate limit: consumer key, token, or the application key of an unsigned call
 * @param kind how the caller authenticated
 */
public record Caller(String nichandle, String key, Kind kind) {

    /** Ways to authenticate. */
    public enum Kind {
        ANONYMOUS,
        APPLICATION,
        SERVICE_ACCOUNT,
        PERSONAL_TOKEN
    }

    public boolean anonymous() {
        return kind == Kind.ANONYMOUS;
    }

    /** Keys are secrets. */
    @Override
    public String toString() {
        return "Caller[" + nichandle + ", " + kind + ", ***]";
    }
}
