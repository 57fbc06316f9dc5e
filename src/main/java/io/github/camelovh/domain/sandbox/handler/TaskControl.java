// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelovh.domain.sandbox.server.ControlHandler;
import io.github.camelovh.domain.sandbox.server.SandboxWorld;
import io.github.camelovh.domain.sandbox.server.TimeText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** {@code /_sandbox/tasks}: creates tasks, even thousands, and moves a task to a status. */
final class TaskControl implements ControlHandler {

    private static final int MOST = 100_000;
    private static final Set<String> OF_ONE =
            new TreeSet<>(Set.of("arguments", "canRelaunch", "comment", "endsIn", "healsIn", "status"));
    private static final Set<String> OF_MANY = with(OF_ONE, "count", "domain", "function", "kind");

    private final SandboxWorld world;
    private final Account account;
    private final Portfolio portfolio;
    private final TaskStore tasks;

    TaskControl(SandboxWorld world, Account account, Portfolio portfolio, TaskStore tasks) {
        this.world = world;
        this.account = account;
        this.portfolio = portfolio;
        this.tasks = tasks;
    }

    private static Set<String> with(Set<String> some, String... more) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(List.of(more));
        return all;
    }

    @Override
    public JsonNode answer(String method, List<String> path, JsonNode body) {
        if (path.size() > 1 || !List.of("GET", "POST").contains(method)) {
            throw new IllegalArgumentException(
                    "The control routes are GET tasks, POST tasks, GET tasks/ID and POST" + " tasks/ID");
        }
        boolean one = path.size() == 1;
        if (method.equals("GET")) {
            return one ? shown(task(path.get(0))) : counts();
        }
        if (one) {
            check(body, OF_ONE);
            TaskState task = task(path.get(0));
            move(task, body);
            return shown(task);
        }
        check(body, OF_MANY);
        return make(body);
    }

    private static void check(JsonNode body, Set<String> members) {
        body.fieldNames().forEachRemaining(member -> {
            if (!members.contains(member)) {
                throw new IllegalArgumentException(
                        "A task has the members " + String.join(", ", members) + " here, not " + member);
            }
        });
    }

    private TaskState task(String text) {
        long id = text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
        TaskState task = account.tasks.getOrDefault(id, account.zoneTasks.get(id));
        if (task == null) {
            throw new IllegalArgumentException("There is no task " + text);
        }
        return task;
    }

    private JsonNode counts() {
        Map<String, Integer> counts = new TreeMap<>();
        account.tasks.values().forEach(task -> counts.merge(task.status.name(), 1, Integer::sum));
        ObjectNode made = Json.object("total", account.tasks.size());
        counts.forEach(made::put);
        return made;
    }

    private static ObjectNode shown(TaskState task) {
        ObjectNode made = task.json();
        made.set(
                "arguments",
                Json.list(task.arguments.values().stream()
                        .map(TaskState.Argument::json)
                        .toList()));
        made.set("step", Json.text(task.step == null ? null : task.step.name()));
        made.set("due", Json.dateTime(task.due));
        made.set("heals", Json.dateTime(task.heals));
        return made;
    }

    /**
     * Tasks of names that need not exist; {@code {n}} in the name is a counter, {@code own} uses the names of the
     * account.
     */
    private JsonNode make(JsonNode body) {
        int count = body.path("count").asInt(1);
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException("count is " + count + " but must be 1 to " + MOST);
        }
        String function = body.path("function").asText("DomainRenew");
        String pattern = body.path("domain").asText("made-{n}.com");
        boolean zone = body.path("kind").asText("domain").equals("dns");
        List<String> own = pattern.equals("own") ? portfolio.names() : List.of();
        if (pattern.equals("own") && own.isEmpty()) {
            throw new IllegalArgumentException("The account has no names");
        }
        status(body);
        long first = 0;
        long last = 0;
        for (int n = 0; n < count; n++) {
            String domain = own.isEmpty() ? pattern.replace("{n}", String.valueOf(n)) : own.get(n % own.size());
            TaskState task = tasks.create(function, domain);
            task.made = true;
            (zone ? account.zoneTasks : account.tasks).put(task.id, task);
            move(task, body);
            first = n == 0 ? task.id : first;
            last = task.id;
        }
        return Json.object("count", count, "first", first, "last", last);
    }

    private static TaskState.Status status(JsonNode body) {
        String text = body.path("status").asText("todo");
        for (TaskState.Status status : TaskState.Status.values()) {
            if (status.name().equals(text)) {
                return status;
            }
        }
        throw new IllegalArgumentException(
                "status is " + text + " but must be one of " + List.of(TaskState.Status.values()));
    }

    /** A task of an order is executed when it is moved to done; its outcome decides its final status. */
    private void move(TaskState task, JsonNode body) {
        TaskState.Status status = body.hasNonNull("status") || task.made ? status(body) : task.status;
        List<TaskState.Argument> given = new ArrayList<>();
        body.path("arguments").forEach(argument -> given.add(argument(argument)));
        if (status == TaskState.Status.done && !task.made) {
            tasks.end(task);
            return;
        }
        long now = world.now().toEpochMilli();
        task.status = status;
        task.updated = now;
        task.comment = body.path("comment").asText(null);
        task.relaunchable = body.path("canRelaunch").asBoolean(false);
        task.finished = status == TaskState.Status.done ? now : 0;
        given.forEach(argument -> task.arguments.put(argument.key, argument));
        if (body.hasNonNull("healsIn")) {
            tasks.healAt(task, now + millis(body, "healsIn"));
        }
        if (body.hasNonNull("endsIn")) {
            tasks.endAt(task, now + millis(body, "endsIn"));
        }
    }

    private static long millis(JsonNode body, String member) {
        return TimeText.parse(member, body.get(member).asText()).toMillis();
    }

    private static TaskState.Argument argument(JsonNode json) {
        TaskState.Argument made = TaskState.Argument.of(
                json.path("key").asText(), json.path("value").asText(null));
        made.description = json.path("description").asText(made.description);
        made.type = json.path("type").asText(made.type);
        made.readOnly = json.path("readOnly").asBoolean(false);
        made.acceptedValues = texts(json, "acceptedValues");
        made.fields = texts(json, "fields");
        made.acceptedFormats = texts(json, "acceptedFormats");
        made.template = json.path("template").asText(null);
        made.minimumSize =
                json.hasNonNull("minimumSize") ? json.get("minimumSize").asLong() : null;
        made.maximumSize =
                json.hasNonNull("maximumSize") ? json.get("maximumSize").asLong() : null;
        return made;
    }

    private static List<String> texts(JsonNode json, String member) {
        return json.hasNonNull(member) ? RegistryWork.texts(json.get(member)) : null;
    }
}
