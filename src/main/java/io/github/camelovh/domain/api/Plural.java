// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

/** Counts in sentences: {@code 1 row}, {@code 2 rows}. */
public final class Plural {
    private Plural() {}

    /** A count of what has a plural in s. */
    public static String of(long count, String one) {
        return of(count, one, one + "s");
    }

    /** A count of anything, with the verb if it is given: {@code 1 plan waits}, {@code 2 plans wait}. */
    public static String of(long count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    /** The word without its count. */
    public static String word(long count, String one) {
        return count == 1 ? one : one + "s";
    }
}
