// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

import java.time.Instant;

/**
 * An outage of the API: the last calls all failed with a server fault, without an answer or without a connection. Until it
 * is over, only single probes are sent; all other calls fail at once with {@link OvhUnreachableException}.
 *
 * @param since when the calls that failed became too many
 * @param lastFailure what happened to the last call, one sentence without secrets
 * @param nextProbe from when on the next call is sent, as a probe
 */
public record Outage(Instant since, String lastFailure, Instant nextProbe) {

    /** What is so, without an end mark. */
    public String sentence() {
        return "OVHcloud has failed all calls since " + since + " (the last one: " + lastFailure + ")";
    }
}
