// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import static io.github.camelovh.domain.operation.Scenario.NAME;
import static io.github.camelovh.domain.operation.Scenario.costly;
import static io.github.camelovh.domain.operation.Scenario.going;
import static io.github.camelovh.domain.operation.Scenario.map;
import static io.github.camelovh.domain.operation.Scenario.prepared;
import static io.github.camelovh.domain.operation.Scenario.run;
import static io.github.camelovh.domain.operation.Scenario.with;

import io.github.camelovh.domain.operation.Scenario.Input;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Zones, and what registries know of them. */
final class ZoneScenarios {
    static final String LARGE_ZONE = "example.com";
    private static final List<Map<String, Object>> RECORDS = List.of(
            Map.of("fieldType", "A", "subDomain", "", "target", "192.0.2.1", "ttl", 600),
            Map.of("fieldType", "A", "subDomain", "new", "target", "192.0.2.2", "ttl", 600));
    private static final List<Map<String, Object>> SETS = List.of(
            Map.of("fieldType", "A", "subDomain", "new", "targets", List.of("192.0.2.2"), "ttl", 600),
            Map.of("fieldType", "CNAME", "subDomain", "www", "delete", true));
    private static final List<Map<String, Object>> REPLACED = List.of(
            Map.of("fieldType", "CNAME", "subDomain", "www", "targets", List.of("shop.example.net."), "ttl", 600));
    private static final Map<String, Object> OPEN_GUARDS = Map.of(
            "maxDeletes", 5000,
            "maxDeletePercent", 100,
            "maxUpdates", 5000,
            "maxUpdatePercent", 100,
            "allowApexMx", true,
            "allowManaged", true);
    private static final String ELSEWHERE = "elsewhere.example";
    private static final OrderScenarios.Item ZONE_ITEM = new OrderScenarios.Item(
            "order:addDns", map("planCode", "zone", "duration", "P1Y", "pricingMode", "create-default", "quantity", 1));

    private ZoneScenarios() {}

    static List<Scenario> all() {
        return Stream.of(zones(), delegations()).flatMap(List::stream).toList();
    }

    private static List<Scenario> zones() {
        Function<CompositeWorld, Input> wish = world -> new Input(joined("zoneName", NAME), RECORDS);
        return List.of(
                run("dns:records", "zoneName", NAME, "reading", "export"),
                run("dns:records", "zoneName", NAME, "reading", "ids"),
                run("dns:records", "zoneName", NAME, "reading", "single"),
                prepared("dns:plan", wish),
                prepared("dns:sync", wish),
                prepared("dns:sync", world -> new Input(joined("zoneName", NAME, "refreshOwed", true), RECORDS)),
                prepared("dns:sync", world -> new Input(joined("zoneName", LARGE_ZONE, "importAbove", 10), many())),
                run(
                        "dns:upsert",
                        joined("zoneName", NAME, "fieldType", "A", "subDomain", "new", "target", "192.0.2.9")),
                run("dns:deleteRecords", joined("zoneName", NAME, "fieldType", "CNAME", "subDomain", "www")),
                run(
                        "dns:upsert",
                        joined(
                                "zoneName",
                                NAME,
                                "fieldType",
                                "CNAME",
                                "subDomain",
                                "www",
                                "targets",
                                List.of(),
                                "allowDelete",
                                true)),
                prepared(
                        "dns:upsert",
                        world -> new Input(
                                joined(
                                        "zoneName",
                                        NAME,
                                        "fieldType",
                                        "CNAME",
                                        "subDomain",
                                        "www",
                                        "target",
                                        "shop.example.net.",
                                        "refreshOwed",
                                        true),
                                null)),
                run("dns:planRecords", joined("domain", NAME, "records", SETS)),
                prepared("dns:applyRecords", world -> going(new Input(joined("domain", NAME, "records", SETS), null))),
                prepared(
                        "dns:applyRecords",
                        world -> going(new Input(joined("domain", NAME, "records", REPLACED), null))),
                prepared("dns:applyRecords", world -> {
                    world.call("dns:applyRecords", joined("domain", NAME, "records", SETS), null);
                    return going(new Input(joined("domain", NAME, "records", SETS), null));
                }),
                run("dns:planZone", joined("domain", NAME, "records", RECORDS)),
                prepared("dns:applyZone", world -> going(new Input(joined("domain", NAME, "records", RECORDS), null))),
                prepared("dns:applyZone", world -> {
                    world.call("dns:applyZone", joined("domain", NAME, "records", RECORDS), null);
                    return going(new Input(joined("domain", NAME, "records", RECORDS), null));
                }),
                run("dns:export", "zoneName", NAME),
                prepared(
                        "dns:import",
                        world -> new Input(
                                map("zoneName", NAME), world.call("dns:export", map("zoneName", NAME), null))),
                prepared(
                        "dns:undo",
                        world -> new Input(joined(), world.call("dns:sync", joined("zoneName", NAME), RECORDS))),
                prepared("dns:undo", world -> {
                    Object done = world.call("dns:sync", joined("zoneName", NAME), RECORDS);
                    return new Input(joined("refreshOwed", true), done);
                }),
                costly("dns:order", world -> with("zoneName", ELSEWHERE)),
                costly("dns:order", world -> {
                    OrderScenarios.payByName(world);
                    return with("zoneName", ELSEWHERE);
                }),
                costly("dns:order", world -> {
                    OrderScenarios.crowdedCart(world, "camel-ovh-domain zone " + ELSEWHERE, ZONE_ITEM);
                    return with("zoneName", ELSEWHERE);
                }),
                prepared("dns:order", world -> {
                    world.call("dns:order", map("zoneName", ELSEWHERE), null);
                    world.loseJournal();
                    return with("zoneName", ELSEWHERE);
                }),
                prepared("dns:await", world -> {
                    world.call("dns:order", map("zoneName", ELSEWHERE), null);
                    return with("zoneName", ELSEWHERE);
                }));
    }

