// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import static io.github.camelovh.domain.sandbox.handler.Shopper.body;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/** The DNS answers for a name before, during and after a change of its registrar follow the delegation. */
class CarriedZoneTest {

    private static final String MOVING = "taken-example.com";
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(5);
    private static final String OVH = "dns103.ovh.net ns103.ovh.net";

    private Shopper shopper;

    @BeforeEach
    void open() {
        shopper = new Shopper(SandboxOptions.defaults()
                .withDomains(1)
                .withRegistryTimes()
                .withDnsPort(0)
                .withOvhDnsPort(0));
    }

    @AfterEach
    void close() {
        shopper.close();
    }

    private static Message ask(int port, String name, int type) {
        try {
            SimpleResolver resolver = new SimpleResolver(InetAddress.getLoopbackAddress());
            resolver.setPort(port);
            resolver.setTimeout(Duration.ofSeconds(10));
            return resolver.send(Message.newQuery(Record.newRecord(Name.fromString(name + "."), type, DClass.IN)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> answers(int port, String name, int type) {
        return ask(port, name, type).getSection(Section.ANSWER).stream()
                .map(Record::rdataToString)
                .sorted()
                .toList();
    }

    private List<String> world(String name, int type) {
        return answers(shopper.sandbox().dnsPort(), name, type);
    }

    private List<String> ovh(String name, int type) {
        return answers(shopper.sandbox().ovhDnsPort(), name, type);
    }

    private static ObjectNode record(String subDomain, String type, String target) {
        return body("subDomain", subDomain, "fieldType", type, "target", target);
    }

    private void servedElsewhere(String address) {
        shopper.control(
                "POST",
                "elsewhere/" + MOVING,
                body(
                        "records",
                        List.of(
                                record("", "NS", "ns1.elsewhere.example."),
                                record("", "NS", "ns2.elsewhere.example."),
                                record("", "A", address),
                                record("www", "CNAME", MOVING + "."))));
    }

    private void zoneMadeReady(String address) {
        String cart = shopper.post("/order/cart", body("ovhSubsidiary", "FR"))
                .get("cartId")
                .asText();
        shopper.post("/order/cart/{cartId}/assign", null, cart);
        long item = shopper.post(
                        "/order/cart/{cartId}/dns",
                        body("duration", "P1Y", "planCode", "zone", "pricingMode", "create-default", "quantity", 1),
                        cart)
                .get("itemId")
                .asLong();
        shopper.configure(cart, item, "zone", MOVING);
        shopper.configure(cart, item, "template", "minimized");
        shopper.checkOut(new Shopper.Basket(cart, item), true);
        shopper.wait(LONG_ENOUGH);
        shopper.post("/domain/zone/{zoneName}/record", record("", "A", address), MOVING);
        shopper.post("/domain/zone/{zoneName}/record", record("www", "CNAME", MOVING + "."), MOVING);
        shopper.post("/domain/zone/{zoneName}/refresh", null, MOVING);
        shopper.wait(LONG_ENOUGH);
    }

    @Test
    void aCarriedZoneGivesTheSameAnswersThroughout() {
        servedElsewhere("203.0.113.7");
        List<String> before = world("www." + MOVING, Type.A);
        assertThat(before).containsExactly("203.0.113.7", MOVING + ".");
        assertThat(ask(shopper.sandbox().ovhDnsPort(), MOVING, Type.A).getRcode())
                .isEqualTo(Rcode.REFUSED);

        zoneMadeReady("203.0.113.7");
        assertThat(ovh("www." + MOVING, Type.A)).isEqualTo(before);
        shopper.buy(MOVING, "AUTH_INFO", "AUTH-" + MOVING, "DNS", OVH);
        shopper.wait(Duration.ofDays(4));
        assertThat(world("www." + MOVING, Type.A)).isEqualTo(before);
        assertThat(world(MOVING, Type.NS)).containsExactly("ns1.elsewhere.example.", "ns2.elsewhere.example.");

        shopper.wait(Duration.ofDays(2));
        assertThat(world("www." + MOVING, Type.A)).isEqualTo(before);
        assertThat(world(MOVING, Type.NS)).containsExactly("dns103.ovh.net.", "ns103.ovh.net.");
    }

    @Test
    void aZoneThatWasNotCarriedIsSeenToBeAnother() {
        servedElsewhere("203.0.113.7");
        shopper.buy(MOVING, "AUTH_INFO", "AUTH-" + MOVING, "DNS", OVH);
        shopper.wait(Duration.ofDays(6));

        assertThat(world(MOVING, Type.A)).containsExactly("213.186.33.5");
    }

    @Test
    void keptNameServersGoOnToAnswer() {
        shopper.buy(MOVING, "AUTH_INFO", "AUTH-" + MOVING);
        List<String> before = world(MOVING, Type.MX);
        shopper.wait(Duration.ofDays(6));
        assertThat(world(MOVING, Type.MX)).isEqualTo(before).containsExactly("10 mx.elsewhere.example.");

        shopper.control("POST", "elsewhere/" + MOVING, body("serves", false));
        assertThat(ask(shopper.sandbox().dnsPort(), MOVING, Type.MX).getRcode()).isEqualTo(Rcode.REFUSED);
    }

    @Test
    void aLosingRegistrarMayStopToServeWithTheTransfer() {
        shopper.control("POST", "elsewhere/" + MOVING, body("servesAfterwards", false));
        shopper.buy(MOVING, "AUTH_INFO", "AUTH-" + MOVING);
        shopper.wait(Duration.ofDays(4));
        assertThat(world(MOVING, Type.MX)).hasSize(1);

        shopper.wait(Duration.ofDays(2));

        assertThat(world(MOVING, Type.MX)).isEmpty();
    }

    @Test
    void otherNameServersAreNotTheSandbox() {
        String mine = Portfolio.FIRST_NAME;
        assertThat(world(mine, Type.MX)).hasSize(1);
        shopper.put("/domain/{serviceName}", body("nameServerType", "external"), mine);
        shopper.post(
                "/domain/{serviceName}/nameServers/update",
                body("nameServers", List.of(body("host", "ns1.example.org"), body("host", "ns2.example.org"))),
                mine);
        shopper.wait(LONG_ENOUGH);

        assertThat(ask(shopper.sandbox().dnsPort(), mine, Type.MX).getRcode()).isEqualTo(Rcode.REFUSED);
        assertThat(ovh(mine, Type.MX)).hasSize(1);
    }

    @Test
    void aNameThatLeftIsServedFromItsZoneHereWhileItPointsHere() {
        String mine = Portfolio.FIRST_NAME;
        shopper.control("POST", "elsewhere/" + mine, body("takeBack", true));
        assertThat(shopper.get("/domain")).isEmpty();
        assertThat(world(mine, Type.MX)).containsExactly("1 redirect.ovh.net.");

        shopper.control(
                "POST",
                "elsewhere/" + mine,
                body("nameServers", List.of("ns1.elsewhere.example", "ns2.elsewhere.example")));

        assertThat(world(mine, Type.MX)).containsExactly("10 mx.elsewhere.example.");
    }

    @Test
    void aZoneFileCanBeServedElsewhere() {
        shopper.control(
                "POST",
                "elsewhere/" + MOVING,
                body("zoneFile", "@ IN NS ns1.elsewhere.example.\n@ 60 IN AAAA 2001:db8::1\n"));

        assertThat(world(MOVING, Type.AAAA)).containsExactly("2001:db8:0:0:0:0:0:1");
        assertThat(shopper.control("POST", "elsewhere/" + MOVING, body("zoneFile", "nonsense"))
                        .get("message")
                        .asText())
                .contains("zoneFile cannot be read");
    }
}
