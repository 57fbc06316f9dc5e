// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import java.util.Objects;

/**
 * What planning found out about one request.
 *
 * @param requestId the request
 * @param state its state when it was read
 * @param version its version when it was read
 * @param event {@code PLAN} with figures; or {@code REFUSE}, {@code FINISH} (already owned), {@code FAIL}
 * @param figures the price; null unless the event is {@code PLAN}
 * @param why reason, for the audit trail and the result
 * @param whatToDo what the operator may do about it, null if nothing
 */
public record PlanResult(
        long requestId,
        RequestState state,
        int version,
        RequestEvent event,
        PlanFigures figures,
        String why,
        String whatToDo) {
    public PlanResult {
        Objects.requireNonNull(why);
        if ((event == RequestEvent.PLAN) != (figures != null)) {
            throw new IllegalArgumentException("Figures belong to PLAN and to nothing else, not to " + event);
        }
    }

    /** What it costs or changes is known. */
    public static PlanResult planned(Request request, PlanFigures figures, String why) {
        return new PlanResult(request.id(), request.state(), request.version(), RequestEvent.PLAN, figures, why, null);
    }

    /** The request ends here: {@code REFUSE}, {@code FINISH} or {@code FAIL}. */
    public static PlanResult ended(Request request, RequestEvent event, String why, String whatToDo) {
        return new PlanResult(request.id(), request.state(), request.version(), event, null, why, whatToDo);
    }
}
