// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ten thousand reads in virtual time against servers with different ways to count. */
class PaceTest {
    private static final long SECOND = Pace.SECOND;

    /** A server's limit: returns 0 when it accepts a call, else the nanoseconds after which it would accept one. */
    private interface Server {
        long refusedFor(long now);
    }

    private static final class SlidingWindow implements Server {
        private final int limit;
        private final Deque<Long> taken = new ArrayDeque<>();

        SlidingWindow(int limit) {
            this.limit = limit;
        }

        @Override
        public long refusedFor(long now) {
            while (!taken.isEmpty() && taken.peekFirst() <= now - 60 * SECOND) {
                taken.removeFirst();
            }
            if (taken.size() >= limit) {
                return taken.peekFirst() + 60 * SECOND - now;
            }
            taken.addLast(now);
            return 0;
        }
    }

    private static final class FixedWindow implements Server {
        private final int limit;
        private final long phase;
        private long window = -1;
        private int used;

        FixedWindow(int limit, long phase) {
            this.limit = limit;
            this.phase = phase;
        }

        @Override
        public long refusedFor(long now) {
            long current = (now + phase) / (60 * SECOND);
            if (current != window) {
                window = current;
                used = 0;
            }
            if (used >= limit) {
                return (current + 1) * 60 * SECOND - phase - now;
            }
            used++;
            return 0;
        }
    }

    private static final class Bucket implements Server {
        private final double perSecond;
        private final double size;
        private double tokens;
        private long at;

        Bucket(int perMinute, double size) {
            this.perSecond = perMinute / 60.0;
            this.size = size;
            this.tokens = size;
        }

        @Override
        public long refusedFor(long now) {
            tokens = Math.min(size, tokens + (now - at) * perSecond / SECOND);
            at = now;
            if (tokens < 1) {
                return (long) Math.ceil((1 - tokens) / perSecond * SECOND);
            }
            tokens--;
            return 0;
        }
    }

    private record Run(long lastRefusal, int refusals, long end) {}

    private record Event(long at, int worker, int step, long retryAfter) {}

    /** Eight workers, answers after a tenth of a second; told: null = no Retry-After, else how it is computed. */
    private static Run simulate(Server server, double ceiling, int calls, String told) {
        Pace pace = new Pace(ceiling, 1, 0);
        PriorityQueue<Event> events = new PriorityQueue<>((a, b) -> Long.compare(a.at(), b.at()));
        int[] state = new int[8]; // 0 = needs a permit, 1 = has a slot, 2 = sent, 3 = sent as probe
        for (int w = 0; w < state.length; w++) {
            events.add(new Event(w, w, 0, 0));
        }
        int accepted = 0;
        int refusals = 0;
        long lastRefusal = 0;
        while (true) {
            Event event = events.poll();
            long now = event.at();
            int w = event.worker();
            if (state[w] >= 2) {
                boolean probe = state[w] == 3;
                if (event.step() == 1) {
                    pace.refused(now, event.retryAfter(), probe);
                } else {
                    pace.accepted(now, probe);
                    if (++accepted == calls) {
                        return new Run(lastRefusal, refusals, now);
                    }
                }
                state[w] = 0;
            }
            long wait;
            boolean probe = pace.refusing();
            if (probe) {
                wait = pace.probe(now);
                state[w] = 0;
            } else {
                wait = state[w] == 1 ? 0 : pace.reserve(now);
                state[w] = 1;
            }
            if (wait > 0) {
                events.add(new Event(now + wait, w, 0, 0));
                continue;
            }
            long blocked = server.refusedFor(now + SECOND / 20);
            state[w] = probe ? 3 : 2;
            if (blocked > 0) {
                refusals++;
                lastRefusal = now;
            }
            events.add(new Event(now + SECOND / 10, w, blocked > 0 ? 1 : 0, blocked > 0 ? header(told, blocked) : 0));
        }
    }

    private static long header(String told, long blocked) {
        return switch (told) {
            case "none" -> 0;
            case "exact" -> (blocked + SECOND - 1) / SECOND * SECOND;
            default -> Long.parseLong(told) * SECOND;
        };
    }

