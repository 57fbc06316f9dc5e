// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import static io.github.camelovh.domain.sandbox.handler.Shopper.body;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelovh.domain.sandbox.handler.Shopper.Answer;
import io.github.camelovh.domain.sandbox.handler.Shopper.Basket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The names of the account. */
class PortfolioTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(5);
    private static final String MINE = Portfolio.FIRST_NAME;

    private Shopper shopper;

    @BeforeEach
    void open() {
        shopper = new Shopper(200);
    }

    @AfterEach
    void close() {
        shopper.close();
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    @Test
    void isTheSameForTheSameSeed() {
        List<String> names = texts(shopper.get("/domain"));

        assertThat(names).hasSize(200).doesNotHaveDuplicates().contains(MINE);
        try (Shopper other = new Shopper(200)) {
            assertThat(texts(other.get("/domain"))).isEqualTo(names);
            String last = names.get(199);
            assertThat(other.get("/domain/{serviceName}", last)).isEqualTo(shopper.get("/domain/{serviceName}", last));
        }
    }

    @Test
    void spreadsOverExtensionsAndExpiryDates() {
        Set<String> extensions = new TreeSet<>();
        Set<String> months = new TreeSet<>();
        for (String name : texts(shopper.get("/domain"))) {
            JsonNode one = shopper.get("/domain/{serviceName}", name);
            extensions.add(name.substring(name.indexOf('.') + 1));
            months.add(one.get("expirationDate").asText().substring(0, 7));
        }
        assertThat(extensions).hasSizeGreaterThan(8);
        assertThat(months).hasSizeGreaterThan(12);
    }

    @Test
    void answersForNamesThatAreNotThere() {
        assertThat(shopper.call(true, "GET", "/domain/{serviceName}", null, "nobody.com"))
                .satisfies(answer -> assertThat(answer.status()).isEqualTo(404))
                .satisfies(answer ->
                        assertThat(answer.body().get("message").asText()).isEqualTo("This service does not exist"));
        assertThat(shopper.call(true, "GET", "/domain/{serviceName}", null, "expired-example.com"))
                .satisfies(answer -> assertThat(answer.status()).isEqualTo(460))
                .satisfies(answer ->
                        assertThat(answer.body().get("message").asText()).isEqualTo("This service is expired"));
        shopper.buy("vanishing-example.com");
        shopper.wait(LONG_ENOUGH);
        assertThat(texts(shopper.get("/domain"))).contains("vanishing-example.com");
        assertThat(shopper.call(true, "GET", "/domain/{serviceName}", null, "vanishing-example.com")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void givesTheCodeOnlyOnceTheLockIsOff() {
        assertThat(shopper.call(true, "GET", "/domain/{serviceName}/authInfo", null, MINE)
                        .status())
                .isEqualTo(403);

        JsonNode unlocking = shopper.put("/domain/{serviceName}", body("transferLockStatus", "unlocked"), MINE);
        assertThat(unlocking.get("transferLockStatus").asText()).isEqualTo("unlocking");
        Answer again = shopper.call(true, "PUT", "/domain/{serviceName}", body("transferLockStatus", "locked"), MINE);
        assertThat(again.status()).isEqualTo(409);
        shopper.wait(LONG_ENOUGH);

        assertThat(shopper.get("/domain/{serviceName}", MINE)
                        .get("transferLockStatus")
                        .asText())
                .isEqualTo("unlocked");
        assertThat(shopper.get("/domain/{serviceName}/authInfo", MINE).asText()).isNotBlank();
        assertThat(shopper.task(MINE, "DomainUnlock").get("status").asText()).isEqualTo("done");
    }

    @Test
    void takesBackAnUnchangedObjectButNoReadOnlyChange() {
        ObjectNode whole = shopper.get("/domain/{serviceName}", MINE).deepCopy();
        whole.remove("iam");
        whole.put("nameServerType", "external");
        assertThat(shopper.put("/domain/{serviceName}", whole, MINE)
                        .get("nameServerType")
                        .asText())
                .isEqualTo("external");

        Answer refused = shopper.call(true, "PUT", "/domain/{serviceName}", body("offer", "diamond"), MINE);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().get("message").asText()).isEqualTo("Try to alter read-only properties: offer");
    }

    @Test
    void renewsByAnOrder() {
        JsonNode infos = shopper.get("/domain/{serviceName}/serviceInfos", MINE);
        long service = infos.get("serviceId").asLong();
        String before = infos.get("expiration").asText();
        JsonNode options = shopper.get("/service/{serviceId}/renew?includeOptions={b}", service, false);
        assertThat(options.at("/0/strategies/0/services/0").asLong()).isEqualTo(service);
        ObjectNode wish = body("duration", "P1Y", "services", List.of(service), "dryRun", true);

        assertThat(shopper.post("/service/{serviceId}/renew", wish, service)
                        .at("/priceWithTax/value")
                        .decimalValue())
                .isEqualByComparingTo("15.59");
        assertThat(shopper.orders()).isEmpty();
        long order = shopper.post("/service/{serviceId}/renew", wish.put("dryRun", false), service)
                .get("orderId")
                .asLong();
        shopper.post(
                "/me/order/{orderId}/pay",
                body(
                        "paymentMethod",
                        body("id", shopper.get("/me/payment/method").get(0))),
                order);
        shopper.wait(LONG_ENOUGH);

        String after = shopper.get("/domain/{serviceName}/serviceInfos", MINE)
                .get("expiration")
                .asText();
        assertThat(Integer.parseInt(after.substring(0, 4))).isEqualTo(Integer.parseInt(before.substring(0, 4)) + 1);
        assertThat(shopper.status(order)).isEqualTo("delivered");
        assertThat(shopper.orders().get(0).get("action").asText()).isEqualTo("renew");
    }

    @Test
    void keepsTheRenewalSettings() {
        shopper.put(
                "/domain/{serviceName}/serviceInfos",
                body("renew", body("automatic", true, "deleteAtExpiration", true, "forced", false, "period", 12)),
                MINE);

        assertThat(shopper.get("/domain/{serviceName}", MINE)
                        .get("renewalState")
                        .asText())
                .isEqualTo("cancellation_requested");
    }

    @Test
    void takesAVersionTwoTargetOnlyWithItsChecksum() {
        JsonNode name = shopper.get("/v2/domain/name/{domainName}", MINE);
        ObjectNode target = name.get("targetSpec").deepCopy();
        target.put("protectionState", "UNPROTECTED");
        ObjectNode wish = body("checksum", name.get("checksum"), "targetSpec", target);

        JsonNode updated = shopper.put("/v2/domain/name/{domainName}", wish, MINE);
        assertThat(updated.get("resourceStatus").asText()).isEqualTo("UPDATING");
        assertThat(updated.at("/currentState/protectionState").asText()).isEqualTo("PROTECTED");
        Answer stale = shopper.call(true, "PUT", "/v2/domain/name/{domainName}", wish, MINE);
        assertThat(stale.status()).isEqualTo(412);

        String task = updated.at("/currentTasks/0/id").asText();
        shopper.wait(LONG_ENOUGH);
        assertThat(shopper.get("/v2/domain/name/{domainName}/task/{taskId}", MINE, task)
                        .get("status")
                        .asText())
                .isEqualTo("DONE");
        assertThat(shopper.get("/v2/domain/name/{domainName}", MINE)
                        .at("/currentState/protectionState")
                        .asText())
                .isEqualTo("UNPROTECTED");
        assertThat(shopper.get("/v2/domain/name/{domainName}/task", MINE)).hasSize(1);
        assertThat(shopper.get("/v2/domain/name?searchValue={s}", "already-mine"))
                .hasSize(1);
    }

    @Test
    void changesTheOwnerByAnOrderOfNothing() {
        long owner = shopper.get("/me/contact").get(0).asLong();
        JsonNode offer = shopper.get("/order/cartServiceOption/domain/{serviceName}", MINE);
        assertThat(offer.at("/0/planCode").asText()).isEqualTo("com-trade");
        String cart = shopper.post("/order/cart", body("ovhSubsidiary", "FR"))
                .get("cartId")
                .asText();
        shopper.post("/order/cart/{cartId}/assign", null, cart);
        long item = shopper.post(
                        "/order/cartServiceOption/domain/{serviceName}",
                        body(
                                "cartId", cart,
                                "duration", "P0Y",
                                "planCode", "com-trade",
                                "pricingMode", "create-default",
                                "quantity", 1),
                        MINE)
                .get("itemId")
                .asLong();
        shopper.configure(cart, item, "OWNER_CONTACT", "/me/contact/" + owner);

        long order =
                shopper.checkOut(new Basket(cart, item), true).get("orderId").asLong();
        shopper.wait(LONG_ENOUGH);

        assertThat(shopper.status(order)).isEqualTo("delivered");
        assertThat(shopper.get("/domain/{serviceName}", MINE).get("whoisOwner").asText())
                .isNotEqualTo(String.valueOf(owner));
    }

    @Test
    void isCheapForFiftyThousandNames() {
        try (Shopper large = new Shopper(50_000)) {
            List<String> names = texts(large.get("/domain"));
            assertThat(names).hasSize(50_000).doesNotHaveDuplicates();
            large.get("/domain/{serviceName}", names.get(49_999));
        }
    }
}
