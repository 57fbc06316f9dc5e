// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

/** Why a plan writes what it writes, in a clause. */
final class Reasons {

    static final String CREATE = "wished for and not there";
    static final String DELETE = "there and not wished for";
    static final String DUPLICATE = "a second copy of a record that stays";

    private Reasons() {}

    static String update(UpdatePairs.Pair pair) {
        RecordForm before = pair.before().form();
        RecordForm after = pair.after().form();
        String ttl = "TTL " + before.ttl() + " becomes " + after.ttl();
        if (before.data().equals(after.data())) {
            return before.ttl() == after.ttl() ? "the same, written otherwise" : ttl + ", data stay";
        }
        return before.ttl() == after.ttl() ? "other data" : "other data, " + ttl;
    }
}