    @ParameterizedTest(name = "{0} {1}/min, ceiling {2}/s, Retry-After {3}")
    @CsvSource({
        "sliding, 600, 20, none",
        "sliding, 600, 20, exact",
        "sliding, 600, 20, 60",
        "sliding, 600, 20, 1",
        "sliding, 600, 100, none",
        "sliding, 600, 100, exact",
        "sliding, 1200, 50, none",
        "sliding, 300, 20, none",
        "sliding, 300, 20, exact",
        "sliding, 60, 20, none",
        "sliding, 60, 20, exact",
        "fixed, 600, 20, none",
        "fixed, 600, 20, exact",
        "fixed, 600, 100, none",
        "fixed, 600, 100, exact",
        "fixed40, 600, 20, none",
        "fixed40, 600, 20, exact",
        "fixed55, 600, 100, none",
        "fixed55, 600, 100, exact",
        "bucket10, 600, 20, none",
        "bucket10, 600, 20, exact",
        "bucket100, 600, 20, none",
        "bucket100, 600, 20, exact",
        "bucket100, 600, 100, none"
    })
    void usesNearlyAllOfALimitAndIsNotRefusedAfterTheFirstMinute(
            String kind, int perMinute, double ceiling, String told) {
        int calls = 10_000;
        Server server = server(kind, perMinute);
        Run run = simulate(server, ceiling, calls, told);
        double seconds = run.end() / (double) SECOND;
        double used = calls / (perMinute / 60.0 * seconds);
        String shown = "used %.3f, %d refusals, the last at %.1f s, %.0f s in all"
                .formatted(used, run.refusals(), run.lastRefusal() / (double) SECOND, seconds);
        assertThat(used).as(shown).isGreaterThanOrEqualTo(0.95);
        // If the server's minute began before ours, its end appears only then, at worst in the next window.
        long learntBy = kind.startsWith("fixed4") || kind.startsWith("fixed5") ? 125 : 61;
        assertThat(run.lastRefusal()).as(shown).isLessThanOrEqualTo(learntBy * SECOND);
    }

    private static Server server(String kind, int perMinute) {
        return switch (kind) {
            case "sliding" -> new SlidingWindow(perMinute);
            case "fixed" -> new FixedWindow(perMinute, 0);
            case "fixed40" -> new FixedWindow(perMinute, 40 * SECOND);
            case "fixed55" -> new FixedWindow(perMinute, 55 * SECOND);
            case "bucket10" -> new Bucket(perMinute, 10);
            case "bucket100" -> new Bucket(perMinute, 100);
            default -> throw new IllegalArgumentException(kind);
        };
    }

    @Test
    void aSingleStrayRefusalCostsLittleAndIsForgotten() {
        int[] nth = new int[1];
        Run run = simulate(now -> ++nth[0] == 500 ? 1 : 0, 20, 10_000, "none");
        assertThat(run.refusals()).isOne();
        assertThat(run.end()).isLessThan((long) (1.1 * 500 * SECOND));
    }

    @Test
    void brakesOnTimeOutsAndRecovers() {
        Pace pace = new Pace(20, 1, 0);
        pace.unanswered(SECOND, false);
        assertThat(pace.rate()).isEqualTo(14);
        pace.unanswered(SECOND + 1, false); // calls that were in flight together count once
        assertThat(pace.rate()).isEqualTo(14);
        for (long s = 2; s < 20; s++) {
            pace.reserve(s * SECOND);
        }
        assertThat(pace.rate()).isEqualTo(20);
    }

    @Test
    void letsASingleProbeThroughWhileRefused() {
        Pace pace = new Pace(20, 1, 0);
        pace.refused(SECOND, 10 * SECOND, false);
        assertThat(pace.probe(2 * SECOND)).isPositive();
        assertThat(pace.probe(11 * SECOND)).isZero();
        assertThat(pace.probe(11 * SECOND)).isPositive();
        pace.unsent(12 * SECOND, true); // the probe failed: another one may be sent
        assertThat(pace.refusing()).isTrue();
        assertThat(pace.probe(13 * SECOND)).isZero();
    }

    @Property
    void noSecondHasMorePermitsThanRateAndBurst(
            @ForAll @DoubleRange(min = 0.5, max = 200) double rate,
            @ForAll @IntRange(min = 1, max = 20) int burst,
            @ForAll @Size(min = 1, max = 400) List<@IntRange(min = 0, max = 500) Integer> gapsInMillis) {
        Pace pace = new Pace(rate, burst, 0);
        List<Long> permits = new ArrayList<>();
        long now = 0;
        for (int gap : gapsInMillis) {
            now += gap * 1_000_000L;
            permits.add(now + pace.reserve(now));
        }
        for (int first = 0; first < permits.size(); first++) {
            long end = permits.get(first) + SECOND;
            int count = 0;
            for (int i = first; i < permits.size() && permits.get(i) < end; i++) {
                count++;
            }
            assertThat(count).isLessThanOrEqualTo((int) Math.ceil(rate + burst));
        }
    }
}
