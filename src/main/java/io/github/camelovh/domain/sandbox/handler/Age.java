// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

/** The phases in the life of an expired name. Stateless. */
enum Age {
    OK("ok", "OK"),
    /** Suspended; can be renewed at the usual price. */
    EXPIRED("expired", "EXPIRED"),
    /** Deleted at the registry; can be restored at an extra price. */
    RESTORABLE("restorable", "RESTORABLE"),
    /** Free for everybody. */
    GONE("deleted", "DELETED");

    /** The value of {@code registryConfigurations} for each extension. */
    static final int GRACE_DAYS = 28;

    static final int REDEMPTION_DAYS = 30;

    private final String word;
    private final String version2;

    Age(String word, String version2) {
        this.word = word;
        this.version2 = version2;
    }

    /** The phase of a name. A name that is to be deleted at its expiry has no grace period. */
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
