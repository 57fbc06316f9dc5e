// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.action;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.app.row.RowCommand;
import io.github.camelovh.domain.change.ChangeRun;
import io.github.camelovh.domain.change.ExecutionResult;
import io.github.camelovh.domain.change.PlanOutcome;
import io.github.camelovh.domain.change.StepJournal;
import io.github.camelovh.domain.operation.WrongUsageException;
import io.github.camelovh.domain.order.Budget;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * An action whose work is done by routes: {@code direct:plan-NAME} tells what would change, {@code direct:do-NAME} makes the
 * change, and {@code direct:check-NAME}, where there is one, looks at what waits. Each gets the request of a row as its body; the
 * latter two also {@code run}, the {@link ChangeRun} that the row is carried out under. {@link RouteAnswers} reads what they
 * answer. Thread-safe.
 */
public final class RouteAction implements Action {
    private final String name;
    private final List<String> actions;
    private final boolean oneForAllRows;
    private final Function<List<RowCommand>, Map<String, Object>> request;
    private final RouteCaller routes;

    private RouteAction(
            String name,
            List<String> actions,
            boolean oneForAllRows,
            Function<List<RowCommand>, Map<String, Object>> request,
            RouteCaller routes) {
        this.name = name;
        this.actions = List.copyOf(actions);
        this.oneForAllRows = oneForAllRows;
        this.request = request;
        this.routes = routes;
    }

    /**
     * Rows that are each a change by themselves.
     *
     * @param action the action of the rows, and the name of its routes
     * @param request what the routes get of a row: texts, numbers, lists and maps by name; null values are left out
     */
    public static RouteAction ofEachRow(
            String action, Function<RowCommand, Map<String, Object>> request, RouteCaller routes) {
        return new RouteAction(action, List.of(action), false, rows -> request.apply(rows.get(0)), routes);
    }

    /**
     * Rows that are one change for all of a name. Their run has the approvals of all of them, and notes a step in each.
     *
     * @param name of the routes
     * @param actions the actions of the rows
     * @param request what the routes get of all rows
     */
    public static RouteAction ofAllRows(
            String name,
            List<String> actions,
            Function<List<RowCommand>, Map<String, Object>> request,
            RouteCaller routes) {
        return new RouteAction(name, actions, true, request, routes);
    }

    @Override
    public List<String> actions() {
        return actions;
    }

    @Override
    public boolean isOneForAllRows() {
        return oneForAllRows;
    }

    @Override
    public List<PlanOutcome> look(DomainName domain, List<ActionRow> rows) {
        List<PlanOutcome> all = new ArrayList<>();
        for (List<ActionRow> change : changes(rows)) {
            all.addAll(plans(change));
        }
        return all;
    }

    /** What an operation cannot understand of a row speaks against that row only. */
    private List<PlanOutcome> plans(List<ActionRow> change) {
        try {
            Object answer = routes.request(plan(), request(change));
            return new RouteAnswers(plan()).plans(answer, change.size());
        } catch (WrongUsageException e) {
            return Collections.nCopies(
                    change.size(), new PlanOutcome.Refused(e.getMessage(), "correct the row, then drop it again"));
        }
    }

    private String plan() {
        return "plan-" + name;
    }

    /** The rows, by what is asked for at once. */
    private List<List<ActionRow>> changes(List<ActionRow> rows) {
        return oneForAllRows ? List.of(rows) : rows.stream().map(List::of).toList();
    }

    private RowRequest request(List<ActionRow> change) {
        return new RowRequest(
                request.apply(change.stream().map(ActionRow::command).toList()));
    }

    @Override
    public List<ExecutionResult> act(DomainName domain, List<ActionRow> rows) {
        String route = "do-" + name;
        List<ExecutionResult> all = new ArrayList<>();
        for (List<ActionRow> change : changes(rows)) {
            all.addAll(new RouteAnswers(route).results(send(route, change), change.size()));
        }
        return all;
    }

    private Object send(String route, List<ActionRow> change) {
        return routes.request(route, request(change).with("run", run(change)));
    }

    @Override
    public Optional<List<ExecutionResult>> check(DomainName domain, List<ActionRow> rows) {
        String route = "check-" + name;
        if (!routes.has(route)) {
            return Optional.empty();
        }
        List<ExecutionResult> all = new ArrayList<>();
        for (List<ActionRow> change : changes(rows)) {
            Object answer = send(route, change);
            if (answer == null) {
                return Optional.empty();
            }
            all.addAll(new RouteAnswers(route).results(answer, change.size()));
        }
        return Optional.of(all);
    }

    private static ChangeRun run(List<ActionRow> rows) {
        if (rows.size() == 1) {
            return rows.get(0).run();
        }
        List<String> approved =
                rows.stream().flatMap(row -> row.approved().stream()).distinct().toList();
        String step = rows.stream()
                .map(ActionRow::step)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        Budget budget = rows.stream()
                .map(ActionRow::budget)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return new ChangeRun(approved, step, new Steps(rows), budget);
    }

    /** A step is noted in each row. They were claimed together and are taken over together, so that one tells whose they are. */
    private record Steps(List<ActionRow> rows) implements StepJournal {
        @Override
        public void note(String step) {
            rows.forEach(row -> row.begin(step));
        }

        @Override
        public void renew() {
            rows.get(0).run().renew();
        }
    }
}
