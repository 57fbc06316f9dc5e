// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

/** What became of an approval. Only {@link Given} lets anything be bought. */
public sealed interface Approval {
    /**
     * The plan is approved.
     *
     * @param requests how many requests may now be bought
     */
    record Given(int requests) implements Approval {}

    /** This very plan was approved before; nothing was changed. */
    record GivenBefore() implements Approval {}

    /**
     * The digest is not that of the plan; nothing was approved.
     *
     * @param planDigest the digest that the plan has
     */
    record OtherPlan(String planDigest) implements Approval {}

    /**
     * There is no plan to approve; nothing was approved.
     *
     * @param state where the file stands
     */
    record NoPlan(FileState state) implements Approval {}
}
