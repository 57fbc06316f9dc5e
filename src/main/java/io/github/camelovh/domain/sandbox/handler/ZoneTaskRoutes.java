// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelovh.domain.sandbox.server.Routes;
import io.github.camelovh.domain.sandbox.server.SandboxAnswer;
import io.github.camelovh.domain.sandbox.server.SandboxRequest;
import io.github.camelovh.domain.sandbox.server.SandboxWorld;
import java.util.List;

/** The two routes to the tasks of zones: {@code /me/task/dns} and {@code /domain/zone/{zoneName}/task}. */
final class ZoneTaskRoutes {

    private static final String ALL = "/me/task/dns";
    private static final String OF_ZONE = "/domain/zone/{zoneName}/task";

    private final TaskAccess access;
    private final Zones zones;

    ZoneTaskRoutes(SandboxWorld world, Account account, TaskStore tasks, Zones zones) {
        this.access = new TaskAccess(world, tasks, () -> account.zoneTasks);
        this.zones = zones;
    }

    void register(Routes routes) {
        routes.on(
                "GET",
                ALL,
                request -> access.list(request, request.query("zone").orElse(null)));
        routes.on("GET", ALL + "/{id}", request -> {
            TaskState task = access.task(request);
            ObjectNode json = json(task);
            json.put("zone", task.domain);
            return SandboxAnswer.ok(json);
        });
        access.actions(routes, ALL, access::task);
        routes.on("GET", OF_ZONE, request -> access.list(request, zones.get(request).name));
        routes.on("GET", OF_ZONE + "/{id}", request -> SandboxAnswer.ok(json(taskOfZone(request))));
        access.actions(routes, OF_ZONE, this::taskOfZone);
    }

    static ObjectNode json(TaskState task) {
        ObjectNode json = task.json();
        json.remove(List.of("domain", "type"));
        return json;
    }

    private TaskState taskOfZone(SandboxRequest request) {
        return access.taskOf(zones.get(request).name, request);
    }
}
