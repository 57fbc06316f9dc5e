// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import io.github.camelovh.domain.api.Outage;
import io.github.camelovh.domain.app.notification.CloudEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Tells when an outage of OVHcloud began and when it is over, each once. Used by one route. */
public final class OutageEvents {
    private final Supplier<Optional<Outage>> outages;
    private final String node;
    private final Clock clock;
    /** When the outage began that was told last; null where none lasts. */
    private Instant told;
    /** What that is once the event that was handed out last is told. */
    private Instant pending;

    /**
     * @param outages the outage that lasts now
     * @param node this process and start
     */
    public OutageEvents(Supplier<Optional<Outage>> outages, String node, Clock clock) {
        this.outages = outages;
        this.node = node;
        this.clock = clock;
    }

    /** What is to be told now; null if nothing. The same again until it was {@link #told}. */
    public synchronized CloudEvent next() {
        Outage outage = outages.get().orElse(null);
        if (outage != null && told == null) {
            pending = outage.since();
            return CloudEvent.ofOutage(
                    node, pending, null, outage.sentence() + ". The work goes on by itself when it is over");
        }
        if (told != null && (outage == null || !outage.since().equals(told))) {
            pending = null;
            return CloudEvent.ofOutage(
                    node, told, clock.instant(), "OVHcloud answers again; the outage began at " + told);
        }
        return null;
    }

    /** Notes that the last one was told to all. */
    public synchronized void told() {
        told = pending;
    }
}
