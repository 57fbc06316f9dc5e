// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import io.github.camelovh.domain.api.Outage;
import io.github.camelovh.domain.api.OvhApiException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether new work may begin: not while the process ends, not without keys or rights, as then a person must act, and not during an outage
 * of OVHcloud. Whoever asks when a probe is due makes it first: with a call that says nothing about a single row. Thread-safe.
 */
public final class WorkGate {
    private static final Logger LOG = LoggerFactory.getLogger(WorkGate.class);

    private final Supplier<Optional<Outage>> outages;
    private final Runnable probe;
    private final Clock clock;
    private final AtomicBoolean probing = new AtomicBoolean();
    private final AtomicReference<OvhApiException> keyFault = new AtomicReference<>();
    private volatile boolean stopped;

    /**
     * @param outages the outage of OVHcloud that lasts now
     * @param probe makes a small call, and throws if it fails
     */
    public WorkGate(Supplier<Optional<Outage>> outages, Runnable probe, Clock clock) {
        this.outages = outages;
        this.probe = probe;
        this.clock = clock;
    }

    /** Whether something may begin now. */
    boolean isOpen() {
        if (stopped || keyFault.get() != null) {
            return false;
        }
        Optional<Outage> outage = outages.get();
        if (outage.isPresent() && !clock.instant().isBefore(outage.get().nextProbe())) {
            probe();
            outage = outages.get();
        }
        return outage.isEmpty();
    }

    private void probe() {
        if (!probing.compareAndSet(false, true)) {
            return;
        }
        try {
            probe.run();
        } catch (OvhApiException e) {
            LOG.debug("The probe failed: {}", e.getMessage());
        } finally {
            probing.set(false);
        }
    }

    /** Notes that keys or rights are missing; the first reason stays. */
    public void close(OvhApiException error) {
        if (keyFault.compareAndSet(null, error)) {
            LOG.warn(
                    "Nothing can be done until the keys are corrected and this process is started again: {}",
                    error.getMessage());
        }
    }

    /** The process ends. */
    public void stop() {
        stopped = true;
    }

    /** Why a person must act; empty also where the process ends. */
    public Optional<OvhApiException> keyFault() {
        return Optional.ofNullable(keyFault.get());
    }

    /** The outage of OVHcloud that lasts now. */
    public Optional<Outage> outage() {
        return outages.get();
    }
}
