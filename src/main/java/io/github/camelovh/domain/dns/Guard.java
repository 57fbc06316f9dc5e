// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

/** What a plan may not do unasked. Each has one option that opens it, and no option opens two. */
public enum Guard {
    /** More records change in place than {@code maxUpdates}. */
    UPDATES("maxUpdates"),
    /** A larger share of the zone changes in place than {@code maxUpdatePercent}. */
    UPDATE_PERCENT("maxUpdatePercent"),
    /** More records go than {@code maxDeletes}. */
    DELETES("maxDeletes"),
    /** A larger share of the zone goes than {@code maxDeletePercent}. */
    DELETE_PERCENT("maxDeletePercent"),
    /** More records change in place in all zones of a run than {@code maxRunUpdates}. */
    RUN_UPDATES("maxRunUpdates"),
    /** More records go in all zones of a run than {@code maxRunDeletes}. */
    RUN_DELETES("maxRunDeletes"),
    /** The name servers of the zone change. */
    APEX_NS("allowApexNs"),
    /** The mail servers of the zone change. */
    APEX_MX("allowApexMx"),
    /** The keys at the registry change ({@code /domain/{serviceName}/dsRecord}): wrong ones take the whole name down. */
    DS("allowDs"),
    /** Nothing is wished for at all, which is more often an empty file than a wish. */
    EMPTY("allowEmpty"),
    /** Something is wished for that {@link Ownership} does not hold. */
    FOREIGN("allowForeign"),
    /** An entry changes that OVHcloud keeps for a redirection or a DynHost. */
    MANAGED("allowManaged");

    private final String option;

    Guard(String option) {
        this.option = option;
    }

    /** Whether it bounds by a number; the others are open or not. */
    public boolean isNumber() {
        return compareTo(RUN_DELETES) <= 0;
    }

    /** The option that opens this guard, and only this one. */
    public String option() {
        return option;
    }
}
