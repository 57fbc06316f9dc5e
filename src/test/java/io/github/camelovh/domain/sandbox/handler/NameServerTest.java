// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import static io.github.camelovh.domain.sandbox.handler.Shopper.body;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Name servers, glue records and keys of a name, which tasks change at the registry. */
class NameServerTest {

    private static final String NAME = "/domain/{serviceName}";
    private static final String MINE = Portfolio.FIRST_NAME;
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(5);
    private static final String KEY =
            "mdsswUyr3DPW132mOi8V9xESWE8jTo0dxCjjnopKl+GqJxpVXckHAeF+KkxLbxILfDLUT0rAK9iUzy1L53eKGQ==";

    private Shopper shopper;

    @BeforeEach
    void open() {
        shopper = new Shopper(1);
    }

    @AfterEach
    void close() {
        shopper.close();
    }

    private void external(String name) {
        shopper.put(NAME, body("nameServerType", "external"), name);
    }

    private static JsonNode servers(String member, String... hosts) {
        List<JsonNode> list = new ArrayList<>();
        for (String host : hosts) {
            list.add(body("host", host));
        }
        return body(member, list);
    }

    private List<String> listed(String name) {
        List<String> listed = new ArrayList<>();
        shopper.get(NAME + "/nameServer", name).forEach(id -> {
            JsonNode one = shopper.get(NAME + "/nameServer/{id}", name, id.asLong());
            shopper.get(NAME + "/nameServer/{id}/status", name, id.asLong());
            listed.add(one.get("host").asText()
                    + (one.get("isUsed").asBoolean() ? " used" : " new")
                    + (one.get("toDelete").asBoolean() ? " toDelete" : ""));
        });
        listed.sort(null);
        return listed;
    }

    private Shopper.Answer tried(String path, JsonNode body, Object... arguments) {
        return shopper.call(true, "POST", path, body, arguments);
    }

    @Test
    void theTypeHasToBeExternalFirst() {
        Shopper.Answer answer =
                tried(NAME + "/nameServers/update", servers("nameServers", "ns1.example.net", "ns2.example.net"), MINE);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(listed(MINE)).containsExactly("dns103.ovh.net used", "ns103.ovh.net used");
    }

    @Test
    void oldAndNewServersAreListedWhileTheTaskRuns() {
        external(MINE);
        JsonNode task = shopper.post(
                NAME + "/nameServers/update",
                servers("nameServers", "ns1.example.net", "ns2.example.net", "ns103.ovh.net"),
                MINE);
        assertThat(task.get("function").asText()).isEqualTo("DomainDnsUpdate");
        assertThat(listed(MINE))
                .containsExactly(
                        "dns103.ovh.net used toDelete",
                        "ns1.example.net new",
                        "ns103.ovh.net used",
                        "ns2.example.net new");
        assertThat(tried(NAME + "/nameServer", servers("nameServer", "ns3.example.net"), MINE)
                        .status())
                .isEqualTo(409);
        shopper.wait(LONG_ENOUGH);
        assertThat(listed(MINE)).containsExactly("ns1.example.net used", "ns103.ovh.net used", "ns2.example.net used");
        assertThat(shopper.get(NAME, MINE).get("nameServers")).hasSize(3);
    }

