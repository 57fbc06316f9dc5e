// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.change;

/** Where a change writes what it is about to do, before it does it. */
@FunctionalInterface
public interface StepJournal {
    /**
     * Notes the step; the hold on it lasts anew.
     *
     * @param step what whoever goes on has to know, text without secrets
     * @throws ClaimLostException if another worker has the change by now: then the step must not be done
     */
    void note(String step);

    /**
     * Makes the hold last anew, with the step that was noted last.
     *
     * @throws ClaimLostException as for {@link #note}
     */
    default void renew() {}
}
