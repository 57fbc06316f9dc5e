// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelovh.domain.sandbox.server.Routes;
import io.github.camelovh.domain.sandbox.server.SandboxAnswer;
import io.github.camelovh.domain.sandbox.server.SandboxRequest;
import io.github.camelovh.domain.sandbox.server.SandboxWorld;
import java.util.List;

/** {@code /domain} and {@code /domain/{serviceName}}: the names of the account, their lock and renewal. */
final class NameRoutes {

    private static final String NAME = "/domain/{serviceName}";
    private static final long RENEWAL_BEFORE_EXPIRY = LifeCycle.RENEWED_BEFORE;
    private static final List<String> TEAMS = List.of("web", "brands");

    private final SandboxWorld world;
    private final Portfolio portfolio;
    private final TaskStore tasks;
    private final Extensions extensions;
    private final Locks locks;

    NameRoutes(SandboxWorld world, Portfolio portfolio, TaskStore tasks, Extensions extensions, Locks locks) {
        this.world = world;
        this.portfolio = portfolio;
        this.tasks = tasks;
        this.extensions = extensions;
        this.locks = locks;
    }

    void register(Routes routes) {
        routes.on("GET", "/domain", this::list);
        routes.on("GET", NAME, request -> SandboxAnswer.ok(withIam(name(request))));
        routes.on("PUT", NAME, this::update);
        routes.on("GET", NAME + "/serviceInfos", request -> SandboxAnswer.ok(serviceInfos(name(request))));
        routes.on("PUT", NAME + "/serviceInfos", this::updateServiceInfos);
        routes.on("GET", NAME + "/option", request -> {
            name(request);
            return SandboxAnswer.ok(Json.list());
        });
        routes.on("GET", NAME + "/options", request -> SandboxAnswer.ok(options(name(request))));
    }

    private NameState name(SandboxRequest request) {
        return portfolio.get(request.path("serviceName"));
    }

    private SandboxAnswer list(SandboxRequest request) {
        return SandboxAnswer.ok(Json.list(request.query("whoisOwner")
                .map(owner -> portfolio.names().stream()
                        .filter(name -> portfolio
                                .find(name)
                                .filter(state -> owner.equals(String.valueOf(state.whoisOwner)))
                                .isPresent())
                        .toList())
                .orElseGet(portfolio::names)));
    }

    private Age age(NameState name) {
        return Age.of(name, world.now().toEpochMilli());
    }

    private boolean isExpired(NameState name) {
        return age(name) != Age.OK;
    }

    private ObjectNode json(NameState name) {
        boolean dnssec =
                extensions.find(name.extension).filter(Extension::dnssec).isPresent();
        String state = name.keys.isEmpty() ? "disabled" : "enabled";
        ObjectNode made = Json.object(
                "contactAdmin",
                Json.object("id", account(name, "contactAdmin")),
                "contactBilling",
                Json.object("id", account(name, "contactBilling")),
                "contactOwner",
                Json.object("id", String.valueOf(name.whoisOwner)),
                "contactTech",
                Json.object("id", account(name, "contactTech")),
                "dnssecState",
                dnssec ? state : "not_supported",
                "dnssecSupported",
                dnssec,
                "domain",
                name.name,
                "expirationDate",
                Json.dateTime(name.expires),
                "glueRecordIpv6Supported",
                true,
                "glueRecordMultiIpSupported",
                true,
                "hostSupported",
                extensions.hostObjects(name.extension),
                "lastUpdate",
                Json.dateTime(name.updated),
                "nameServerType",
                name.nameServerType,
                "nameServers",
                nameServers(name),
                "offer",
                "gold",
                "owoSupported",
                true,
                "parentService",
                name.pack() == null ? null : Json.object("name", name.pack(), "type", "/allDom"));
        made.setAll(Json.object(
                "renewalDate",
                Json.dateTime(name.expires - RENEWAL_BEFORE_EXPIRY),
                "renewalState",
                name.renewalState(),
                "serviceId",
                name.serviceId,
                "state",
                name.leaving != 0 ? "outgoing_transfer" : age(name).word(),
                "suspensionState",
                isExpired(name) ? "suspended" : "not_suspended",
                "transferLockStatus",
                name.lock,
                "whoisOwner",
                String.valueOf(name.whoisOwner)));
        return made;
    }

    private String account(NameState name, String role) {
        return name.account(role, world.nichandle());
    }

    private static List<ObjectNode> nameServers(NameState name) {
        return name.nameServers.stream()
                .map(host -> Json.object(
                        "id", host.id,
                        "ipv4", host.ipv4,
                        "ipv6", host.ipv6,
                        "nameServer", host.host,
                        "nameServerType", name.nameServerType))
                .toList();
    }

