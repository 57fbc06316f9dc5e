// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.row;

/** The column of a file for a value of a rule. */
public final class RuleColumns {
    private static final String OWNER_CONTACT = "OWNER_CONTACT";
    private static final String AUTH_INFO = "AUTH_INFO";

    private RuleColumns() {}

    /**
     * The column of a path in a rule: {@code owner.address.city} for {@code OWNER_CONTACT.address.city}.
     *
     * @param path labels from the top, separated by dots
     */
    public static String column(String path) {
        if (path.equals(OWNER_CONTACT)) {
            return Columns.OWNER_CONTACT;
        }
        if (path.startsWith(OWNER_CONTACT + ".")) {
            return Columns.OWNER + path.substring(OWNER_CONTACT.length() + 1);
        }
        if (path.equals(AUTH_INFO)) {
            return Columns.AUTH_CODE;
        }
        int dot = path.indexOf('.');
        return Columns.CONFIG + (dot < 0 ? path : path.substring(0, dot));
    }
}
