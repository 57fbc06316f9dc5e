// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

/** The outcome of one attempt, as far as it matters for a retry. */
enum CallOutcome {
    /** 2xx. */
    DONE,
    /** Nothing was sent. */
    UNREACHABLE,
    /** Sent, but no complete answer. */
    LOST,
    /** 429: refused only because of too many calls. */
    RATE_LIMITED,
    /** 408: a gateway stopped waiting; it is unknown whether the API got the call. */
    GATEWAY_TIMEOUT,
    /** 5xx: it is unknown whether the API acted before it failed. */
    SERVER_FAULT,
    /** The timestamp was too old or too new, or the signature was wrong, which can come from a wrong clock. */
    STALE_TIME,
    /** A token that is not accepted any more. */
    STALE_TOKEN,
    /** Any other 3xx or 4xx: read, checked and not done. */
    REFUSED
}
