// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

import io.github.camelovh.domain.api.OvhApiException;
import io.github.camelovh.domain.api.ServerClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The time at OVHcloud: carts expire by it, orders have it as their date, and it is the same on every node that
 * continues a purchase. Thread-safe.
 */
final class ServerTime {

    private final Clock clock;
    private final ServerClock server;

    ServerTime(Clock clock, ServerClock server) {
        this.clock = clock;
        this.server = server;
    }

    /** The known time, without a call; our own time if OVHcloud's is not known yet. */
    Instant now() {
        Duration skew = server.knownSkew();
        return skew == null ? clock.instant() : clock.instant().plus(skew);
    }

    /**
     * The exact time: asks OVHcloud if it is not known yet.
     *
     * @throws OvhApiException when it had to ask and got no answer
     */
    Instant asked() {
        return clock.instant().plus(server.skew());
    }
}
