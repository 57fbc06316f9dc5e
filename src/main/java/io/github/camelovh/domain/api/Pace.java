// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

/**
 * Computes how fast to call. It has state, but no clock: the caller passes nanoseconds. Not thread-safe: the {@link
 * Limiter} guards it.
 *
 * <p>It starts at the configured maximum. When the server refuses a call because of too many calls (429), an episode
 * begins: only single probes are sent, until one is accepted. The number of calls accepted since the evidence began,
 * divided by the time since then including the blocked time, is the measured limit of the server; the pace stays two
 * per cent below it. Evidence of less than 20 s is extended over the next episodes. A certain limit (long refusals, or
 * several of them) is not tested again for hours; a limit that looks like a single refusal is tested after some
 * seconds. Time-outs slow the pace for a short time.
 */
final class Pace {
    static final long SECOND = 1_000_000_000L;

    private static final long MINUTE = 60 * SECOND;
    private static final double MARGIN = 0.98;
    private static final double FLOOR = 0.02; // calls per second; one in 50 s
    private static final int LITTLE_EVIDENCE = 5;
    private static final long ENOUGH = 20 * SECOND;
    private static final long SURE_HOLD = 4 * 60 * MINUTE;

    private final double ceiling;
    private final double burst;
    private final RecentCounts counts;

    private double learnt;
    private double brake = 1;
    private long brakedAt;
    private long nextSlot;
    private long lastReserved;

    private long since; // the evidence begins here: at the start, the end of the last episode, or of an idle minute
    private long accepted;
    private int episodes;
    private long episodeEnded;
    private double base; // the pace that the last evidence allows; it is raised from there
    private long hold;
    private long drainedBy;
    private long raiseAt;
    private double step = 1.01;

    private boolean refusing;
    private boolean probing;
    private boolean told;
    private long firstRefusal;
    private long lastRefusal;
    private long probeAt;

    Pace(double callsPerSecond, double burst, long now) {
        if (!(callsPerSecond > 0) || !(burst >= 1)) {
            throw new IllegalArgumentException("The calls per second must be above 0, but are " + callsPerSecond);
        }
        this.ceiling = callsPerSecond;
        this.burst = burst;
        this.learnt = callsPerSecond;
        this.counts = new RecentCounts(now);
        this.nextSlot = now;
        this.lastReserved = now - 2 * MINUTE; // so that evidence begins with the first call
        this.base = callsPerSecond;
        this.drainedBy = now;
        this.episodeEnded = now - 10 * MINUTE;
        this.brakedAt = now;
    }

    /** The current calls per second. */
    double rate() {
        return Math.max(FLOOR, learnt * brake);
    }

    /** Whether the server is refusing calls because of too many calls, so that only probes are sent. */
    boolean refusing() {
        return refusing;
    }

    /**
     * Takes the next slot.
     *
     * @return nanoseconds until the slot; 0 = now
     */
    long reserve(long now) {
        if (now - lastReserved > MINUTE) {
            since = now; // after a minute without calls the earlier ones say nothing about a limit
            accepted = 0;
        }
        lastReserved = now;
        relax(now);
        double interval = SECOND / rate();
        long earliest = now - (long) ((burst - 1) * interval);
        long slot = nextSlot - earliest < 0 ? earliest : nextSlot;
        nextSlot = slot + (long) Math.ceil(interval);
        return Math.max(0, slot - now);
    }

    /**
     * Requests the single probe while the server refuses.
     *
     * @return 0 = this caller probes now; otherwise nanoseconds until it may ask again
     */
    long probe(long now) {
        if (!probing && now - probeAt >= 0) {
            probing = true;
            return 0;
        }
        return probing ? probeGap(now) : Math.max(1, Math.min(SECOND, probeAt - now));
    }

    /** The server accepted the call, whatever else it answered. */
    void accepted(long now, boolean probe) {
        if (probe && refusing) {
            endEpisode(now);
        }
        accepted++;
        counts.add(now);
    }

    /**
     * The server refused the call because of too many calls.
     *
     * @param retryAfter nanoseconds that it asks to wait; 0 = it did not say
     */
    void refused(long now, long retryAfter, boolean probe) {
        if (!refusing) {
            refusing = true;
            probing = false;
            firstRefusal = now;
            probeAt = now;
        }
        if (probe) {
            probing = false;
        }
        lastRefusal = now;
        told = retryAfter > 0;
        long next = now + (told ? retryAfter : probeGap(now));
        probeAt = next - probeAt > 0 ? next : probeAt;
    }

