// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelovh.domain.sandbox.server.Routes;
import io.github.camelovh.domain.sandbox.server.SandboxAnswer;
import io.github.camelovh.domain.sandbox.server.SandboxRequest;
import io.github.camelovh.domain.sandbox.server.SandboxWorld;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The two routes to the tasks of zones: {@code /me/task/dns} and {@code /domain/zone/{zoneName}/task}. */
final class ZoneTaskRoutes {

    private static final String ALL = "/me/task/dns";
    private static final String OF_ZONE = "/domain/zone/{zoneName}/task";

    private final SandboxWorld world;
    private final Account account;
    private final TaskStore tasks;
    private final Zones zones;

    ZoneTaskRoutes(SandboxWorld world, Account account, TaskStore tasks, Zones zones) {
        this.world = world;
        this.account = account;
        this.tasks = tasks;
        this.zones = zones;
    }

    void register(Routes routes) {
        routes.on("GET", ALL, request -> list(request, request.query("zone").orElse(null)));
        routes.on("GET", ALL + "/{id}", request -> {
            TaskState task = task(request);
            ObjectNode json = json(task);
            json.put("zone", task.domain);
            return SandboxAnswer.ok(json);
        });
        actions(routes, ALL, this::task);
        routes.on("GET", OF_ZONE, request -> list(request, zones.get(request).name));
        routes.on("GET", OF_ZONE + "/{id}", request -> SandboxAnswer.ok(json(taskOfZone(request))));
        actions(routes, OF_ZONE, this::taskOfZone);
    }

    private void actions(Routes routes, String door, Function<SandboxRequest, TaskState> find) {
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

    static ObjectNode json(TaskState task) {
        ObjectNode json = task.json();
        json.remove(List.of("domain", "type"));
        return json;
    }

    private SandboxAnswer list(SandboxRequest request, String zone) {
        List<Long> ids = account.zoneTasks.values().stream()
                .filter(task -> zone == null || task.domain.equals(zone))
                .filter(task ->
                        request.query("function").map(task.function::equals).orElse(true))
                .filter(task ->
                        request.query("status").map(task.status.name()::equals).orElse(true))
                .map(task -> task.id)
                .toList();
        return SandboxAnswer.ok(Json.list(world.unordered(ids)));
    }

    private TaskState task(SandboxRequest request) {
        long id = request.id("id");
        TaskState task = account.zoneTasks.get(id);
        if (task == null) {
            throw Refuse.noSuchObject(id);
        }
        return task;
    }

    private TaskState taskOfZone(SandboxRequest request) {
        SandboxZone zone = zones.get(request);
        TaskState task = task(request);
        if (!task.domain.equals(zone.name)) {
            throw Refuse.noSuchObject(task.id);
        }
        return task;
    }
}
