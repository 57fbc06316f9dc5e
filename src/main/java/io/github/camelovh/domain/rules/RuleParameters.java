// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.rules;

/** Which parameter of an operation, and so which column of a file, gives what a rule is about. */
public final class RuleParameters {
    private static final String OWNER_CONTACT = "OWNER_CONTACT";
    private static final String AUTH_INFO = "AUTH_INFO";

    private RuleParameters() {}

    /**
     * The parameter of a path in a rule: {@code owner.address.city} for {@code OWNER_CONTACT.address.city}.
     *
     * @param path labels from the top, joined by dots
     */
    public static String nameOf(String path) {
        if (path.equals(OWNER_CONTACT)) {
            return "ownerContact";
        }
        if (path.startsWith(OWNER_CONTACT + ".")) {
            return "owner." + path.substring(OWNER_CONTACT.length() + 1);
        }
        if (path.equals(AUTH_INFO)) {
            return "authCode";
        }
        int dot = path.indexOf('.');
        return "config." + (dot < 0 ? path : path.substring(0, dot));
    }
}
