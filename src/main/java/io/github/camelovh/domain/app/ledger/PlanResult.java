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
