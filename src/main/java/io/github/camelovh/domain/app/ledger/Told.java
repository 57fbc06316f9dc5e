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
package io.github.camelovh.domain.app.ledger;

import java.util.EnumSet;
import java.util.Set;

/** Which moves are told to people and other programs. */
final class Told {
    /** What a worker does by itself, and what planning and approving do to thousands of rows at a time, are not news. */
    private static final Set<RequestEvent> QUIET = EnumSet.of(
            RequestEvent.PLAN,
            RequestEvent.APPROVE,
            RequestEvent.START,
            RequestEvent.CHANGE,
            RequestEvent.PUT_BACK,
            RequestEvent.PUT_OFF);
    /** Rows that end while they are planned stand in the plan, which somebody reads. */
    private static final Set<RequestState> BEFORE_APPROVAL = EnumSet.of(RequestState.RECEIVED, RequestState.PLANNED);

    private Told() {}

    static boolean isTold(Transition way) {
        return !QUIET.contains(way.event()) && !BEFORE_APPROVAL.contains(way.from());
    }
}
