// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelovh.domain.sandbox.server.Routes;
import io.github.camelovh.domain.sandbox.server.SandboxAnswer;
import io.github.camelovh.domain.sandbox.server.SandboxRequest;
import io.github.camelovh.domain.sandbox.server.SandboxWorld;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/** {@code /v2/domain/name}: the same names, as targets with a checksum. */
final class NameV2Routes {

    private static final String NAME = "/v2/domain/name/{domainName}";
    private static final Map<String, String> DISCLOSABLE = Map.of(
            "contactOwner", "owner",
            "contactAdministrator", "admin",
            "contactTechnical", "tech",
            "contactBilling", "billing");
    private static final List<String> FILTERS = List.of(
            "mainState",
            "suspensionState",
            "contactOwner",
            "contactAdministrator",
            "contactBilling",
            "contactTechnical",
            "additionalStates");

    private final SandboxWorld world;
    private final Account account;
    private final Portfolio portfolio;
    private final Locks locks;
    private final TaskStore tasks;
    private final NameV2 view;

    NameV2Routes(SandboxWorld world, Account account, Portfolio portfolio, Locks locks, TaskStore tasks, NameV2 view) {
        this.world = world;
        this.account = account;
        this.portfolio = portfolio;
        this.locks = locks;
        this.tasks = tasks;
        this.view = view;
    }

    void register(Routes routes) {
        routes.on("GET", "/v2/domain/name", this::list);
        routes.on("GET", NAME, request -> SandboxAnswer.ok(view.json(name(request))));
        routes.on("PUT", NAME, this::update);
        routes.on(
                "GET",
                NAME + "/task",
                request -> SandboxAnswer.ok(Json.list(
                        tasksOf(name(request)).stream().map(view::task).toList())));
        routes.on("GET", NAME + "/task/{taskId}", this::task);
    }

    private NameState name(SandboxRequest request) {
        return portfolio.get(request.path("domainName"));
    }

    /** Only the names: the server then reads only the objects of the requested page, not fifty thousand. */
    private SandboxAnswer list(SandboxRequest request) {
        Predicate<NameState> filter = among(request, "mainState", view::mainState)
                .and(among(request, "suspensionState", view::suspensionState))
                .and(among(request, "contactOwner", NameV2::owner))
                .and(among(request, "contactAdministrator", name -> view.account(name, "contactAdmin")))
                .and(among(request, "contactBilling", name -> view.account(name, "contactBilling")))
                .and(among(request, "contactTechnical", name -> view.account(name, "contactTech")))
                .and(among(request, "additionalStates", name -> ""));
        boolean filtered = FILTERS.stream().anyMatch(request.query()::containsKey);
        Optional<String> search = request.query("searchValue");
        return SandboxAnswer.ok(Json.list(portfolio.names().stream()
                .filter(name -> search.map(name::contains).orElse(true))
                .filter(name -> !filtered || portfolio.find(name).filter(filter).isPresent())
                .toList()));
    }

    private static Predicate<NameState> among(
            SandboxRequest request, String parameter, Function<NameState, String> property) {
        List<String> wanted = request.queryAll(parameter);
        return name -> wanted.isEmpty() || wanted.contains(property.apply(name));
    }

    private SandboxAnswer update(SandboxRequest request) {
        NameState name = name(request);
        if (!view.suspensionState(name).equals("NOT_SUSPENDED")) {
            throw Refuse.conflict("The target of " + name.name + " cannot be changed: it is SUSPENDED");
        }
        if (!view.checksum(name).equals(request.text("checksum").orElse(null))) {
            throw Refuse.staleChecksum();
        }
        JsonNode target = request.body().path("targetSpec");
        Optional<String> lock = Optional.of(target.path("protectionState"))
                .filter(JsonNode::isTextual)
                .filter(state -> !state.asText().equals(NameV2.wishedProtection(name)))
                .map(state -> state.asText().equals("PROTECTED") ? "locked" : "unlocked");
        Optional<String> hosts = hosts(target)
                .filter(wanted -> !wanted.equals(NameV2.hosts(name)) && !wanted.equals(name.wishedServers));
        if (hosts.isPresent() && tasks.open(name.name, "DomainDnsUpdate").isPresent()) {
            throw Refuse.conflict("A change of the name servers of " + name.name + " is under way");
        }
        NameState changed = portfolio.change(name, state -> {
            lock.ifPresent(wanted -> locks.set(state, wanted));
            hosts.ifPresent(wanted -> {
                state.wishedServers = wanted;
                tasks.begin("DomainDnsUpdate", state.name, 0, wanted);
            });
            keep(state, target);
            return state;
        });
        return SandboxAnswer.ok(view.withoutIam(changed));
    }

    private static Optional<String> hosts(JsonNode target) {
        JsonNode servers = target.path("dnsConfiguration").path("nameServers");
        return servers.isEmpty()
                ? Optional.empty()
                : Optional.of(String.join(
                        " ",
                        StreamSupport.stream(servers.spliterator(), false)
                                .map(server -> server.path("nameServer").asText())
                                .toList()));
    }

    private void keep(NameState state, JsonNode target) {
        if (target.path("dnssecConfiguration").path("dsData") instanceof ArrayNode dsData) {
            state.dsData = dsData;
        }
        if (target.path("hostsConfiguration").path("hosts") instanceof ArrayNode hosts) {
            state.hosts = hosts;
        }
        if (target.path("contactsConfiguration") instanceof ObjectNode contacts) {
            state.contacts = contacts;
            DISCLOSABLE.forEach((member, type) -> disclose(state, type, contacts.path(member)));
        }
    }

    private void disclose(NameState state, String type, JsonNode contact) {
        String wished =
                contact.path("disclosurePolicy").path("disclosureConfiguration").asText("");
        List<String> choosable = view.disclosable(state).get(type);
        if (wished.isEmpty() || choosable == null) {
            return;
        }
        state.disclosed = state.disclosed == null ? new TreeMap<>() : state.disclosed;
        if (wished.equals("DISCLOSED")) {
            state.disclosed.put(type, choosable);
        } else {
            state.disclosed.remove(type);
        }
    }

    private List<TaskState> tasksOf(NameState name) {
        return account.tasks.values().stream()
                .filter(task -> task.domain.equals(name.name))
                .toList();
    }

    private SandboxAnswer task(SandboxRequest request) {
        String id = request.path("taskId");
        return SandboxAnswer.ok(tasksOf(name(request)).stream()
                .filter(task -> NameV2.taskId(world, task).equals(id))
                .findFirst()
                .map(view::task)
                .orElseThrow(() -> Refuse.noSuchObject(id)));
    }
}
