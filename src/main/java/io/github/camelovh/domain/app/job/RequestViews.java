// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import io.github.camelovh.domain.app.ledger.PlanFigures;
import io.github.camelovh.domain.app.ledger.Request;
import io.github.camelovh.domain.app.result.PlanRow;
import io.github.camelovh.domain.app.result.PlanVerdict;
import io.github.camelovh.domain.app.result.ResultRow;
import io.github.camelovh.domain.app.result.ResultState;
import java.util.List;

/** Requests of the ledger as rows of plans and results. */
final class RequestViews {

    private RequestViews() {}

    /** @param cells as they were dropped */
    static PlanRow plan(Request request, List<String> cells) {
        PlanVerdict verdict = verdict(request);
        PlanFigures figures = request.plan();
        if (verdict == PlanVerdict.CHANGE && figures != null) {
            return PlanRow.without(
                    request.line(), request.action(), request.domain(), cells, verdict, figures.terms(), null);
        }
        if (verdict != PlanVerdict.BUY || figures == null) {
            return PlanRow.without(
                    request.line(),
                    request.action(),
                    request.domain(),
                    cells,
                    verdict,
                    request.outcome(),
                    request.whatToDo());
        }
        return PlanRow.buy(
                request.line(),
                request.action(),
                request.domain(),
                cells,
                figures.duration(),
                figures.withoutTax(),
                figures.withTax(),
                figures.pricingMode(),
                request.byCart() ? null : figures.terms());
    }

    private static PlanVerdict verdict(Request request) {
        return switch (request.state()) {
            case RECEIVED, PLANNED, APPROVED, EXECUTING, AWAITING, UNFINISHED ->
                request.buys() ? PlanVerdict.BUY : PlanVerdict.CHANGE;
            case DONE -> PlanVerdict.NOTHING_TO_DO;
            case REFUSED -> PlanVerdict.REFUSED;
            case FAILED -> PlanVerdict.FAILED;
            case CANCELLED -> PlanVerdict.CANCELLED;
        };
    }

    /** @param cells as they were dropped */
    static ResultRow result(Request request, List<String> cells) {
        return new ResultRow(
                request.line(),
                request.action(),
                request.domain(),
                cells,
                ending(request),
                request.orderId(),
                request.finalPrice(),
                request.outcome(),
                request.whatToDo());
    }

    private static ResultState ending(Request request) {
        return switch (request.state()) {
            case DONE -> ResultState.DONE;
            case REFUSED -> ResultState.REFUSED;
            case FAILED -> ResultState.FAILED;
            case UNFINISHED -> ResultState.UNFINISHED;
            case CANCELLED -> ResultState.CANCELLED;
            case RECEIVED, PLANNED, APPROVED, EXECUTING, AWAITING ->
                throw new IllegalStateException("Line " + request.line() + " (" + request.domain() + ") is "
                        + request.state() + " and has no result yet");
        };
    }
}
