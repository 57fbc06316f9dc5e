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

/** What a failed call means for whether it took effect. */
enum CallFailure {
    /** The keys, not the purchase: it stops the caller, and the purchase stays where it is. */
    KEYS,
    /** What it was about is no more. */
    GONE,
    /** OVHcloud said no, since something is not in the state for it: surely no effect. */
    CONFLICT,
    /** OVHcloud said no: surely no effect, and no use in repeating it. */
    REFUSED,
    /** It was not carried out, and may be later. */
    NOT_DONE,
    /** It may have been carried out. */
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

    /** Whether OVHcloud said no to what was asked. */
    boolean isNo() {
        return this == REFUSED || this == CONFLICT || this == GONE;
    }
}
