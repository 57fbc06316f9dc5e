// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import io.github.camelovh.domain.sandbox.server.Routes;
import io.github.camelovh.domain.sandbox.server.SandboxAnswer;
import io.github.camelovh.domain.sandbox.server.SandboxRequest;
import io.github.camelovh.domain.sandbox.server.SandboxWorld;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The two routes to tasks: {@code /me/task/domain} for all names, {@code /domain/{serviceName}/task} for one name. */
final class TaskRoutes {

    private static final String ALL = "/me/task/domain";
    private static final String OF_NAME = "/domain/{serviceName}/task";

    private final SandboxWorld world;
    private final Account account;
    private final TaskStore tasks;
    private final Portfolio portfolio;
    private final TaskArguments arguments;

    TaskRoutes(SandboxWorld world, Account account, TaskStore tasks, Portfolio portfolio, TaskArguments arguments) {
        this.world = world;
        this.account = account;
        this.tasks = tasks;
        this.portfolio = portfolio;
        this.arguments = arguments;
    }

    void register(Routes routes) {
        routes.on("GET", ALL, request -> list(request, request.query("domain").orElse(null)));
        routes.on(
                "GET",
                ALL + "/{id}/argument",
                request -> SandboxAnswer.ok(Json.list(task(request).arguments.keySet())));
        routes.on(
                "GET",
                ALL + "/{id}/argument/{key}",
                request -> SandboxAnswer.ok(argument(request).json()));
        routes.on("PUT", ALL + "/{id}/argument/{key}", this::setArgument);
        routes.on(
                "GET",
                ALL + "/{id}/progressbar",
                request -> SandboxAnswer.ok(
                        ProgressBar.of(task(request), request.now().toEpochMilli())));
        actions(routes, ALL, this::task);
        routes.on("GET", OF_NAME, request -> list(request, portfolio.get(request.path("serviceName")).name));
        actions(routes, OF_NAME, this::taskOfName);
        routes.onTimer(TaskStore.TIMER, tasks::move);
    }

    private void actions(Routes routes, String door, Function<SandboxRequest, TaskState> find) {
        routes.on(
                "GET",
                door + "/{id}",
                request -> SandboxAnswer.ok(find.apply(request).json()));
        action(routes, door + "/{id}/accelerate", find, TaskStore::accelerate);
        action(routes, door + "/{id}/cancel", find, TaskStore::cancel);
        action(routes, door + "/{id}/relaunch", find, TaskStore::relaunch);
    }

    private void action(
            Routes routes,
            String path,
            Function<SandboxRequest, TaskState> find,
            BiConsumer<TaskStore, TaskState> action) {
        routes.on("POST", path, request -> {
            action.accept(tasks, find.apply(request));
            return SandboxAnswer.nothing();
        });
    }

    private SandboxAnswer list(SandboxRequest request, String domain) {
        List<Long> ids = account.tasks.values().stream()
                .filter(task -> domain == null || task.domain.equals(domain))
                .filter(task ->
                        request.query("function").map(task.function::equals).orElse(true))
                .filter(task ->
                        request.query("status").map(task.status.name()::equals).orElse(true))
                .filter(task -> request.query("type").map("domain"::equals).orElse(true))
                .map(task -> task.id)
                .toList();
        return SandboxAnswer.ok(Json.list(world.unordered(ids)));
    }

    private TaskState task(SandboxRequest request) {
        long id = request.id("id");
        TaskState task = account.tasks.get(id);
        if (task == null) {
            throw Refuse.noSuchObject(id);
        }
        return task;
    }

    private TaskState taskOfName(SandboxRequest request) {
        NameState name = portfolio.get(request.path("serviceName"));
        TaskState task = task(request);
        if (!task.domain.equals(name.name)) {
            throw Refuse.noSuchObject(task.id);
        }
        return task;
    }

    private TaskState.Argument argument(SandboxRequest request) {
        String key = request.path("key");
        TaskState.Argument argument = task(request).arguments.get(key);
        if (argument == null) {
            throw Refuse.noSuchObject(key);
        }
        return argument;
    }

    private SandboxAnswer setArgument(SandboxRequest request) {
        TaskState task = task(request);
        TaskState.Argument argument = argument(request);
        if (task.status == TaskState.Status.done || task.status == TaskState.Status.cancelled) {
            throw Refuse.conflict("The task " + task.id + " is over: " + task.status);
        }
        arguments.set(argument, request.text("value").orElse(null));
        task.updated = request.now().toEpochMilli();
        return SandboxAnswer.nothing();
    }
}
