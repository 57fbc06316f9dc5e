/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
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
