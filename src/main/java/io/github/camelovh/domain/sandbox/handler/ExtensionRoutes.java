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
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code /domain/extensions}, the rules of {@code /domain/configurationRule}, claim notices and the catalog. */
final class ExtensionRoutes {

    private static final int HIGHLIGHTED = 5;

    private final SandboxWorld world;
    private final Extensions extensions;
    private final Eligibility eligibility;

    ExtensionRoutes(SandboxWorld world, Extensions extensions, Eligibility eligibility) {
        this.world = world;
        this.extensions = extensions;
        this.eligibility = eligibility;
    }

    void register(Routes routes) {
        routes.on("GET", "/domain/extensions", this::list);
        routes.on("GET", "/domain/extensions/byCategory", this::byCategory);
        routes.on(
                "GET",
                "/domain/extensions/highlighted",
                request -> SandboxAnswer.ok(Json.list(extensions.all().stream()
                        .limit(HIGHLIGHTED)
                        .map(Extension::name)
                        .toList())));
        routes.on("GET", "/domain/extensions/pricingAttributes", request -> SandboxAnswer.ok(pricingAttributes()));
        routes.on(
                "GET",
                "/domain/extensions/{name}",
                request ->
                        SandboxAnswer.ok(Json.object("name", extension(request).name())));
        routes.on(
                "GET",
                "/domain/extensions/{name}/registryConfigurations",
                request -> SandboxAnswer.ok(extension(request).registryConfigurations()));
        routes.on("GET", "/domain/configurationRule", request -> SandboxAnswer.ok(eligibility.rule(request)));
        routes.on("POST", "/domain/configurationRule/check", request -> {
            eligibility.check(request);
            return SandboxAnswer.nothing().withoutEffect();
        });
        routes.on("GET", "/domain/data/claimNotice", this::claimNotice);
        routes.on(
                "GET",
                "/order/catalog/public/domain",
                request -> SandboxAnswer.ok(
                        Catalog.of(extensions, request.query("ovhSubsidiary").orElseThrow())));
    }

    private Extension extension(SandboxRequest request) {
        String name = request.path("name");
        return extensions.find(name).orElseThrow(() -> Refuse.noSuchObject(name));
    }

    private SandboxAnswer list(SandboxRequest request) {
        Stream<Extension> found = extensions.all().stream()
                .filter(extension -> request.query("geolocalizations")
                        .map(places -> List.of(places.split(",")).contains(extension.place()))
                        .orElse(true))
                .filter(extension -> request.query("thematics")
                        .map(themes -> List.of(themes.split(",")).contains(extension.theme()))
                        .orElse(true));
        Stream<String> names = found.map(Extension::name);
        boolean sorted = request.query("orderBy").filter("alphabetical"::equals).isPresent();
        return SandboxAnswer.ok(Json.list((sorted ? names.sorted() : names).toList()));
    }

    private SandboxAnswer byCategory(SandboxRequest request) {
        List<String> wanted = request.queryAll("categoryType");
        return SandboxAnswer.ok(Json.object(
                "geolocalization",
                wanted.isEmpty() || wanted.contains("geolocalization") ? grouped(Extension::place) : null,
                "thematic",
                wanted.isEmpty() || wanted.contains("thematic") ? grouped(Extension::theme) : null));
    }

    private ArrayNode grouped(Function<Extension, String> by) {
        Map<String, List<String>> groups = extensions.all().stream()
                .filter(extension -> !by.apply(extension).equals("-"))
                .collect(Collectors.groupingBy(
                        by, TreeMap::new, Collectors.mapping(Extension::name, Collectors.toList())));
        ArrayNode made = Json.list();
        groups.forEach((name, members) -> made.add(Json.object("extensions", members, "name", name)));
        return made;
    }

    private JsonNode pricingAttributes() {
        return Json.list(extensions.all().stream()
                .map(extension ->
                        Json.object("brandNew", false, "name", extension.name(), "priceDrop", extension.discount() > 0))
                .toList());
    }

    /** The notice that the buyer of a {@code claims-*} name must acknowledge. */
    private SandboxAnswer claimNotice(SandboxRequest request) {
        SoldName name = SoldName.of(request.query("domain").orElseThrow(), extensions);
        if (name.kind() != SoldName.Kind.CLAIMS) {
            throw Refuse.noSuchObject(name.text());
        }
        long now = request.now().toEpochMilli();
        ObjectNode notice = Json.object(
                "claims", Json.list(),
                "endingDate", Json.dateTime(now + Portfolio.days(90)),
                "id", world.uuid("claim notice " + name.text()).toString(),
                "label", name.label(),
                "startingDate", Json.dateTime(now - Portfolio.days(90)),
                "type", "TRADEMARK");
        return SandboxAnswer.ok(notice);
    }
}
