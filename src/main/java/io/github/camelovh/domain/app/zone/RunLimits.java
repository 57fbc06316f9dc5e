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
package io.github.camelovh.domain.app.zone;

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
