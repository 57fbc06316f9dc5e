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
package io.github.camelovh.domain.dns;

import java.util.List;

/**
 * What {@link ZonePlanner} decided.
 *
 * @param plan all writes, also those that a guard stops
 * @param breaches every guard that the plan would break; only a plan without any may be applied
 */
public record PlannedZone(ZonePlan plan, List<GuardBreach> breaches) {

    public PlannedZone {
        breaches = List.copyOf(breaches);
    }

    /** The same, with one import in place of the single writes. */
    PlannedZone byImport(int above) {
        return new PlannedZone(plan.byImport(above), breaches);
    }

    /** Whether no guard stops the plan. */
    public boolean allowed() {
        return breaches.isEmpty();
    }
}
