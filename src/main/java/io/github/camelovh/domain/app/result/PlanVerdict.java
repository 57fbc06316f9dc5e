// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.result;

/** The decision of the plan about a row. */
public enum PlanVerdict {
    /** It will be bought after the approval. */
    BUY("buy"),
    /** It will be changed after the approval, at no cost. */
    CHANGE("change"),
    /** The name is in the account, or as desired, already: nothing is done. */
    NOTHING_TO_DO("nothing to do"),
    /** It will not be done, for the given reason. */
    REFUSED("refused"),
    /** Its cost or change could not be determined. */
    FAILED("failed"),
    /** It is not done, because a person rejected or cancelled it, or a newer file replaced it. */
    CANCELLED("cancelled");

    private final String text;

    PlanVerdict(String text) {
        this.text = text;
    }

    /** The word in files and tables. */
    public String text() {
        return text;
    }
}
