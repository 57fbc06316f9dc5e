// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

/** What came of one attempt, as far as it matters for sending again. */
enum CallOutcome {
    /** 2xx. */
    DONE,
    /** Nothing was sent. */
    UNREACHABLE,
    /** Sent, no whole answer. */
    LOST,
    /** 429: refused for its number only. */
    RATE_LIMITED,
    /** 408: a gateway gave up waiting; nobody knows whether the API got it. */
    GATEWAY_TIMEOUT,
    /** 5xx: nobody knows whether it acted before it failed. */
    SERVER_FAULT,
    /** The timestamp was too old or too new, or the signature wrong, which a wrong clock looks like. */
    STALE_TIME,
    /** A token that is no longer taken. */
    STALE_TOKEN,
    /** Any other 3xx or 4xx: read, judged and not done. */
    REFUSED
}
