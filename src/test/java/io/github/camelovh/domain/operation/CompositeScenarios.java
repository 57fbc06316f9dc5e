// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelovh.domain.api.ApiJson;
import io.github.camelovh.domain.api.model.AuthCode;
import io.github.camelovh.domain.api.model.Cart;
import io.github.camelovh.domain.api.model.DomainTask;
import io.github.camelovh.domain.contact.OwnerContact;
import io.github.camelovh.domain.order.OrderSettings;
import io.github.camelovh.domain.order.OrderSettings.Payment;
import io.github.camelovh.domain.order.PurchaseOutcome;
import io.github.camelovh.domain.renewal.RenewalState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What {@link CompositeRowsIT} has each composite operation do, so that each of its branches is taken. */
final class CompositeScenarios {
    private static final String NAME = "already-mine.com";
    private static final String LEAVES = "garden-travel-1.com";
    static final String LARGE_ZONE = "example.com";
    private static final String ELSEWHERE = "elsewhere.example";
    private static final List<Map<String, Object>> RECORDS = List.of(
            Map.of("fieldType", "A", "subDomain", "", "target", "192.0.2.1", "ttl", 600),
            Map.of("fieldType", "A", "subDomain", "new", "target", "192.0.2.2", "ttl", 600));
    private static final Map<String, Object> OPEN_GUARDS = Map.of(
            "maxDeletes", 5000,
            "maxDeletePercent", 100,
            "maxUpdates", 5000,
            "maxUpdatePercent", 100,
            "allowApexMx", true,
            "allowManaged", true);

    private CompositeScenarios() {}

    /**
     * One thing that an operation is asked for.
     *
     * @param operation full name
     * @param preparation makes the world ready, and gives what the operation is called with
     * @param costly whether it spends money: it is then tried with two failures at once as well
     */
    record Scenario(String operation, Function<CompositeWorld, Input> preparation, boolean costly) {
        @Override
        public String toString() {
            return operation;
        }
    }

    /** What an operation is called with. */
    record Input(Map<String, Object> parameters, Object body) {}

    static List<Scenario> all() {
        return Stream.of(names(), zones(), delegations(), orders(), transfers(), renewals(), people())
                .flatMap(List::stream)
                .toList();
    }

    private static Scenario run(String operation, Object... parameters) {
        return new Scenario(operation, world -> new Input(map(parameters), null), false);
    }

    private static Scenario costly(String operation, Function<CompositeWorld, Input> preparation) {
        return new Scenario(operation, preparation, true);
    }

    private static Scenario prepared(String operation, Function<CompositeWorld, Input> preparation) {
        return new Scenario(operation, preparation, false);
    }

