// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

import io.github.camelovh.domain.api.catalog.Repeat;

/** What to do after one attempt: a pure function of what the call is and what came of it. */
enum RetryDecision {
    /** The answer is there. */
    TAKE,
    /** Send again after a back-off, as long as attempts and deadline last. */
    AGAIN,
    /** Send again as soon as the limiter lets it through, however often, until the deadline. */
    AGAIN_AT_PACE,
    /** Send again at once, one single time, if clock or token could be put right. */
    AGAIN_MENDED,
    /** Report the refusal: nothing was done. */
    REPORT,
    /** Report that it may have happened. */
    REPORT_UNKNOWN;

    static RetryDecision of(Repeat repeat, CallOutcome outcome) {
        boolean once = repeat == Repeat.ONCE;
        return switch (outcome) {
            case DONE -> TAKE;
            case UNREACHABLE -> AGAIN;
            case RATE_LIMITED -> AGAIN_AT_PACE;
            case STALE_TIME, STALE_TOKEN -> AGAIN_MENDED;
            case REFUSED -> REPORT;
            case LOST, GATEWAY_TIMEOUT, SERVER_FAULT -> once ? REPORT_UNKNOWN : AGAIN;
        };
    }
}
