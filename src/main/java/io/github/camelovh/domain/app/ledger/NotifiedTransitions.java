// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import java.util.EnumSet;
import java.util.Set;

/** Which moves are told to people and other programs. */
final class NotifiedTransitions {
    /** What a worker does by itself, and what planning and approving do to thousands of rows at a time, are not news. */
    private static final Set<RequestEvent> QUIET = EnumSet.of(
            RequestEvent.PLAN,
            RequestEvent.APPROVE,
            RequestEvent.START,
            RequestEvent.PUT_BACK,
            RequestEvent.PUT_OFF,
            RequestEvent.PLAN_AGAIN);
    /** Rows that end while they are planned stand in the plan, which somebody reads. */
    private static final Set<RequestState> BEFORE_APPROVAL = EnumSet.of(RequestState.RECEIVED, RequestState.PLANNED);

    private NotifiedTransitions() {}

    static boolean isTold(Transition way) {
        return !QUIET.contains(way.event()) && !BEFORE_APPROVAL.contains(way.from());
    }
}
