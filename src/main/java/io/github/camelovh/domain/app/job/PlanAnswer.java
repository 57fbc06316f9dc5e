// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

/**
 * The answer to a command about a plan: an approval, a rejection, a cancellation.
 *
 * @param done whether what was asked for is so now
 * @param sentence for the person who asked
 */
public record PlanAnswer(boolean done, String sentence) {

    static PlanAnswer yes(String sentence) {
        return new PlanAnswer(true, sentence);
    }

    static PlanAnswer no(String sentence) {
        return new PlanAnswer(false, sentence);
    }
}