    private static List<Map<String, Object>> many() {
        return IntStream.range(0, 40)
                .mapToObj(i -> map("fieldType", "A", "subDomain", "new-" + i, "target", "192.0.2.9", "ttl", 600))
                .toList();
    }

    /** These parameters, and all guards of a zone opened. */
    private static Map<String, Object> joined(Object... parameters) {
        Map<String, Object> all = map(parameters);
        all.putAll(OPEN_GUARDS);
        return all;
    }

    private static List<Scenario> delegations() {
        String host = "ns1." + NAME;
        List<Map<String, Object>> keys =
                List.of(Map.of("algorithm", 13, "flags", 257, "tag", 12345, "publicKey", "bWFkZSB1cCBmb3IgdGVzdHM="));
        return List.of(
                run(
                        "dns:setNameServers",
                        "serviceName",
                        NAME,
                        "nameServers",
                        List.of("ns1.example.net", "ns2.example.net"),
                        "wait",
                        "PT1H"),
                run(
                        "dns:setNameServers",
                        "serviceName",
                        NAME,
                        "nameServers",
                        List.of("ns1.example.net", "ns2.example.net"),
                        "through",
                        "v2"),
                run("dns:setGlue", "serviceName", NAME, "host", host, "ips", List.of("192.0.2.1"), "wait", "PT1H"),
                run("dns:setGlue", "serviceName", NAME, "host", host, "ips", List.of("192.0.2.1"), "through", "v2"),
                prepared("dns:setGlue", world -> {
                    world.call(
                            "dns:setGlue",
                            map("serviceName", NAME, "host", host, "ips", List.of("192.0.2.1"), "wait", "PT1H"),
                            null);
                    return with("serviceName", NAME, "host", host, "ips", List.of("192.0.2.7"), "wait", "PT1H");
                }),
                prepared("dns:setGlue", world -> {
                    world.call(
                            "dns:setGlue",
                            map("serviceName", NAME, "host", host, "ips", List.of("192.0.2.1"), "wait", "PT1H"),
                            null);
                    return with(
                            "serviceName", NAME, "host", host, "ips", List.of(), "allowDelete", true, "wait", "PT1H");
                }),
                prepared("dns:setGlue", ZoneScenarios::addressBesideNameServer),
                prepared("dns:setDs", world -> {
                    servedElsewhere(world);
                    return with("serviceName", NAME, "keys", keys, "allowDs", true, "wait", "PT1H");
                }),
                prepared("dns:setDs", world -> {
                    servedElsewhere(world);
                    return with("serviceName", NAME, "keys", keys, "allowDs", true, "through", "v2");
                }),
                run(
                        "dns:planNameServers",
                        "domain",
                        NAME,
                        "nameServers",
                        List.of("ns1.example.net", "ns2.example.net")),
                prepared(
                        "dns:applyNameServers",
                        world -> going("domain", NAME, "nameServers", List.of("ns1.example.net", "ns2.example.net"))),
                run("dns:planDs", "domain", NAME, "keys", keys, "allowDs", true),
                prepared("dns:planDs", world -> {
                    servedElsewhere(world);
                    world.call(
                            "dns:setDs", map("serviceName", NAME, "keys", keys, "allowDs", true, "wait", "PT1H"), null);
                    return with("domain", NAME, "keys", List.of(), "allowDs", true);
                }),
                prepared("dns:applyDs", world -> {
                    servedElsewhere(world);
                    return going("domain", NAME, "keys", keys, "allowDs", true);
                }),
                run("dns:setDnssec", "zoneName", NAME, "enabled", true, "wait", "P2D"),
                prepared("dns:setDnssec", world -> {
                    world.call("dns:setDnssec", map("zoneName", NAME, "enabled", true, "wait", "P2D"), null);
                    return with("zoneName", NAME, "enabled", false, "wait", "P2D");
                }));
    }

    /** A name whose registry has no hosts of their own, with a name server under itself that gets another address. */
    private static Input addressBesideNameServer(CompositeWorld world) {
        String name = ((List<?>) world.call("domain:list", Map.of(), null))
                .stream()
                        .map(String.class::cast)
                        .filter(each -> each.matches(".*\\.(eu|de|be)"))
                        .findFirst()
                        .orElseThrow();
        String own = "ns1." + name;
        world.call(
                "dns:setNameServers",
                map("serviceName", name, "nameServers", List.of(own + "/192.0.2.1", "ns2.example.net"), "wait", "PT1H"),
                null);
        return with("serviceName", name, "host", own, "ips", List.of("192.0.2.7"), "wait", "PT1H");
    }

    private static void servedElsewhere(CompositeWorld world) {
        world.call(
                "dns:setNameServers",
                map("serviceName", NAME, "nameServers", List.of("ns1.example.net", "ns2.example.net"), "wait", "PT1H"),
                null);
    }
}
