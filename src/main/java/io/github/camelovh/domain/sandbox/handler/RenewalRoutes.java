// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelovh.domain.sandbox.server.Routes;
import io.github.camelovh.domain.sandbox.server.SandboxAnswer;
import io.github.camelovh.domain.sandbox.server.SandboxRequest;
import io.github.camelovh.domain.sandbox.server.SandboxWorld;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * {@code /service}: the names as services, and their manual renewal, which is an order. A renewal that is ordered twice
 * is sold twice.
 */
final class RenewalRoutes {

    private final SandboxWorld world;
    private final Account account;
    private final Portfolio portfolio;
    private final RenewalBills bills;

    RenewalRoutes(SandboxWorld world, Account account, Portfolio portfolio, RenewalBills bills) {
        this.world = world;
        this.account = account;
        this.portfolio = portfolio;
        this.bills = bills;
    }

    void register(Routes routes) {
        routes.on("GET", "/service", request -> SandboxAnswer.ok(Json.list(portfolio.services())));
        routes.on("GET", "/service/{serviceId}", request -> SandboxAnswer.ok(json(service(request))));
        routes.on("PUT", "/service/{serviceId}", this::update);
        routes.on("GET", "/service/{serviceId}/renew", this::strategies);
        routes.on("POST", "/service/{serviceId}/renew", this::renew);
    }

    private NameState service(SandboxRequest request) {
        long id = request.id("serviceId");
        return portfolio.byService(id).orElseThrow(() -> Refuse.noSuchObject(id));
    }

    private ObjectNode json(NameState name) {
        boolean expired = name.expires <= world.now().toEpochMilli();
        return Json.object(
                "creationDate", Json.date(name.created),
                "details", Json.list(),
                "engagementDate", null,
                "expirationDate", Json.date(name.expires),
                "nextBillingDate", Json.date(name.expires),
                "plan", Json.object("code", name.extension, "product", Json.object("name", "domain")),
                "quantity", 1,
                "renew",
                        Json.object(
                                "dayOfMonth", 1,
                                "interval", "P1Y",
                                "mode", mode(name),
                                "possibleIntervals", List.of("P1Y", "P2Y", "P3Y"),
                                "possibleModes", List.of("automaticV2016", "deleteAtExpiration", "manual")),
                "resource", Json.object("displayName", name.name, "name", name.name, "state", "ok"),
                "route",
                        Json.object(
                                "path",
                                "/domain/{serviceName}",
                                "url",
                                "/domain/" + name.name,
                                "vars",
                                List.of(Json.object("key", "serviceName", "value", name.name))),
                "state", expired ? "expired" : "ok");
    }

    private static String mode(NameState name) {
        if (name.deleteAtExpiration) {
            return "deleteAtExpiration";
        }
        return name.automatic ? "automaticV2016" : "manual";
    }

    private SandboxAnswer update(SandboxRequest request) {
        NameState name = service(request);
        JsonNode mode = request.body().path("renew").path("mode");
        if (mode.isTextual()) {
            portfolio.change(name, state -> {
                state.deleteAtExpiration = mode.asText().equals("deleteAtExpiration");
                state.automatic = !mode.asText().equals("manual");
                return state;
            });
        }
        return SandboxAnswer.nothing();
    }

    private SandboxAnswer strategies(SandboxRequest request) {
        NameState name = service(request);
        List<NameState> together = portfolio.renewedTogether(name);
        return SandboxAnswer.ok(Json.list(IntStream.rangeClosed(1, bills.longest(name))
                .mapToObj(years -> Json.object(
                        "renewPeriod",
                        "P" + years + "Y",
                        "strategies",
                        List.of(strategy(together, bills.price(together, years)))))
                .toList()));
    }

    private static ObjectNode strategy(List<NameState> names, long cents) {
        return Json.object(
                "price", Json.price(cents),
                "priceInUcents", cents * Json.UCENTS,
                "services", names.stream().map(name -> name.serviceId).toList(),
                "servicesDetails",
                        names.stream()
                                .map(name -> Json.object(
                                        "serviceId",
                                        name.serviceId,
                                        "serviceName",
                                        name.name,
                                        "serviceType",
                                        "Domain ." + name.extension))
                                .toList());
    }

    private SandboxAnswer renew(SandboxRequest request) {
        NameState name = service(request);
        List<NameState> together = portfolio.renewedTogether(name);
        Set<Long> services = new HashSet<>();
        request.body().path("services").forEach(id -> services.add(id.asLong()));
        if (!services.equals(together.stream().map(one -> one.serviceId).collect(Collectors.toSet()))) {
            throw Refuse.badRequest("The services are those of no strategy");
        }
        int years = years(request.text("duration").orElseThrow(), bills.longest(name));
        OrderState order = bills.order(together, years);
        if (request.flag("dryRun")) {
            return SandboxAnswer.ok(order.json()).withoutEffect();
        }
        bills.book(order, account);
        return SandboxAnswer.ok(order.json());
    }

    private static int years(String duration, int longest) {
        for (int years = 1; years <= longest; years++) {
            if (duration.equals("P" + years + "Y")) {
                return years;
            }
        }
        throw Refuse.badRequest("The duration " + duration + " is not offered");
    }
}