    /** No usable answer came in time: slows down a little, at most once a second. */
    void unanswered(long now, boolean probe) {
        if (probe) {
            probing = false;
            probeAt = now + probeGap(now);
        }
        if (now - brakedAt >= SECOND) {
            relax(now);
            brake = Math.max(0.1, brake * 0.7);
            brakedAt = now;
        }
    }

    /** The call was not sent: it says nothing about the pace. */
    void unsent(long now, boolean probe) {
        if (probe) {
            probing = false;
            probeAt = now + probeGap(now);
        }
    }

    private void relax(long now) {
        if (brake < 1 && now - brakedAt >= SECOND) {
            brake = Math.min(1, brake + 0.05 * (now - brakedAt) / SECOND);
            brakedAt = now;
        }
        if (learnt < ceiling && now - raiseAt >= 0) {
            learnt = Math.min(ceiling, learnt * step);
            raiseAt = now + (step > 1.01 ? 2 : 10) * SECOND;
        }
    }

    /**
     * Probes are frequent about a minute after the evidence began, because most limits are per minute and the end of
     * the refusal measures them. At other times, the longer the refusal lasts, the less frequent they are.
     */
    private long probeGap(long now) {
        long span = now - since;
        return Math.abs(span - MINUTE) < 3 * SECOND
                ? SECOND / 4
                : Math.max(SECOND / 4, Math.min(30 * SECOND, span / 80));
    }

    private void endEpisode(long now) {
        long blocked = now - firstRefusal;
        episodes = firstRefusal - episodeEnded > 5 * MINUTE ? 1 : episodes + 1;
        episodeEnded = now;
        refusing = false;
        probing = false;
        boolean raised = learnt > base * 1.001;
        if (hold >= SURE_HOLD && (raised || now - drainedBy < 0)) {
            drainedBy = now + 2 * MINUTE; // the server still counts what the raised pace sent
            learnt = base; // back to the rate that is known to be accepted, and for longer
            hold = Math.min(8 * SURE_HOLD, 2 * hold);
            raiseAt = now + hold;
            restartEvidence(now);
        } else {
            learn(now, blocked);
        }
        nextSlot = now + (long) (SECOND / rate());
        lastReserved = now;
    }

    private void learn(long now, long blocked) {
        long end = told ? now : lastRefusal + (now - lastRefusal) / 2;
        long span = Math.max(SECOND / 10, end - since);
        if (span < ENOUGH) {
            // Too short to know: continue near the limit, and let the next refusals extend the evidence.
            double measured = accepted < LITTLE_EVIDENCE ? 0.7 * learnt : accepted * (double) SECOND / span;
            learnt = Math.max(FLOOR, Math.min(learnt, Math.max(measured, learnt / 2)));
            hold = 2 * SECOND;
            step = 1.05;
            if (episodes == 1) {
                restartEvidence(now); // the initial content of a token bucket says nothing about its rate
            }
        } else {
            learnt = Math.max(FLOOR, Math.min(learnt, MARGIN * measure(end, now, span)));
            hold = episodes >= 3 || blocked > 10 * SECOND ? SURE_HOLD : Math.max(10 * SECOND, 60 * blocked);
            step = 1.01;
            restartEvidence(now);
        }
        base = learnt;
        raiseAt = now + hold;
    }

    private void restartEvidence(long now) {
        since = now;
        accepted = 0;
    }

    /** The server's limit in calls per second, as the evidence until the end of a refusal shows it. */
    private double measure(long end, long now, long span) {
        double overall = accepted * (double) SECOND / span;
        if (Math.abs(span - MINUTE) <= 2 * SECOND) {
            return accepted / 60.0; // a limit per minute, counted from our first call
        }
        if (span < MINUTE) {
            return overall;
        }
        // A limit per minute whose windows began before our evidence: the last minute measures it better.
        double lastMinute = counts.between(end - MINUTE, now) / 60.0;
        if (lastMinute >= 0.7 * overall) {
            return Math.min(overall, lastMinute);
        }
        // The server asks to wait longer than a minute after the first call: all accepted calls fitted in one minute.
        return told && firstRefusal - since < MINUTE ? accepted / 60.0 : overall;
    }
}