    @Test
    void oneCanBeAddedOrTakenAwayButTwoMustStay() {
        external(MINE);
        shopper.post(NAME + "/nameServer", servers("nameServer", "ns1.example.net"), MINE);
        shopper.wait(LONG_ENOUGH);
        long first = shopper.get(NAME + "/nameServer", MINE).get(0).asLong();
        shopper.delete(NAME + "/nameServer/{id}", MINE, first);
        shopper.wait(LONG_ENOUGH);
        assertThat(listed(MINE)).hasSize(2);
        long second = shopper.get(NAME + "/nameServer", MINE).get(0).asLong();
        assertThat(shopper.call(true, "DELETE", NAME + "/nameServer/{id}", null, MINE, second)
                        .status())
                .isEqualTo(400);
        assertThat(tried(NAME + "/nameServers/update", servers("nameServers", "ns1.example.net"), MINE)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aCancelledTaskLeavesEverythingAsItWas() {
        external(MINE);
        long task = shopper.post(
                        NAME + "/nameServers/update",
                        servers("nameServers", "ns1.example.net", "ns2.example.net"),
                        MINE)
                .get("id")
                .asLong();
        shopper.post("/me/task/domain/{id}/cancel", null, task);
        shopper.wait(LONG_ENOUGH);
        assertThat(listed(MINE)).containsExactly("dns103.ovh.net used", "ns103.ovh.net used");
    }

    @Test
    void backToHostedBringsTheServersOfTheZone() {
        external(MINE);
        shopper.post(NAME + "/nameServers/update", servers("nameServers", "ns1.example.net", "ns2.example.net"), MINE);
        shopper.wait(LONG_ENOUGH);
        shopper.put(NAME, body("nameServerType", "hosted"), MINE);
        shopper.wait(LONG_ENOUGH);
        assertThat(listed(MINE)).containsExactly("dns103.ovh.net used", "ns103.ovh.net used");
    }

    @Test
    void hostsAreObjectsWhereTheRegistryHasThem() {
        external(MINE);
        String host = "ns1." + MINE;
        assertThat(tried(NAME + "/nameServer", servers("nameServer", host), MINE)
                        .status())
                .isEqualTo(400);
        JsonNode task = shopper.post(NAME + "/glueRecord", body("host", host, "ips", List.of("192.0.2.1")), MINE);
        assertThat(task.get("function").asText()).isEqualTo("DomainHostCreate");
        assertThat(shopper.get(NAME + "/glueRecord", MINE)).isEmpty();
        shopper.wait(LONG_ENOUGH);
        shopper.post(NAME + "/nameServer", servers("nameServer", host), MINE);
        shopper.wait(LONG_ENOUGH);
        task = shopper.post(
                NAME + "/glueRecord/{host}/update", body("ips", List.of("192.0.2.2", "2001:db8::2")), MINE, host);
        assertThat(task.get("function").asText()).isEqualTo("DomainHostUpdate");
        shopper.wait(LONG_ENOUGH);
        assertThat(shopper.get(NAME + "/glueRecord/{host}", MINE, host).get("ips"))
                .hasSize(2);
        assertThat(shopper.call(true, "DELETE", NAME + "/glueRecord/{host}", null, MINE, host)
                        .status())
                .isEqualTo(409);
        shopper.post(NAME + "/nameServers/update", servers("nameServers", "ns1.example.net", "ns2.example.net"), MINE);
        shopper.wait(LONG_ENOUGH);
        assertThat(shopper.delete(NAME + "/glueRecord/{host}", MINE, host)
                        .get("function")
                        .asText())
                .isEqualTo("DomainHostDelete");
        shopper.wait(LONG_ENOUGH);
        assertThat(shopper.get(NAME + "/glueRecord", MINE)).isEmpty();
        assertThat(tried(NAME + "/glueRecord", body("host", "ns1.example.net", "ips", List.of("192.0.2.1")), MINE)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void otherRegistriesHaveAddressesWithTheNameServer() {
        shopper.buy("glue-test.de");
        shopper.wait(LONG_ENOUGH);
        String name = "glue-test.de";
        assertThat(shopper.get(NAME, name).get("hostSupported").asBoolean()).isFalse();
        external(name);
        assertThat(tried(NAME + "/glueRecord", body("host", "ns1." + name, "ips", List.of("192.0.2.1")), name)
                        .status())
                .isEqualTo(400);
        assertThat(tried(NAME + "/nameServer", servers("nameServer", "ns1." + name), name)
                        .status())
                .isEqualTo(400);
        shopper.post(
                NAME + "/nameServer",
                body("nameServer", List.of(body("host", "ns1." + name, "ip", "192.0.2.1"))),
                name);
        shopper.wait(LONG_ENOUGH);
        assertThat(listed(name)).contains("ns1." + name + " used");
    }

    @Test
    void keysAreReplacedAsAWhole() {
        JsonNode keys = body("keys", List.of(body("algorithm", 13, "flags", 257, "tag", 12345, "publicKey", KEY)));
        assertThat(tried(NAME + "/dsRecord", keys, MINE).status()).isEqualTo(400);
        external(MINE);
        assertThat(shopper.post(NAME + "/dsRecord", keys, MINE).get("function").asText())
                .isEqualTo("DomainDsUpdate");
        assertThat(tried(NAME + "/dsRecord", keys, MINE).status()).isEqualTo(409);
        assertThat(shopper.get(NAME + "/dsRecord", MINE)).isEmpty();
        shopper.wait(LONG_ENOUGH);
        long id = shopper.get(NAME + "/dsRecord?flags=257&status=active", MINE)
                .get(0)
                .asLong();
        assertThat(shopper.get(NAME + "/dsRecord/{id}", MINE, id)
                        .get("publicKey")
                        .asText())
                .isEqualTo(KEY);
        assertThat(shopper.get(NAME + "/dsRecord?flags=256", MINE)).isEmpty();
        assertThat(shopper.get(NAME, MINE).get("dnssecState").asText()).isEqualTo("enabled");
        shopper.post(NAME + "/dsRecord", body("keys", List.of()), MINE);
        shopper.wait(LONG_ENOUGH);
        assertThat(shopper.get(NAME + "/dsRecord", MINE)).isEmpty();
        JsonNode digest = body("keys", List.of(body("algorithm", 13, "flags", 257, "tag", 1, "publicKey", "2BB183AF")));
        assertThat(tried(NAME + "/dsRecord", digest, MINE).status()).isEqualTo(400);
    }

    @Test
    void aZoneAloneIsOrderedThroughTheCart() {
        String cart = shopper.post("/order/cart", body("ovhSubsidiary", "FR"))
                .get("cartId")
                .asText();
        shopper.post("/order/cart/{cartId}/assign", null, cart);
        JsonNode offer = shopper.get("/order/cart/{cartId}/dns", cart).get(0);
        JsonNode price = offer.get("prices").get(0);
        long item = shopper.post(
                        "/order/cart/{cartId}/dns",
                        body(
                                "planCode", offer.get("planCode").asText(),
                                "duration", price.get("duration").asText(),
                                "pricingMode", price.get("pricingMode").asText(),
                                "quantity", 1),
                        cart)
                .get("itemId")
                .asLong();
        assertThat(shopper.call(true, "GET", "/order/cart/{cartId}/checkout", null, cart)
                        .status())
                .isEqualTo(400);
        String setting = "/order/cart/{cartId}/item/{itemId}/configuration";
        assertThat(tried(setting, body("label", "zone", "value", "no zone"), cart, item)
                        .status())
                .isEqualTo(400);
        assertThat(tried(setting, body("label", "template", "value", "other"), cart, item)
                        .status())
                .isEqualTo(400);
        shopper.configure(cart, item, "zone", "elsewhere.example");
        shopper.configure(cart, item, "template", "minimized");
        long order = shopper.checkOut(new Shopper.Basket(cart, item), true)
                .get("orderId")
                .asLong();
        assertThat(shopper.get("/domain/zone")).hasSize(1);
        assertThat(shopper.get("/me/task/dns?zone=elsewhere.example&function=ZoneCreate"))
                .hasSize(1);
        shopper.wait(LONG_ENOUGH);

        assertThat(shopper.status(order)).isEqualTo("delivered");
        assertThat(shopper.get("/domain/zone")).hasSize(2);
        assertThat(shopper.get("/domain")).hasSize(1);
        assertThat(shopper.get("/domain/zone/{zoneName}/record", "elsewhere.example"))
                .hasSize(2);
        assertThat(shopper.orders().get(0).get("domain").asText()).isEqualTo("elsewhere.example");
        assertThat(shopper.orders().get(0).get("action").asText()).isEqualTo("zone");
    }

    @Test
    void aDeliveredNameHasItsZone() {
        shopper.buy("with-zone.com");
        assertThat(shopper.call(true, "GET", "/domain/zone/{zoneName}", null, "with-zone.com")
                        .status())
                .isEqualTo(404);
        shopper.wait(LONG_ENOUGH);
        assertThat(shopper.get("/domain/zone/{zoneName}/record", "with-zone.com"))
                .hasSize(6);
        assertThat(shopper.served("with-zone.com")).hasSize(7);
    }
}
