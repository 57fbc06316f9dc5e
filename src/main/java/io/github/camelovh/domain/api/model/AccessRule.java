// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api.model;

/**
 * One right of a consumer key ({@code auth.AccessRule}).
 *
 * @param method GET, POST, PUT, DELETE or PATCH
 * @param path {@code *} stands for any text, slashes included
 */
public record AccessRule(String method, String path) {

    /** The rule in a text such as {@code GET /domain/*}. */
    public static AccessRule of(String text) {
        int blank = text.indexOf(' ');
        return new AccessRule(text.substring(0, blank), text.substring(blank + 1));
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
