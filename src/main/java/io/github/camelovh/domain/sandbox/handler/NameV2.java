// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelovh.domain.sandbox.server.SandboxWorld;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** The form of a name and its tasks in version 2. */
final class NameV2 {

    private final SandboxWorld world;
    private final Account account;
    private final Extensions extensions;

    NameV2(SandboxWorld world, Account account, Extensions extensions) {
        this.world = world;
        this.account = account;
        this.extensions = extensions;
    }

    ObjectNode json(NameState name) {
        ObjectNode made = withoutIam(name);
        made.set("iam", NameRoutes.iam(world, name));
        return made;
    }

    ObjectNode withoutIam(NameState name) {
        List<TaskState> open = account.tasks.values().stream()
                .filter(task -> task.domain.equals(name.name))
                .filter(task -> task.status.isOpen() || task.status == TaskState.Status.error)
                .toList();
        boolean updating = open.stream().anyMatch(task -> task.status.isOpen());
        return Json.object(
                "id", name.name,
                "checksum", checksum(name),
                "resourceStatus",
                        age(name) != Age.OK ? "SUSPENDED" : updating ? "UPDATING" : open.isEmpty() ? "READY" : "ERROR",
                "currentState", currentState(name),
                "targetSpec", targetSpec(name),
                "currentTasks", open.stream().map(this::currentTask).toList());
    }

