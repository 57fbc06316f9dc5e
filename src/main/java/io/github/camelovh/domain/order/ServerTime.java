// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

import io.github.camelovh.domain.api.OvhApiException;
import io.github.camelovh.domain.api.ServerClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The time at OVHcloud: what carts expire by and orders are dated with, and the same on every node that goes on with a
 * purchase. Thread-safe.
 */
final class ServerTime {

    private final Clock clock;
    private final ServerClock server;

    ServerTime(Clock clock, ServerClock server) {
        this.clock = clock;
        this.server = server;
    }

    /** As far as it is known, without a call: ours until then. */
    Instant now() {
        Duration skew = server.knownSkew();
        return skew == null ? clock.instant() : clock.instant().plus(skew);
    }

    /**
     * For sure: asks when it is not known yet.
     *
     * @throws OvhApiException when it had to ask and got no answer
     */
    Instant asked() {
        return clock.instant().plus(server.skew());
    }
}
