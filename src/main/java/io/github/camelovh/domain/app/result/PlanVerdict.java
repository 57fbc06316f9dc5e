// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.result;

/** What the plan says about a row. */
public enum PlanVerdict {
    /** It will be bought once the plan is approved. */
    BUY("buy"),
    /** It will be changed once the plan is approved; that costs nothing. */
    CHANGE("change"),
    /** The name is ours, or as wished, already: nothing is done. */
    NOTHING_TO_DO("nothing to do"),
    /** It will not be done, for the reason given. */
    REFUSED("refused"),
    /** What it costs or changes could not be found out. */
    FAILED("failed"),
    /** It is not done, because a person rejected or cancelled it, or a newer file replaced it. */
    CANCELLED("cancelled");

    private final String text;

    PlanVerdict(String text) {
        this.text = text;
    }

    /** The word that stands in files and tables. */
    public String text() {
        return text;
    }
}
