// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Other threads look at an outage while it begins. */
class OutageBeginTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);

    private final List<Outage> seen = new ArrayList<>();
    private OutageDetector detector;
    private boolean looking;

    /** The detector asks for the time while it notes the begin: then somebody looks. */
    private final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            if (!looking && detector != null) {
                looking = true;
                detector.current().ifPresent(seen::add);
                looking = false;
            }
            return NOW;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    };

    @Test
    void nobodySeesAnOutageWithoutItsBegin() {
        detector = new OutageDetector(clock, () -> 1);
        for (int i = 0; i < OutageDetector.FAILURES; i++) {
            assertThat(detector.allows()).isTrue();
            detector.sent(CallOutcome.SERVER_FAULT, "HTTP 503");
        }
        Optional<Outage> outage = detector.current();

        assertThat(outage).map(Outage::since).contains(NOW);
        assertThat(seen).extracting(Outage::since).containsOnly(NOW);
    }
}
