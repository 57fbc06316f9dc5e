// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

/** What a plan must not do without permission. Each guard has one option that opens it, and no option opens two. */
public enum Guard {
    /** A plan updates more records than {@code maxUpdates}. */
    UPDATES("maxUpdates"),
    /** A plan updates a larger share of the zone than {@code maxUpdatePercent}. */
    UPDATE_PERCENT("maxUpdatePercent"),
    /** A plan deletes more records than {@code maxDeletes}. */
    DELETES("maxDeletes"),
    /** A plan deletes a larger share of the zone than {@code maxDeletePercent}. */
    DELETE_PERCENT("maxDeletePercent"),
    /** A run updates more records in all zones than {@code maxRunUpdates}. */
    RUN_UPDATES("maxRunUpdates"),
    /** A run deletes more records in all zones than {@code maxRunDeletes}. */
    RUN_DELETES("maxRunDeletes"),
    /** A plan changes the name servers of the zone. */
    APEX_NS("allowApexNs"),
    /** A plan changes the mail servers of the zone. */
    APEX_MX("allowApexMx"),
    /**
     * A change of the DNSSEC keys at the registry ({@code /domain/{serviceName}/dsRecord}): wrong keys make the whole
     * name unreachable.
     */
    DS("allowDs"),
    /** No record is desired at all. This is more often an empty file than an intention. */
    EMPTY("allowEmpty"),
    /** A record is desired that {@link Ownership} does not include. */
    FOREIGN("allowForeign"),
    /** A plan changes an entry that OVHcloud manages for a redirection or a DynHost. */
    MANAGED("allowManaged");

    private final String option;

    Guard(String option) {
        this.option = option;
    }

    /** Whether it is a limit with a number; the others are open or not. */
    public boolean isNumber() {
        return compareTo(RUN_DELETES) <= 0;
    }

    /** The option that opens only this guard. */
    public String option() {
        return option;
    }
}
