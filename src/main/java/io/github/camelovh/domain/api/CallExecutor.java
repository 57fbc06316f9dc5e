// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The loop of one call: permit, sign, send, classify, decide, wait. The decisions are made by {@link RetryDecision},
 * {@link ErrorClassifier} and {@link Pace}. Thread-safe.
 */
final class CallExecutor {
    private static final Logger LOG = LoggerFactory.getLogger(OvhApi.class);
    private static final ErrorBody NO_BODY = new ErrorBody(false, null, "", Map.of());

    private final OvhApiSettings settings;
    private final Transport transport;
    private final Limiter limiter;
    private final ErrorClassifier classifier;
    private final Backoff backoff;
    private final LongSupplier nanos;
    private final Sleeper sleeper;
    private final LongAdder callsMade = new LongAdder();

    @SuppressWarnings("ThreadLocalUsage") // for this account: one thread may count for two accounts at once
    private final ThreadLocal<Tally> work = new ThreadLocal<>();

    CallExecutor(
            OvhApiSettings settings,
            Transport transport,
            Limiter limiter,
            ErrorClassifier classifier,
            Backoff backoff,
            LongSupplier nanos,
            Sleeper sleeper) {
        this.settings = settings;
        this.transport = transport;
        this.limiter = limiter;
        this.classifier = classifier;
        this.backoff = backoff;
        this.nanos = nanos;
        this.sleeper = sleeper;
    }

    long callsMade() {
        return callsMade.sum();
    }

    /**
     * {@return the result of the work, and the number of calls that this thread made for it; the work may count parts
     * of itself}
     */
    <T> Counted<T> counted(Supplier<T> doing) {
        Tally outer = work.get();
        Tally mine = new Tally();
        work.set(mine);
        try {
            return new Counted<>(doing.get(), mine.calls());
        } finally {
            if (outer == null) {
                work.remove();
            } else {
                outer.add(mine.calls());
                work.set(outer);
            }
        }
    }

    private void count() {
        callsMade.increment();
        Tally mine = work.get();
        if (mine != null) {
            mine.add();
        }
    }

    /**
     * Makes one call.
     *
     * @param url absolute, with its query, encoded
     * @param outages of the host that is called
     * @param tally counts the HTTP calls, including calls for clock and token
     */
    ApiAnswer run(ApiCall call, String url, Authorizer authorizer, OutageDetector outages, Tally tally) {
        long deadline = nanos.getAsLong() + settings.deadline().toNanos();
        OvhApiException last = null;
        boolean mended = false;
        int attempt = 1;
        while (true) {
            authorizer.ready(call, tally);
            Limiter.Permit permit = permit(call, deadline, outages, last);
            Transport.Result result = null;
            CallOutcome outcome = CallOutcome.LOST;
            ErrorBody body = NO_BODY;
            Duration retryAfter = null;
            Map<String, String> headers;
            try {
                headers = authorizer.headers(call, url);
                tally.add();
                count();
                result = transport.exchange(
                        new Transport.Request(call.method(), url, headers, call.body(), limit(deadline)));
                if (result instanceof Transport.Answered answer && (answer.status() < 200 || answer.status() > 299)) {
                    body = ErrorBody.of(answer.body());
                    retryAfter = classifier.retryAfter(answer.headers().get("Retry-After"));
                }
                outcome = ErrorClassifier.outcome(result, body);
            } finally {
                limiter.leave(permit, outcome, retryAfter);
                if (result == null) {
                    outages.notSent();
                } else {
                    outages.sent(outcome, call.call() + ": " + described(result));
                }
            }
            LOG.debug("{} {}: {}", call.method(), call.path(), outcome);
            RetryDecision decision = RetryDecision.of(call.repeat(), outcome);
            if (decision == RetryDecision.TAKE) {
                Transport.Answered answer = (Transport.Answered) result;
                return new ApiAnswer(
                        answer.status(),
                        answer.headers(),
                        answer.body(),
                        answer.headers().get("X-OVH-QUERYID"),
                        tally.calls());
            }
            last = result instanceof Transport.Answered answer
                    ? classifier.refusal(call, answer, body)
                    : ErrorClassifier.unanswered(call, result);
            switch (decision) {
                case AGAIN_AT_PACE -> {}
                case AGAIN_MENDED -> {
                    if (mended || !authorizer.mend(call, outcome, body, headers, tally)) {
                        throw last;
                    }
                    mended = true;
                }
                case AGAIN -> {
                    if (outages.current().isPresent()) {
                        throw last;
                    }
                    pause(attempt, retryAfter, deadline, last);
                    attempt++;
                }
                default -> throw last;
            }
        }
    }

    private static String described(Transport.Result result) {
        if (result instanceof Transport.Answered answer) {
            return "HTTP " + answer.status();
        }
        return result instanceof Transport.NeverLeft never ? never.why() : ((Transport.Lost) result).why();
    }

    /** The right to send now, of the host and of the limiter. */
    private Limiter.Permit permit(ApiCall call, long deadline, OutageDetector outages, OvhApiException last) {
        if (!outages.allows()) {
            throw last != null ? last : outages.notSent(call);
        }
        boolean permitted = false;
        try {
            Limiter.Permit permit = permit(call, deadline, last);
            permitted = true;
            return permit;
        } finally {
            if (!permitted) {
                outages.notSent();
            }
        }
    }

    private Limiter.Permit permit(ApiCall call, long deadline, OvhApiException last) {
        Limiter.Permit permit;
        try {
            permit = limiter.enter(deadline);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw last != null
                    ? last
                    : new OvhUnreachableException(
                            new ErrorFacts(call.call(), 0, null, null, Map.of(), null),
                            call.call() + " was not sent, because its thread was interrupted; nothing was done",
                            e);
        }
        if (permit != Limiter.Permit.NONE) {
            return permit;
        }
        throw last != null
                ? last
                : new OvhRateLimitException(
                        new ErrorFacts(call.call(), 0, null, null, Map.of(), null),
                        call.call() + " was not sent: the limiter had no place for it within "
                                + settings.deadline().toSeconds()
                                + " s; nothing was done. Try again later, or make fewer calls at once",
                        null);
    }

    private Duration limit(long deadline) {
        long left = deadline - nanos.getAsLong();
        return left < settings.responseTimeout().toNanos()
                ? Duration.ofNanos(Math.max(left, 1_000_000))
                : settings.responseTimeout();
    }

    private void pause(int attempt, Duration retryAfter, long deadline, OvhApiException last) {
        if (attempt >= settings.maxAttempts()) {
            throw last;
        }
        Duration wait = backoff.after(attempt);
        if (retryAfter != null && retryAfter.compareTo(wait) > 0) {
            wait = retryAfter;
        }
        if (wait.toNanos() > deadline - nanos.getAsLong()) {
            throw last;
        }
        try {
            sleeper.sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw last;
        }
    }
}
