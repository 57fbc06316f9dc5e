// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import io.github.camelovh.domain.sandbox.server.Routes;
import io.github.camelovh.domain.sandbox.server.SandboxAnswer;
import io.github.camelovh.domain.sandbox.server.SandboxRequest;
import io.github.camelovh.domain.sandbox.server.SandboxWorld;
import java.util.function.Function;

/** The two routes to tasks: {@code /me/task/domain} for all names, {@code /domain/{serviceName}/task} for one name. */
final class TaskRoutes {

    private static final String ALL = "/me/task/domain";
    private static final String OF_NAME = "/domain/{serviceName}/task";

    private final TaskAccess access;
    private final TaskStore tasks;
    private final Portfolio portfolio;
    private final TaskArguments arguments;

    TaskRoutes(SandboxWorld world, Account account, TaskStore tasks, Portfolio portfolio, TaskArguments arguments) {
        this.access = new TaskAccess(world, tasks, () -> account.tasks);
        this.tasks = tasks;
        this.portfolio = portfolio;
        this.arguments = arguments;
    }

    void register(Routes routes) {
        routes.on(
                "GET",
                ALL,
                request -> access.list(request, request.query("domain").orElse(null)));
        routes.on(
                "GET",
                ALL + "/{id}/argument",
                request -> SandboxAnswer.ok(
                        Json.list(access.task(request).arguments.keySet())));
        routes.on(
                "GET",
                ALL + "/{id}/argument/{key}",
                request -> SandboxAnswer.ok(argument(request).json()));
        routes.on("PUT", ALL + "/{id}/argument/{key}", this::setArgument);
        routes.on(
                "GET",
                ALL + "/{id}/progressbar",
                request -> SandboxAnswer.ok(
                        ProgressBar.of(access.task(request), request.now().toEpochMilli())));
        show(routes, ALL, access::task);
        access.actions(routes, ALL, access::task);
        routes.on("GET", OF_NAME, request -> access.list(request, portfolio.get(request.path("serviceName")).name));
        show(routes, OF_NAME, this::taskOfName);
        access.actions(routes, OF_NAME, this::taskOfName);
        routes.onTimer(TaskStore.TIMER, tasks::move);
    }

    private TaskState taskOfName(SandboxRequest request) {
        return access.taskOf(portfolio.get(request.path("serviceName")).name, request);
    }

    private static void show(Routes routes, String door, Function<SandboxRequest, TaskState> find) {
        routes.on(
                "GET",
                door + "/{id}",
                request -> SandboxAnswer.ok(find.apply(request).json()));
    }

    private TaskState.Argument argument(SandboxRequest request) {
        String key = request.path("key");
        TaskState.Argument argument = access.task(request).arguments.get(key);
        if (argument == null) {
            throw Refuse.noSuchObject(key);
        }
        return argument;
    }

    private SandboxAnswer setArgument(SandboxRequest request) {
        TaskState task = access.task(request);
        TaskState.Argument argument = argument(request);
        if (task.status == TaskState.Status.done || task.status == TaskState.Status.cancelled) {
            throw Refuse.conflict("The task " + task.id + " is over: " + task.status);
        }
        arguments.set(argument, request.text("value").orElse(null));
        task.updated = request.now().toEpochMilli();
        return SandboxAnswer.nothing();
    }
}
