// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import io.github.camelovh.domain.sandbox.server.Routes;
import io.github.camelovh.domain.sandbox.server.SandboxAnswer;
import io.github.camelovh.domain.sandbox.server.SandboxRequest;
import io.github.camelovh.domain.sandbox.server.SandboxWorld;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** How tasks of names and tasks of zones are listed, found and acted on alike. */
final class TaskAccess {
    private final SandboxWorld world;
    private final TaskStore store;
    private final Supplier<Map<Long, TaskState>> tasks;

    TaskAccess(SandboxWorld world, TaskStore store, Supplier<Map<Long, TaskState>> tasks) {
        this.world = world;
        this.store = store;
        this.tasks = tasks;
    }

    void actions(Routes routes, String door, Function<SandboxRequest, TaskState> find) {
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
            action.accept(store, find.apply(request));
            return SandboxAnswer.nothing();
        });
    }

    /**
     * The ids of the tasks that a request asks for.
     *
     * @param subject the name or zone; null for all
     */
    SandboxAnswer list(SandboxRequest request, String subject) {
        List<Long> ids = tasks.get().values().stream()
                .filter(task -> subject == null || task.domain.equals(subject))
                .filter(task ->
                        request.query("function").map(task.function::equals).orElse(true))
                .filter(task ->
                        request.query("status").map(task.status.name()::equals).orElse(true))
                .filter(task -> request.query("type").map("domain"::equals).orElse(true))
                .map(task -> task.id)
                .toList();
        return SandboxAnswer.ok(Json.list(world.unordered(ids)));
    }

    TaskState task(SandboxRequest request) {
        long id = request.id("id");
        TaskState task = tasks.get().get(id);
        if (task == null) {
            throw Refuse.noSuchObject(id);
        }
        return task;
    }

    TaskState taskOf(String subject, SandboxRequest request) {
        TaskState task = task(request);
        if (!task.domain.equals(subject)) {
            throw Refuse.noSuchObject(task.id);
        }
        return task;
    }
}
