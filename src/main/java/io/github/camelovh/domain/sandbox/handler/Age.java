// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

/** How far the life of a name has gone. Stateless. */
enum Age {
    OK("ok", "OK"),
    /** Suspended, and renewed at the usual price. */
    EXPIRED("expired", "EXPIRED"),
    /** Deleted at the registry, and restored at a price of its own. */
    RESTORABLE("restorable", "RESTORABLE"),
    /** Free for anybody. */
    GONE("deleted", "DELETED");

    /** As {@code registryConfigurations} tells it of each extension. */
    static final int GRACE_DAYS = 28;

    static final int REDEMPTION_DAYS = 30;

    private final String word;
    private final String version2;

    Age(String word, String version2) {
        this.word = word;
        this.version2 = version2;
    }

    /** How old a name is; one that was to be deleted when it expires has no grace. */
    static Age of(NameState name, long now) {
        if (now < name.expires) {
            return OK;
        }
        long restorable = name.expires + (name.deleteAtExpiration ? 0 : Portfolio.days(GRACE_DAYS));
        if (now < restorable) {
            return EXPIRED;
        }
        return now < restorable + Portfolio.days(REDEMPTION_DAYS) ? RESTORABLE : GONE;
    }

    String word() {
        return word;
    }

    String version2() {
        return version2;
    }
}
