// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

import io.github.camelovh.domain.api.catalog.Repeat;

/** What to do after one attempt: a pure function of the call's kind and the outcome. */
enum RetryDecision {
    /** The answer is complete. */
    TAKE,
    /** Send again after a back-off, until the attempts or the deadline are used up. */
    AGAIN,
    /** Send again as soon as the limiter allows it, any number of times, until the deadline. */
    AGAIN_AT_PACE,
    /** Send again at once, only once, if the clock or the token could be corrected. */
    AGAIN_MENDED,
    /** Report the refusal: nothing was done. */
    REPORT,
    /** Report that it may have taken effect. */
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
