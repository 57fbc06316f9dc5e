// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelovh.domain.sandbox.server.ControlHandler;
import io.github.camelovh.domain.sandbox.server.Routes;
import io.github.camelovh.domain.sandbox.server.SandboxAnswer;
import io.github.camelovh.domain.sandbox.server.SandboxRequest;
import io.github.camelovh.domain.sandbox.server.SandboxWorld;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Names that move to another registrar: their auth codes, the answer to the mail of a transfer, the tags of {@code
 * .uk}; and {@code /_sandbox/outgoing}, where a tester plays the other registrar.
 */
final class OutgoingRoutes implements ControlHandler {

    private static final String NAME = "/domain/{serviceName}";
    /** A transfer that nobody refuses is completed after this time. */
    private static final Duration TIME_TO_REFUSE = Duration.ofDays(5);
    /** Registrars of {@code .uk} by tag. */
    private static final Map<String, String> TAGS = new TreeMap<>(
            Map.of("ELSEWHERE", "Elsewhere Registrar", "EXAMPLE-GB", "Example Names Ltd", "OVH-FR", "OVHcloud"));

    private final SandboxWorld world;
    private final Account account;
    private final Portfolio portfolio;
    private final Extensions extensions;
    private final TaskStore tasks;
    private final Departures departures;
    private final Mails mails;

    OutgoingRoutes(
            SandboxWorld world,
            Account account,
            Portfolio portfolio,
            Extensions extensions,
            TaskStore tasks,
            Departures departures,
            Mails mails) {
        this.world = world;
        this.account = account;
        this.portfolio = portfolio;
        this.extensions = extensions;
        this.tasks = tasks;
        this.departures = departures;
        this.mails = mails;
    }

    void register(Routes routes) {
        routes.on("GET", NAME + "/authInfo", this::authInfo);
        routes.on("POST", NAME + "/outgoingTransfer/approve", this::approve);
        routes.on("GET", NAME + "/ukRegistrars", this::registrars);
        routes.on("POST", NAME + "/ukOutgoingTransfer", this::byTag);
        routes.onControl("outgoing", this);
    }

    private NameState name(SandboxRequest request) {
        return portfolio.get(request.path("serviceName"));
    }

    private SandboxAnswer authInfo(SandboxRequest request) {
        NameState name = name(request);
        if (extensions.find(name.extension).filter(Extension::code).isEmpty()) {
            throw Refuse.badRequest("The extension ." + name.extension + " has no auth code");
        }
        if (!name.lock.equals("unlocked") && !name.lock.equals("unavailable")) {
            throw Refuse.forbidden("The domain name " + name.name + " is locked: unlock it first");
        }
        return SandboxAnswer.text(name.authCode);
    }

    private SandboxAnswer approve(SandboxRequest request) {
        NameState name = name(request);
        TaskState task = waiting(name.name)
                .orElseThrow(() -> Refuse.conflict("No outgoing transfer of " + name.name + " waits for an answer"));
        String type =
                request.text("approveType").orElseThrow(() -> Refuse.badRequest("Missing parameter(s): approveType"));
        if (!task.token.equals(request.text("ident").orElse(null))) {
            throw Refuse.forbidden("The token (ident) is not that of the outgoing transfer of " + name.name);
        }
        if (type.equals("accept")) {
            task.agreed = true;
            task.step = TransferStep.ACCEPTED;
            task.updated = world.now().toEpochMilli();
            tasks.endAt(task, world.now().plus(world.taskTime()).toEpochMilli());
        } else {
            tasks.take(task, TaskOutcome.cancelled("The transfer was refused"));
        }
        return SandboxAnswer.nothing();
    }

    private Optional<TaskState> waiting(String name) {
        return tasks.open(name, TaskState.OUTGOING).filter(task -> task.token != null && !task.agreed);
    }

    private NameState nameByTag(SandboxRequest request) {
        NameState name = name(request);
        if (extensions.find(name.extension).filter(Extension::byTag).isEmpty()) {
            throw Refuse.badRequest("The domain name " + name.name + " is none of .uk");
        }
        return name;
    }

    private SandboxAnswer registrars(SandboxRequest request) {
        nameByTag(request);
        return SandboxAnswer.ok(Json.list(TAGS.entrySet().stream()
                .map(tag -> Json.object("name", tag.getValue(), "tag", tag.getKey()))
                .toList()));
    }

    private SandboxAnswer byTag(SandboxRequest request) {
        NameState name = nameByTag(request);
        String tag = request.text("tag").orElseThrow(() -> Refuse.badRequest("Missing parameter(s): tag"));
        if (!TAGS.containsKey(tag)) {
            throw Refuse.badRequest("No registrar of .uk has the tag " + tag);
        }
        if (name.leaving != 0) {
            throw Refuse.conflict("A transfer of " + name.name + " to another registrar is under way");
        }
        return SandboxAnswer.ok(begin(name, TAGS.get(tag)).json());
    }

    private TaskState begin(NameState name, String registrar) {
        TaskState task = tasks.begin(TaskState.OUTGOING, name.name, 0, registrar);
        portfolio.change(name, state -> {
            state.leaving = task.id;
            return state;
        });
        return task;
    }

    /**
     * {@code GET outgoing/NAME} shows the task and its token; {@code POST outgoing/NAME} is the other registrar's
     * request.
     */
    @Override
    public JsonNode answer(String method, List<String> path, JsonNode body) {
        if (path.size() != 1 || !List.of("GET", "POST").contains(method)) {
            throw new IllegalArgumentException("The control routes are GET outgoing/NAME and POST outgoing/NAME");
        }
        if (method.equals("GET")) {
            return account.tasks.values().stream()
                    .filter(task -> task.function.equals(TaskState.OUTGOING) && task.domain.equals(path.get(0)))
                    .reduce((former, latter) -> latter)
                    .map(OutgoingRoutes::shown)
                    .orElseThrow(() -> new IllegalArgumentException("No registrar requested " + path.get(0)));
        }
        NameState name = portfolio
                .find(path.get(0))
                .orElseThrow(() -> new IllegalArgumentException("The account has no name " + path.get(0)));
        departures.check(name, body.path("code").asText(null));
        TaskState task = begin(name, body.path("registrar").asText("Example Names Ltd"));
        task.step = TransferStep.CONFIRMATION;
        task.token = mails.send("approve the transfer to " + task.change, name.name, world.nichandle(), task.id);
        tasks.endAt(task, world.now().plus(TIME_TO_REFUSE).toEpochMilli());
        return shown(task);
    }

    private static ObjectNode shown(TaskState task) {
        return Json.object(
                "task", task.id,
                "domain", task.domain,
                "status", task.status.name(),
                "registrar", task.change,
                "token", task.token);
    }
}