    /** The checksum for optimistic locking: another target has another checksum. */
    String checksum(NameState name) {
        return UUID.nameUUIDFromBytes(targetSpec(name).toString().getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
    }

    /** The name servers of a name in one line. */
    static String hosts(NameState name) {
        return String.join(" ", name.nameServers.stream().map(host -> host.host).toList());
    }

    String mainState(NameState name) {
        if (name.leaving != 0) {
            return "PENDING_OUTGOING_TRANSFER";
        }
        return age(name).version2();
    }

    String suspensionState(NameState name) {
        return age(name) == Age.OK ? "NOT_SUSPENDED" : "SUSPENDED";
    }

    /** The fields that can be disclosed, by type of contact; no fields: all or nothing. */
    Map<String, List<String>> disclosable(NameState name) {
        boolean generic =
                extensions.find(name.extension).filter(Extension::generic).isPresent();
        return DisclosureRoutes.choices(generic, name.extension);
    }

    private Age age(NameState name) {
        return Age.of(name, world.now().toEpochMilli());
    }

    /** The id of the contact that owns a name. */
    static String owner(NameState name) {
        return String.valueOf(name.whoisOwner);
    }

    /** The account with a role of a name; the role has its name from version 1. */
    String account(NameState name, String role) {
        return name.account(role, world.nichandle());
    }

    private ObjectNode currentState(NameState name) {
        return Json.object(
                "name",
                name.name,
                "extension",
                name.extension,
                "mainState",
                mainState(name),
                "suspensionState",
                suspensionState(name),
                "additionalStates",
                Json.list(),
                "protectionState",
                name.lock.equals("locked") || name.lock.equals("unlocking") ? "PROTECTED" : "UNPROTECTED",
                "authInfoSupported",
                extensions.find(name.extension).filter(Extension::code).isPresent(),
                "authInfoManagedByOVHcloud",
                true,
                "createdAt",
                utc(name.created),
                "contactsConfiguration",
                contacts(name),
                "dnsConfiguration",
                dns(name),
                "dnssecConfiguration",
                Json.object(
                        "dnssecSupported",
                        dnssec(name),
                        "dsData",
                        name.dsData == null ? Json.list() : name.dsData,
                        "supportedAlgorithms",
                        List.of(
                                Json.object("name", "RSASHA256", "number", 8),
                                Json.object("name", "ECDSAP256SHA256", "number", 13))),
                "hostsConfiguration",
                Json.object(
                        "hostSupported",
                        extensions.hostObjects(name.extension),
                        "ipv4Supported",
                        true,
                        "ipv6Supported",
                        true,
                        "multipleIPsSupported",
                        true,
                        "hosts",
                        name.hosts == null ? Json.list() : name.hosts));
    }

    private boolean dnssec(NameState name) {
        return extensions.find(name.extension).filter(Extension::dnssec).isPresent();
    }

    private ObjectNode contacts(NameState name) {
        return Json.object(
                "contactOwner", contact(name, "owner", owner(name)),
                "contactAdministrator", contact(name, "admin", account(name, "contactAdmin")),
                "contactTechnical", contact(name, "tech", account(name, "contactTech")),
                "contactBilling", contact(name, "billing", account(name, "contactBilling")));
    }

    private static ObjectNode contact(NameState name, String type, String id) {
        boolean disclosed = name.disclosed != null && name.disclosed.containsKey(type);
        return Json.object(
                "id",
                id,
                "disclosurePolicy",
                Json.object(
                        "visibleViaRdds",
                        true,
                        "disclosureConfiguration",
                        disclosed ? "DISCLOSED" : "REDACTED",
                        "disclosedFields",
                        null,
                        "forcedDisclosureConfiguration",
                        null));
    }

    private ObjectNode dns(NameState name) {
        return Json.object(
                "configurationType",
                serverType(name),
                "dnssecSupported",
                dnssec(name),
                "glueRecordIPv6Supported",
                true,
                "hostSupported",
                extensions.hostObjects(name.extension),
                "minDNS",
                2,
                "maxDNS",
                13,
                "nameServers",
                typedServers(name));
    }

    private static String serverType(NameState name) {
        return name.nameServerType.equals("external") ? "EXTERNAL" : "HOSTING";
    }

    /** The current name servers of a name. */
    static List<ObjectNode> typedServers(NameState name) {
        return servers(name, server -> server.put("nameServerType", serverType(name)));
    }

    private static List<ObjectNode> servers(NameState name, Function<ObjectNode, ObjectNode> more) {
        return name.nameServers.stream()
                .map(host -> more.apply(Json.object("nameServer", host.host, "ipv4", host.ipv4, "ipv6", host.ipv6)))
                .toList();
    }

    /** The requested lock state, independent of the current one. */
    static String wishedProtection(NameState name) {
        return name.lock.equals("locked") || name.lock.equals("locking") ? "PROTECTED" : "UNPROTECTED";
    }

    private static ObjectNode targetSpec(NameState name) {
        return Json.object(
                "contactsConfiguration", name.contacts,
                "dnsConfiguration", Json.object("nameServers", wishedServers(name)),
                "dnssecConfiguration", Json.object("dsData", name.dsData == null ? Json.list() : name.dsData),
                "hostsConfiguration", Json.object("hosts", name.hosts == null ? Json.list() : name.hosts),
                "protectionState", wishedProtection(name));
    }

    private static List<ObjectNode> wishedServers(NameState name) {
        return name.wishedServers == null
                ? servers(name, server -> server)
                : Stream.of(name.wishedServers.split(" ", -1))
                        .map(host -> Json.object("nameServer", host, "ipv4", null, "ipv6", null))
                        .toList();
    }

    static String taskId(SandboxWorld world, TaskState task) {
        return world.uuid("task " + task.id).toString();
    }

    private String link(TaskState task) {
        return "/v2/domain/name/" + task.domain + "/task/" + taskId(world, task);
    }

    private static String status(TaskState task) {
        return switch (task.status) {
            case todo -> "PENDING";
            case doing -> "RUNNING";
            case done, cancelled -> "DONE";
            case problem -> "ERROR";
            case error -> task.relaunchable ? "WAITING_USER_INPUT" : "ERROR";
        };
    }

    private static JsonNode errors(TaskState task) {
        return task.comment == null ? Json.nothing() : Json.list(List.of(Json.object("message", task.comment)));
    }

    private ObjectNode currentTask(TaskState task) {
        return Json.object(
                "id", taskId(world, task),
                "type", task.function,
                "status", status(task),
                "link", link(task),
                "errors", errors(task));
    }

    ObjectNode task(TaskState task) {
        boolean begun = task.status != TaskState.Status.todo;
        return Json.object(
                "id", taskId(world, task),
                "type", task.function,
                "status", status(task),
                "message", task.comment == null ? "" : task.comment,
                "link", "/v2/domain/name/" + task.domain,
                "createdAt", utc(task.created),
                "updatedAt", utc(task.updated),
                "startedAt", begun ? utc(task.start) : null,
                "finishedAt", task.finished == 0 ? null : utc(task.finished),
                "progress",
                        List.of(Json.object("name", task.function.toLowerCase(Locale.ROOT), "status", status(task))),
                "errors", errors(task));
    }

    /** Version 2 writes its times in UTC. */
    private static String utc(long millis) {
        return Instant.ofEpochSecond(millis / 1000).toString();
    }
}
