// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

/**
 * What came of an approval.
 *
 * @param given whether the plan is approved now
 * @param sentence for the person who asked
 */
public record ApprovalAnswer(boolean given, String sentence) {

    static ApprovalAnswer yes(String sentence) {
        return new ApprovalAnswer(true, sentence);
    }

    static ApprovalAnswer no(String sentence) {
        return new ApprovalAnswer(false, sentence);
    }
}
