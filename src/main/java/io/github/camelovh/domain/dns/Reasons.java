// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

/** The reason of each write of a plan, as a clause. */
final class Reasons {

    static final String CREATE = "desired, but not in the zone";
    static final String DELETE = "in the zone, but not desired";
    static final String DUPLICATE = "a duplicate of a record that stays";

    private Reasons() {}

    static String update(UpdatePairs.Pair pair) {
        RecordForm before = pair.before().form();
        RecordForm after = pair.after().form();
        String ttl = "TTL " + before.ttl() + " becomes " + after.ttl();
        if (before.data().equals(after.data())) {
            return before.ttl() == after.ttl() ? "the same in another spelling" : ttl + ", data stay";
        }
        return before.ttl() == after.ttl() ? "other data" : "other data, " + ttl;
    }
}
