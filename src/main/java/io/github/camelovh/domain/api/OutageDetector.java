// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.StateTransition;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells an outage of the API from the failure of single calls, by a circuit breaker: after {@value #FAILURES} failed attempts in
 * a row no call is sent but one probe, after pauses that grow from {@value #FIRST_PAUSE_SECONDS} s to
 * {@value #LONGEST_PAUSE_SECONDS} s; the first probe that is answered ends it. A refusal (4xx) is an answer. Thread-safe.
 */
final class OutageDetector {
    static final int FAILURES = 10;
    static final int FIRST_PAUSE_SECONDS = 5;
    static final int LONGEST_PAUSE_SECONDS = 120;

    private static final Logger LOG = LoggerFactory.getLogger(OvhApi.class);

    private final Clock clock;
    private final LongSupplier nanos;
    private final CircuitBreaker breaker;
    private volatile String lastFailure = "";
    private volatile Instant since = Instant.EPOCH;
    private volatile long pauseEnds;

    /**
     * @param clock for what is reported
     * @param nanos for pauses: a clock that is set does not change them
     */
    OutageDetector(Clock clock, LongSupplier nanos) {
        this.clock = clock;
        this.nanos = nanos;
        IntervalFunction pauses = IntervalFunction.ofExponentialBackoff(
                Duration.ofSeconds(FIRST_PAUSE_SECONDS), 2, Duration.ofSeconds(LONGEST_PAUSE_SECONDS));
        this.breaker = CircuitBreaker.of(
                "ovhcloud",
                CircuitBreakerConfig.custom()
                        .slidingWindow(FAILURES, FAILURES, CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                        .failureRateThreshold(100)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .waitIntervalFunctionInOpenState(attempt -> pause(attempt, pauses.apply(attempt)))
                        .clock(new Steady(nanos))
                        .build());
        breaker.getEventPublisher().onStateTransition(event -> tell(event.getStateTransition()));
    }

    /** Called before the breaker is seen to be open, so that nobody sees an outage without its begin and its end. */
    private long pause(int attempt, long millis) {
        if (attempt == 1) {
            since = clock.instant();
        }
        pauseEnds = nanos.getAsLong() + Duration.ofMillis(millis).toNanos();
        return millis;
    }

    private void tell(StateTransition transition) {
        if (transition == StateTransition.CLOSED_TO_OPEN) {
            LOG.warn(
                    "OVHcloud failed {} calls in a row: this is an outage. Calls wait; one probe is sent at a time. The last"
                            + " failure: {}",
                    FAILURES,
                    lastFailure);
        } else if (transition == StateTransition.HALF_OPEN_TO_CLOSED) {
            LOG.info("OVHcloud answers again; the outage lasted since {}.", since);
        }
    }

    /** Whether a call may be sent. Whoever was allowed must report its outcome by {@link #sent} or {@link #notSent}. */
    boolean allows() {
        return breaker.tryAcquirePermission();
    }

    /**
     * Notes the outcome of a call that was allowed.
     *
     * @param failure what happened to it, if it failed
     */
    void sent(CallOutcome outcome, String failure) {
        switch (outcome) {
            case UNREACHABLE, LOST, GATEWAY_TIMEOUT, SERVER_FAULT -> {
                lastFailure = failure;
                breaker.onError(0, TimeUnit.NANOSECONDS, new OutageException(failure));
            }
            case RATE_LIMITED -> notSent(); // the limiter's matter
            case DONE, STALE_TIME, STALE_TOKEN, REFUSED -> breaker.onSuccess(0, TimeUnit.NANOSECONDS);
        }
    }

    /** A call that was allowed was not sent. */
    void notSent() {
        breaker.releasePermission();
    }

    /** For a call that was not allowed. */
    OvhUnreachableException notSent(ApiCall call) {
        Outage outage = current().orElse(new Outage(since, lastFailure, clock.instant()));
        return new OvhUnreachableException(
                new ErrorFacts(call.call(), 0, null, null, Map.of(), null),
                call.call() + " was not sent, because " + outage.sentence()
                        + "; nothing was done. The next probe is sent at "
                        + outage.nextProbe() + "; try again then",
                null);
    }

    /** The outage that lasts now. */
    Optional<Outage> current() {
        State state = breaker.getState();
        if (state != State.OPEN && state != State.HALF_OPEN) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        return Optional.of(new Outage(since, lastFailure, now.plusNanos(Math.max(0, pauseEnds - nanos.getAsLong()))));
    }

    /** For the circuit breaker, which counts exceptions only. */
    private static final class OutageException extends Exception {
        private static final long serialVersionUID = 1L;

        OutageException(String message) {
            super(message, null, false, false);
        }
    }

    /** Time that only passes. */
    private static final class Steady extends Clock {
        private final LongSupplier nanos;

        Steady(LongSupplier nanos) {
            this.nanos = nanos;
        }

        @Override
        public Instant instant() {
            return Instant.EPOCH.plusNanos(nanos.getAsLong());
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
