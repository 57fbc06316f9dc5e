// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.zonefile;

import io.github.camelovh.domain.dns.GuardBreach;
import io.github.camelovh.domain.dns.GuardSettings;
import io.github.camelovh.domain.dns.Guards;
import io.github.camelovh.domain.dns.ZonePlan;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The limits over all zones: what one process changes within an hour counts as one run. Thread-safe. */
final class RunLimits {
    private static final Duration RUN = Duration.ofHours(1);

    private record Done(Instant at, ZonePlan plan) {}

    private final Clock clock;
    private final GuardSettings guards;
    private final Deque<Done> done = new ArrayDeque<>();

    RunLimits(Clock clock, GuardSettings guards) {
        this.clock = clock;
        this.guards = guards;
    }

    /** The guards of a run that this plan would break after those that were applied. */
    synchronized List<GuardBreach> breaches(ZonePlan next) {
        Instant begin = clock.instant().minus(RUN);
        done.removeIf(each -> each.at().isBefore(begin));
        List<ZonePlan> plans = new ArrayList<>(done.stream().map(Done::plan).toList());
        plans.add(next);
        return Guards.ofRun(plans, guards);
    }

    synchronized void add(ZonePlan plan) {
        done.add(new Done(clock.instant(), plan));
    }
}