    private static Map<String, Object> map(Object... pairs) {
        Map<String, Object> all = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            all.put((String) pairs[i], pairs[i + 1]);
        }
        return all;
    }

    private static Input with(Object... parameters) {
        return new Input(map(parameters), null);
    }

    private static List<Scenario> names() {
        return List.of(
                run("domain:scan"),
                run("domain:unlock", "serviceName", NAME, "wait", "PT1H"),
                prepared("domain:lock", world -> {
                    world.call("domain:unlock", map("serviceName", NAME, "wait", "PT1H"), null);
                    return with("serviceName", NAME, "wait", "PT1H");
                }),
                run("domain:unlock", "serviceName", NAME, "through", "v2"),
                prepared("domain:lock", world -> {
                    world.call("domain:unlock", map("serviceName", NAME, "wait", "PT1H"), null);
                    return with("serviceName", NAME, "through", "v2");
                }),
                run("domain:changeTarget", "domain", NAME, "protected", false, "wait", "PT1H"),
                run("rules:explain", "domain", NAME),
                run("rules:schema", "domain", NAME),
                prepared("rules:evaluate", world -> new Input(map("domain", NAME), Map.of())),
                prepared(
                        "account:uploadDocument",
                        world -> new Input(map("name", "proof.pdf"), "proof".getBytes(StandardCharsets.UTF_8))));
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
                run("dns:upsert", joined("zoneName", NAME, "fieldType", "CNAME", "subDomain", "www")),
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
                    payByName(world);
                    return with("zoneName", ELSEWHERE);
                }),
                costly("dns:order", world -> {
                    crowdedCart(world, "camel-ovh-domain zone " + ELSEWHERE, ZONE_ITEM);
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

    private static Scenario run(String operation, Map<String, Object> parameters) {
        return prepared(operation, world -> new Input(parameters, null));
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
                    return with("serviceName", NAME, "host", host, "wait", "PT1H");
                }),
                prepared("dns:setGlue", CompositeScenarios::addressBesideNameServer),
                prepared("dns:setDs", world -> {
                    servedElsewhere(world);
                    return with("serviceName", NAME, "keys", keys, "allowDs", true, "wait", "PT1H");
                }),
                prepared("dns:setDs", world -> {
                    servedElsewhere(world);
                    return with("serviceName", NAME, "keys", keys, "allowDs", true, "through", "v2");
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

    private static Map<String, Object> buying(String name) {
        return map(
                "domain",
                name,
                "maxPrice",
                "50 EUR",
                "config.OWNER_LEGAL_AGE",
                "true",
                "config.ACCEPT_CONDITIONS",
                "true");
    }

    private static Map<String, Object> moving(String name, String code) {
        Map<String, Object> all = buying(name);
        all.put("authCode", code);
        return all;
    }

    private static List<Scenario> orders() {
        return List.of(
                run("order:check", "domain", "free.ovh"),
                run("order:quote", buying("free.ovh")),
                run("order:quote", joinedTo(buying("free.ovh"), "dryRun", true)),
                run("order:quote", "domain", ELSEWHERE, "action", "zone"),
                run("order:quote", "domain", ELSEWHERE, "action", "zone", "dryRun", true),
                costly("order:create", world -> new Input(buying("bought.ovh"), null)),
                costly("order:create", world -> {
                    payByName(world);
                    return new Input(buying("bought.ovh"), null);
                }),
                costly(
                        "order:create",
                        world -> new Input(map("domain", ELSEWHERE, "action", "zone", "maxPrice", "0 EUR"), null)),
                costly("order:create", world -> {
                    crowdedCart(world, "camel-ovh-domain create bought.ovh", NAME_ITEM);
                    return new Input(buying("bought.ovh"), null);
                }),
                costly("order:resume", world -> new Input(buying("bought.ovh"), null)),
                costly("order:resume", world -> {
                    crowdedCart(world, "camel-ovh-domain create bought.ovh", NAME_ITEM);
                    return new Input(buying("bought.ovh"), null);
                }),
                costly("order:resume", world -> {
                    payByName(world);
                    return new Input(buying("bought.ovh"), null);
                }),
                costly(
                        "order:resume",
                        world -> new Input(map("domain", ELSEWHERE, "action", "zone", "maxPrice", "0 EUR"), null)),
                costly("order:pay", world -> with("orderId", unpaid(world))),
                prepared("order:await", world -> with("orderId", unpaid(world), "wait", "PT1H")));
    }

    private static Map<String, Object> joinedTo(Map<String, Object> some, String name, Object value) {
        some.put(name, value);
        return some;
    }

    /** What is put into a cart: the operation, its parameters. */
    private record Item(String operation, Map<String, Object> parameters) {}

    private static final Item NAME_ITEM = new Item("order:addDomain", map("domain", "bought.ovh", "duration", "P1Y"));
    private static final Item ZONE_ITEM = new Item(
            "order:addDns", map("planCode", "zone", "duration", "P1Y", "pricingMode", "create-default", "quantity", 1));

    /** A cart of the same purchase that an earlier process left, with one item too many. */
    private static void crowdedCart(CompositeWorld world, String key, Item item) {
        Cart cart = (Cart) world.call(
                "order:createCart",
                map(
                        "ovhSubsidiary",
                        "FR",
                        "description",
                        key,
                        "expire",
                        world.sandbox.now().plus(Duration.ofDays(29)).toString()),
                null);
        world.call("order:assignCart", map("cartId", cart.cartId()), null);
        for (int i = 0; i < 2; i++) {
            Map<String, Object> parameters = new HashMap<>(item.parameters());
            parameters.put("cartId", cart.cartId());
            world.call(item.operation(), parameters, null);
        }
    }

    private static void payByName(CompositeWorld world) {
        List<?> methods = (List<?>) world.call("order:listPaymentMethods", Map.of(), null);
        world.settings = OrderSettings.of("FR").payingBy(Payment.NAMED_METHOD, (Long) methods.get(0));
    }

    private static long unpaid(CompositeWorld world) {
        world.settings = OrderSettings.of("FR").payingBy(Payment.NONE, null);
        return ((PurchaseOutcome.Ordered) world.call("order:create", buying("bought.ovh"), null)).orderId();
    }

    private static List<Scenario> transfers() {
        return List.of(
                costly("transfer:start", world -> new Input(moving("taken-a.com", "AUTH-taken-a.com"), null)),
                costly("transfer:start", world -> {
                    payByName(world);
                    return new Input(moving("taken-a.com", "AUTH-taken-a.com"), null);
                }),
                costly("transfer:start", world -> {
                    crowdedCart(
                            world,
                            "camel-ovh-domain transfer taken-a.com",
                            new Item("order:addDomain", map("domain", "taken-a.com", "duration", "P1Y")));
                    return new Input(moving("taken-a.com", "AUTH-taken-a.com"), null);
                }),
                run("transfer:check", "domain", "taken-a.com"),
                prepared("transfer:status", world -> with("domain", stuck(world))),
                run("transfer:status", "domain", NAME),
                prepared("transfer:await", world -> {
                    world.call("transfer:start", moving("taken-a.com", "AUTH-taken-a.com"), null);
                    return with("domain", "taken-a.com", "wait", "P10D");
                }),
                prepared("transfer:fixAuthInfo", world -> with("domain", stuck(world), "authCode", "AUTH-taken-a.com")),
                prepared("transfer:cancel", world -> with("domain", stuck(world))),
                run("transfer:release", "domain", LEAVES),
                prepared("transfer:approve", world -> with("domain", LEAVES, "token", token(world))),
                prepared("transfer:reject", world -> with("domain", LEAVES, "token", token(world))),
                run("transfer:releaseByTag", "domain", "maison-zen-6.uk", "tag", "EXAMPLE-GB"),
                run("task:find", "domain", NAME),
                run("task:find", "status", List.of("todo", "doing", "error")),
                prepared("task:find", world -> with("domain", stuck(world))),
                prepared("task:fix", world -> with("id", task(world), "argument.authInfo", "AUTH-taken-a.com")),
                prepared("task:await", world -> with("id", task(world))));
    }

    /** A transfer that waits for the right code. */
    private static String stuck(CompositeWorld world) {
        world.call("transfer:start", moving("taken-a.com", "wrong-code"), null);
        world.call("transfer:await", map("domain", "taken-a.com", "wait", "P10D"), null);
        return "taken-a.com";
    }

    private static long task(CompositeWorld world) {
        List<?> tasks = (List<?>) world.call("task:find", map("domain", stuck(world)), null);
        return ((DomainTask) tasks.get(0)).id();
    }

    /** That of the mail to the owner of a name that another registrar asks for. */
    private static String token(CompositeWorld world) {
        AuthCode code = (AuthCode) world.call("transfer:release", map("domain", LEAVES), null);
        HttpRequest ask = HttpRequest.newBuilder(world.sandbox.origin().resolve("/_sandbox/outgoing/" + LEAVES))
                .POST(HttpRequest.BodyPublishers.ofString("{\"code\":\"" + code.secret() + "\"}"))
                .build();
        try {
            String said = HttpClient.newHttpClient()
                    .send(ask, HttpResponse.BodyHandlers.ofString())
                    .body();
            return said.replaceFirst("(?s).*\"token\"\\s*:\\s*\"([^\"]+)\".*", "$1");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Scenario> renewals() {
        return List.of(
                costly("renewal:renew", world -> renewing(world, false)),
                costly("renewal:renew", world -> renewing(world, true)),
                run("renewal:state", "domain", NAME),
                run("renewal:quote", "domain", NAME),
                run("renewal:setAutomatic", "domain", NAME),
                prepared("renewal:setManual", world -> {
                    world.call("renewal:setAutomatic", map("domain", NAME), null);
                    return with("domain", NAME);
                }),
                run("renewal:cancelAtExpiry", "domain", NAME),
                prepared("renewal:undoCancel", world -> {
                    world.call("renewal:cancelAtExpiry", map("domain", NAME), null);
                    return with("domain", NAME);
                }));
    }

    private static Input renewing(CompositeWorld world, boolean expired) {
        world.call("renewal:setManual", map("domain", NAME), null);
        RenewalState seen = (RenewalState) world.call("renewal:state", map("domain", NAME), null);
        if (expired) {
            world.pass(Duration.between(
                            world.sandbox.now(),
                            seen.expiration().atStartOfDay().toInstant(java.time.ZoneOffset.UTC))
                    .plusDays(40));
        }
        return with("domain", NAME, "expiry", seen.expiration().toString(), "maxPrice", "500 EUR");
    }

    private static List<Scenario> people() {
        Map<String, Object> ada = map("owner.firstName", "Ada", "owner.lastName", "Lovelace");
        return List.of(
                run("contact:ownerOf", "domain", NAME),
                run("contact:listOwners"),
                run("contact:findOrCreate", ada),
                run("contact:findOrCreate", joinedTo(new HashMap<>(ada), "owner.enterpriseId", "1")),
                prepared(
                        "contact:change",
                        world -> with("contactId", owner(world).id(), "owner.phone", "+33.900000000")),
                costly(
                        "contact:changeOwner",
                        world -> new Input(
                                joinedTo(joinedTo(new HashMap<>(WHOLE_OWNER), "domain", NAME), "maxPrice", "50 EUR"),
                                null)),
                costly(
                        "contact:changeOwner",
                        world -> with(
                                "domain",
                                NAME,
                                "maxPrice",
                                "50 EUR",
                                "ownerContact",
                                world.call("contact:findOrCreate", WHOLE_OWNER, null))),
                costly("contact:changeOwner", world -> {
                    payByName(world);
                    return with("domain", NAME, "maxPrice", "50 EUR", "ownerContact", "/me/contact/5000000002");
                }),
                costly("contact:changeOwner", CompositeScenarios::crowdedTrade),
                run("contact:accounts", "domain", NAME),
                run("contact:changeAccounts", "domain", NAME, "contactTech", "xx2222-ovh"),
                run("whois:get", "domain", NAME),
                run("whois:setDisclosure", "domain", NAME, "disclosure.owner", "all"),
                run("whois:setDisclosure", "domain", NAME, "disclosure.owner", "all", "through", "v2"),
                run("whois:setObfuscation", "domain", NAME, "obfuscation.tech", "off"));
    }

    private static Input crowdedTrade(CompositeWorld world) {
        String to = (String) world.call("contact:findOrCreate", WHOLE_OWNER, null);
        JsonNode trade = ApiJson.mapper()
                .<JsonNode>valueToTree(world.call("order:listServiceOptions", map("serviceName", NAME), null))
                .get(0);
        Map<String, Object> item = map(
                "serviceName",
                NAME,
                "planCode",
                trade.path("planCode").asText(),
                "duration",
                "P0Y",
                "pricingMode",
                trade.at("/prices/0/pricingMode").asText(),
                "quantity",
                1);
        crowdedCart(
                world,
                "camel-ovh-domain trade " + NAME + " from " + owner(world).id() + " to " + to,
                new Item("order:addServiceOption", item));
        return with("domain", NAME, "maxPrice", "50 EUR", "ownerContact", to);
    }

    private static OwnerContact owner(CompositeWorld world) {
        return (OwnerContact) world.call("contact:ownerOf", map("domain", NAME), null);
    }

    private static final Map<String, Object> WHOLE_OWNER = map(
            "owner.firstName",
            "Ada",
            "owner.lastName",
            "Lovelace",
            "owner.email",
            "ada@example.com",
            "owner.phone",
            "+44.2012345678",
            "owner.language",
            "en_GB",
            "owner.legalForm",
            "individual",
            "owner.address.line1",
            "1 St James's Square",
            "owner.address.city",
            "London",
            "owner.address.zip",
            "SW1Y",
            "owner.address.country",
            "GB");
}