    private ObjectNode withIam(NameState name) {
        ObjectNode made = json(name);
        made.set("iam", iam(world, name));
        return made;
    }

    static ObjectNode iam(SandboxWorld world, NameState name) {
        return Json.object(
                "displayName",
                name.name,
                "id",
                world.uuid("iam " + name.name).toString(),
                "state",
                "OK",
                "tags",
                tags(world, name),
                "urn",
                "urn:v1:eu:resource:domain:" + name.name);
    }

    /** OVHcloud's own tag, and for two names of three a tag that their owner set. */
    private static ObjectNode tags(SandboxWorld world, NameState name) {
        ObjectNode tags = Json.object("ovh:whoisOwner", "contact/" + name.whoisOwner);
        int chance = world.random("tags " + name.name).nextInt(2 * TEAMS.size() - 1);
        if (chance < TEAMS.size()) {
            tags.put("team", TEAMS.get(chance));
        }
        return tags;
    }

    private SandboxAnswer update(SandboxRequest request) {
        NameState name = name(request);
        String lock = request.text("transferLockStatus").orElse(name.lock);
        String type = request.text("nameServerType").orElse(name.nameServerType);
        if (!type.equals(name.nameServerType) && !type.equals("hosted") && !type.equals("external")) {
            throw Refuse.badRequest("nameServerType can be set to hosted or external, not to " + type);
        }
        if (!lock.equals(name.lock)) {
            name = portfolio.change(name, state -> locks.set(state, lock));
        }
        if (!type.equals(name.nameServerType)) {
            if (type.equals("hosted")) {
                backToHosted(name);
            }
            name = portfolio.change(name, state -> {
                state.nameServerType = type;
                return state;
            });
        }
        return SandboxAnswer.ok(json(name));
    }

    /** Sets the zone's own name servers again, by a task. */
    private void backToHosted(NameState name) {
        if (tasks.open(name.name, "DomainDnsUpdate").isPresent()) {
            throw Refuse.conflict("A task DomainDnsUpdate of " + name.name + " is under way");
        }
        tasks.begin("DomainDnsUpdate", name.name, 0, String.join(" ", ZoneMaker.SERVERS));
    }

    ObjectNode serviceInfos(NameState name) {
        ObjectNode made = Json.object(
                "canDeleteAtExpiration",
                true,
                "contactAdmin",
                account(name, "contactAdmin"),
                "contactBilling",
                account(name, "contactBilling"),
                "contactTech",
                account(name, "contactTech"),
                "creation",
                Json.date(name.created),
                "domain",
                name.name,
                "engagedUpTo",
                null,
                "expiration",
                Json.date(isOneShot(name) ? name.created : name.expires),
                "possibleRenewPeriod",
                List.of(12, 24, 36),
                "renewalType",
                isOneShot(name) ? "oneShot" : name.automatic ? "automaticV2016" : "manual",
                "serviceId",
                name.serviceId,
                "status",
                isExpired(name) ? "expired" : "ok");
        made.set(
                "renew",
                Json.object(
                        "automatic", name.automatic,
                        "deleteAtExpiration", name.deleteAtExpiration,
                        "forced", name.forced,
                        "manualPayment", name.manualPayment,
                        "period", name.periodInMonths));
        return made;
    }

    /** Sold once, without a renewal: its service shows a wrong expiry. */
    private static boolean isOneShot(NameState name) {
        return name.name.startsWith("oneshot-");
    }

    private SandboxAnswer updateServiceInfos(SandboxRequest request) {
        setRenewal(name(request), request.body().path("renew"));
        return SandboxAnswer.nothing();
    }

    /** Members that are missing in {@code renew} become false: always send it whole. */
    void setRenewal(NameState name, JsonNode renew) {
        if (renew.isObject()) {
            portfolio.change(name, state -> {
                state.automatic = renew.path("automatic").asBoolean();
                state.deleteAtExpiration = renew.path("deleteAtExpiration").asBoolean();
                state.forced = renew.path("forced").asBoolean();
                state.manualPayment = renew.hasNonNull("manualPayment")
                        ? renew.path("manualPayment").asBoolean()
                        : null;
                state.periodInMonths = renew.path("period").asLong(state.periodInMonths);
                return state;
            });
        }
    }

    private static ObjectNode options(NameState name) {
        return Json.object(
                "hosting", null,
                "offer", Json.object("serviceName", "gold"),
                "zone", Json.object("serviceName", name.name));
    }
}
