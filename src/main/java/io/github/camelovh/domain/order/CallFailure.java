// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

import io.github.camelovh.domain.api.OvhApiException;
import io.github.camelovh.domain.api.OvhAuthenticationException;
import io.github.camelovh.domain.api.OvhConflictException;
import io.github.camelovh.domain.api.OvhMissingRightException;
import io.github.camelovh.domain.api.OvhNotFoundException;
import io.github.camelovh.domain.api.OvhRateLimitException;
import io.github.camelovh.domain.api.OvhServerFaultException;
import io.github.camelovh.domain.api.OvhUnknownOutcomeException;
import io.github.camelovh.domain.api.OvhUnreachableException;

/** Whether a failed call took effect. */
enum CallFailure {
    /** The keys are the problem, not the purchase: the run stops, and the purchase stays where it is. */
    KEYS,
    /** The object of the call does not exist any more. */
    GONE,
    /** OVHcloud refused because something is not in the required state: certainly no effect. */
    CONFLICT,
    /** OVHcloud refused: certainly no effect, and repeating it does not help. */
    REFUSED,
    /** It was not executed, but may succeed later. */
    NOT_DONE,
    /** It may have been executed. */
    UNKNOWN;

    static CallFailure of(OvhApiException e) {
        if (e instanceof OvhAuthenticationException || e instanceof OvhMissingRightException) {
            return KEYS;
        }
        if (e instanceof OvhNotFoundException) {
            return GONE;
        }
        if (e instanceof OvhRateLimitException || e instanceof OvhUnreachableException) {
            return NOT_DONE;
        }
        // A server that failed may have failed after the effect.
        if (e instanceof OvhServerFaultException || e instanceof OvhUnknownOutcomeException) {
            return UNKNOWN;
        }
        return e instanceof OvhConflictException ? CONFLICT : REFUSED;
    }

    /** Whether OVHcloud refused the call. */
    boolean isNo() {
        return this == REFUSED || this == CONFLICT || this == GONE;
    }
}
