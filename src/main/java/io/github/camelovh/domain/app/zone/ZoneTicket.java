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

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.dns.GuardBreach;
import io.github.camelovh.domain.dns.ZonePlan;
import io.github.camelovh.domain.dns.ZoneWish;
import java.util.List;

/**
 * A zone file on its way.
 *
 * @param file its name, as it was dropped
 * @param wish what it wishes
 * @param plan what that takes
 * @param breaches the guards that the plan would break
 * @param state where it stands
 * @param written how many changes were made
 * @param refreshed whether the name servers were told
 * @param sentence what happened, what did not, and what to do next
 */
public record ZoneTicket(
        String file,
        ZoneWish wish,
        ZonePlan plan,
        List<GuardBreach> breaches,
        ZoneState state,
        int written,
        boolean refreshed,
        String sentence) {
    public ZoneTicket {
        breaches = List.copyOf(breaches);
    }

    /** The zone. */
    public DomainName zone() {
        return wish.zone();
    }

    /** Whether it may be applied now. */
    public boolean isReady() {
        return state == ZoneState.READY;
    }

    ZoneTicket as(ZoneState now, String why) {
        return new ZoneTicket(file, wish, plan, breaches, now, written, refreshed, why);
    }

    ZoneTicket after(int changes, boolean served, ZoneState now, String why) {
        return new ZoneTicket(file, wish, plan, breaches, now, changes, served, why);
    }
}
