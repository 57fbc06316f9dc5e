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

/** A plan was not begun, since a guard stops it or the zone is not the one that it was made for. Nothing was written. */
public final class ZoneRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ZonePlan plan;
    private final transient List<GuardBreach> breaches;

    ZoneRefusedException(ZonePlan plan, List<GuardBreach> breaches, String message) {
        super(message);
        this.plan = plan;
        this.breaches = List.copyOf(breaches);
    }

    /** The plan as it stands now. */
    public ZonePlan plan() {
        return plan;
    }

    /** The guards that stop it; empty when it is another plan than the approved one. */
    public List<GuardBreach> breaches() {
        return breaches;
    }
}
