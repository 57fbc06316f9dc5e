// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import static io.github.camelovh.domain.sandbox.handler.Shopper.body;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelovh.domain.sandbox.handler.Shopper.Answer;
import io.github.camelovh.domain.sandbox.handler.Shopper.Basket;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shop of the sandbox, called like a client does. */
class PurchaseTest {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(5);
    private Shopper shopper;

    @BeforeEach
    void open() {
        shopper = new Shopper(3);
    }

    @AfterEach
    void close() {
        shopper.close();
    }

    @Test
    void sellsANameStepByStep() {
        JsonNode created = shopper.post(
                "/order/cart",
                body("ovhSubsidiary", "FR", "description", "mine", "expire", "2026-05-01T00:00:00+02:00"));
        String cart = created.get("cartId").asText();
        assertThat(created.get("readOnly").asBoolean()).isFalse();
        assertThat(created.get("expire").asText()).isEqualTo("2026-05-01T00:00:00+02:00");
        assertThat(shopper.get("/order/cart?description={d}", "mine")).isEmpty();
        shopper.post("/order/cart/{cartId}/assign", null, cart);
        assertThat(shopper.get("/order/cart?description={d}", "mine")).hasSize(1);
        assertThat(shopper.get("/order/cart?description={d}", "other")).isEmpty();

        JsonNode offer = shopper.get("/order/cart/{cartId}/domain?domain={d}", cart, "example.fr")
                .get(0);
        assertThat(offer.get("action").asText()).isEqualTo("create");
        assertThat(offer.get("orderable").asBoolean()).isTrue();

        JsonNode item = shopper.post("/order/cart/{cartId}/domain", body("domain", "example.fr"), cart);
        assertThat(item.at("/settings/pricingMode").asText()).isEqualTo("create-default");
        assertThat(item.at("/settings/domain").asText()).isEqualTo("example.fr");
        long itemId = item.get("itemId").asLong();
        assertThat(itemId).isGreaterThan(Integer.MAX_VALUE);

        JsonNode required = shopper.get("/order/cart/{cartId}/item/{itemId}/requiredConfiguration", cart, itemId);
        assertThat(required).extracting(one -> one.get("label").asText()).contains("OWNER_LEGAL_AGE", "OWNER_CONTACT");
        long setting = shopper.configure(cart, itemId, "OWNER_LEGAL_AGE", "true");
        assertThat(shopper.get("/order/cart/{cartId}/item/{itemId}/configuration", cart, itemId))
                .extracting(JsonNode::asLong)
                .containsExactly(setting);

        JsonNode before = shopper.get("/order/cart/{cartId}/summary", cart);
        assertThat(before.get("orderId").isNull()).isTrue();
        assertThat(before.get("contracts")).isEmpty();
        assertThat(before.get("details")).hasSize(4);

        JsonNode dryRun = shopper.get("/order/cart/{cartId}/checkout", cart);
        assertThat(dryRun.get("orderId").isNull()).isTrue();
        assertThat(dryRun.at("/prices/withTax/value").decimalValue()).isEqualByComparingTo("8.39");
        assertThat(shopper.orders()).isEmpty();

        JsonNode order = shopper.checkOut(new Basket(cart, itemId), false);
        long orderId = order.get("orderId").asLong();
        assertThat(order.get("url").asText()).contains("orderPassword=");
        assertThat(shopper.get("/order/cart/{cartId}", cart).get("readOnly").asBoolean())
                .isTrue();
        assertThat(shopper.get("/order/cart/{cartId}/summary", cart)
                        .get("orderId")
                        .asLong())
                .isEqualTo(orderId);
        assertThat(shopper.status(orderId)).isEqualTo("notPaid");
        assertThat(shopper.get("/me/task/domain")).isEmpty();

        JsonNode method = shopper.get("/me/payment/method?default={b}", true).get(0);
        shopper.post("/me/order/{orderId}/pay", body("paymentMethod", body("id", method)), orderId);
        assertThat(shopper.status(orderId)).isEqualTo("checking");
        assertThat(shopper.task("example.fr", "DomainCreate").get("status").asText())
                .isEqualTo("todo");
        shopper.wait(Duration.ofSeconds(1));
        assertThat(shopper.status(orderId)).isEqualTo("delivering");
        assertThat(shopper.task("example.fr", "DomainCreate").get("status").asText())
                .isEqualTo("doing");
        assertThat(servicesOf(orderId)).containsOnly("*001", "*002");
        shopper.wait(Duration.ofSeconds(1));
        assertThat(shopper.status(orderId)).isEqualTo("delivered");
        assertThat(shopper.task("example.fr", "DomainCreate").get("status").asText())
                .isEqualTo("done");
        assertThat(servicesOf(orderId)).containsOnly("example.fr");

        assertThat(shopper.get("/domain")).extracting(JsonNode::asText).contains("example.fr");
        JsonNode name = shopper.get("/domain/{serviceName}", "example.fr");
        assertThat(name.get("expirationDate").asText()).startsWith("2027-04-01");
        assertThat(shopper.orders()).hasSize(1);
        assertThat(shopper.orders().get(0).get("paid").asBoolean()).isTrue();
        assertThat(shopper.orders().get(0).get("price").decimalValue()).isEqualByComparingTo("8.39");
    }

    private List<String> servicesOf(long orderId) {
        List<String> services = new ArrayList<>();
        for (JsonNode id : shopper.get("/me/order/{orderId}/details", orderId)) {
            services.add(shopper.get("/me/order/{orderId}/details/{orderDetailId}", orderId, id.asLong())
                    .get("domain")
                    .asText());
        }
        return services;
    }

    @ParameterizedTest
    @CsvSource({
        "free-name.com, create, create-default, true, false, 9.99",
        "premium-name.com, create, create-premium, true, false, 1198.80",
        "aftermarket-name.com, transfer, transfer-aftermarket1, true, false, 1850.00",
        "taken-name.com, transfer, transfer-default, true, false, 11.99",
        "locked-name.com, transfer, transfer-default, true, true, 11.99",
        "reserved-name.com, create, create-default, false, false, 9.99",
        "free-name.org, create, create-default, true, false, 7.49",
        "free-name.io, create, create-default, true, false, 39.99",
        "already-mine.com, create, create-default, false, false, 9.99",
    })
    void offersWhatTheNameSays(
            String name, String action, String mode, boolean orderable, boolean locked, BigDecimal total) {
        String cart = shopper.post("/order/cart", body("ovhSubsidiary", "FR"))
                .get("cartId")
                .asText();

        JsonNode offer = shopper.get("/order/cart/{cartId}/domain?domain={d}", cart, name)
                .get(0);

        assertThat(offer.get("action").asText()).isEqualTo(action);
        assertThat(offer.get("pricingMode").asText()).isEqualTo(mode);
        assertThat(offer.get("orderable").asBoolean()).isEqualTo(orderable);
        assertThat(offer.get("isTransferLocked").asBoolean()).isEqualTo(locked);
        assertThat(price(offer, "TOTAL")).isEqualByComparingTo(total);
    }

    private static BigDecimal price(JsonNode offerOrItem, String label) {
        for (JsonNode price : offerOrItem.get("prices")) {
            if (price.get("label").asText().equals(label)) {
                return price.at("/price/value").decimalValue();
            }
        }
        throw new AssertionError("no price " + label + " in " + offerOrItem);
    }

    @Test
    void hasNoOfferForAnExtensionThatIsNotSold() {
        String cart = shopper.post("/order/cart", body("ovhSubsidiary", "FR"))
                .get("cartId")
                .asText();

        assertThat(shopper.get("/order/cart/{cartId}/domain?domain={d}", cart, "example.nosuch"))
                .isEmpty();
        assertThat(shopper.call(true, "POST", "/order/cart/{cartId}/domain", body("domain", "example.nosuch"), cart)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void pricesSeveralYearsWithTheReductionOnTheFirst() {
        String cart = shopper.post("/order/cart", body("ovhSubsidiary", "FR"))
                .get("cartId")
                .asText();

        JsonNode item =
                shopper.post("/order/cart/{cartId}/domain", body("domain", "example.org", "duration", "P3Y"), cart);

        assertThat(price(item, "TOTAL")).isEqualByComparingTo("35.47");
        assertThat(price(item, "DISCOUNT")).isEqualByComparingTo("3.00");
        JsonNode summary = shopper.get("/order/cart/{cartId}/summary", cart);
        assertThat(summary.at("/prices/reduction/value").decimalValue()).isEqualByComparingTo("3.00");
        assertThat(summary.get("details"))
                .extracting(line -> line.get("detailType").asText())
                .contains("GIFT");
        Answer tooLong = shopper.call(
                true, "POST", "/order/cart/{cartId}/domain", body("domain", "example.de", "duration", "P2Y"), cart);
        assertThat(tooLong.status()).isEqualTo(400);
    }

    @Nested
    class Payment {

        @Test
        void isTakenOnce() {
            long order = shopper.buy("example.com");
            JsonNode method = shopper.get("/me/payment/method").get(0);

            Answer again = shopper.call(
                    true, "POST", "/me/order/{orderId}/pay", body("paymentMethod", body("id", method)), order);

            assertThat(again.status()).isEqualTo(409);
            assertThat(shopper.get("/me/task/domain")).hasSize(1);
        }

        @Test
        void byRegisteredMeanIsTheOldWay() {
            long order = shopper.checkOut(shopper.basket("example.com"), false)
                    .get("orderId")
                    .asLong();
            JsonNode means = shopper.get("/me/order/{orderId}/availableRegisteredPaymentMean", order);
            assertThat(means)
                    .extracting(mean -> mean.get("paymentMean").asText())
                    .contains("bankAccount");

            shopper.post(
                    "/me/order/{orderId}/payWithRegisteredPaymentMean",
                    body("paymentMean", "bankAccount", "paymentMeanId", 1235),
                    order);

            shopper.wait(LONG_ENOUGH);
            assertThat(shopper.status(order)).isEqualTo("delivered");
        }

        @Test
        void failsForADeclinedName() {
            long order = shopper.buy("declined-example.com");

            shopper.wait(LONG_ENOUGH);

            assertThat(shopper.status(order)).isEqualTo("notPaid");
            assertThat(shopper.orders().get(0).get("paid").asBoolean()).isFalse();
        }

        @Test
        void thatNeverComesCancelsTheOrder() {
            long order = shopper.checkOut(shopper.basket("example.com"), false)
                    .get("orderId")
                    .asLong();

            shopper.wait(Duration.ofDays(15));

            assertThat(shopper.status(order)).isEqualTo("cancelled");
            assertThat(shopper.orders().get(0).get("cancelled").asBoolean()).isTrue();
        }
    }

    @Test
    void sellsTheSameNameTwiceSoThatDoubleBuyingShows() {
        shopper.buy("example.com");
        shopper.wait(LONG_ENOUGH);

        shopper.buy("example.com");

        assertThat(shopper.orders()).hasSize(2);
        assertThat(shopper.orders())
                .allMatch(order -> order.get("domain").asText().equals("example.com"));
    }

    @Test
    void namesTheFieldsThatMakeAnOwnerNotEligible() {
        long owner = shopper.post(
                        "/me/contact",
                        body(
                                "firstName",
                                "Ann",
                                "lastName",
                                "Lee",
                                "email",
                                "ann@example.com",
                                "phone",
                                "+1.2125550100",
                                "language",
                                "en_US",
                                "legalForm",
                                "individual",
                                "address",
                                body("line1", "1 Main St", "city", "New York", "zip", "10001", "country", "US")))
                .get("id")
                .asLong();
        Basket basket = shopper.basket("example.eu", "OWNER_CONTACT", "/me/contact/" + owner);

        Answer dryRun = shopper.call(true, "GET", "/order/cart/{cartId}/checkout", null, basket.cart());
        Answer checkout = shopper.call(
                true, "POST", "/order/cart/{cartId}/checkout", body("waiveRetractationPeriod", true), basket.cart());

        assertThat(dryRun.status()).isEqualTo(400);
        assertThat(dryRun.body().get("class").asText()).isEqualTo("Client::BadRequest::DOMDOCRuleNotRespected");
        assertThat(dryRun.body().get("message").asText()).isEqualTo("1 constraints of rules are not respected");
        assertThat(dryRun.body().get("details").has("owner.country")).isTrue();
        assertThat(checkout.status()).isEqualTo(400);
        assertThat(shopper.orders()).isEmpty();
    }

    @Test
    void letsOnlyBerlinBuyBerlin() {
        Answer refused = shopper.call(
                true,
                "GET",
                "/order/cart/{cartId}/checkout",
                null,
                shopper.basket("example.berlin").cart());

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().get("details").has("owner.city")).isTrue();
        shopper.put("/me", body("country", "DE", "city", "Berlin"));
        shopper.get(
                "/order/cart/{cartId}/checkout", shopper.basket("other.berlin").cart());
    }

    @Test
    void wantsConditionsAcceptedAndClaimsNoticed() {
        Basket app = shopper.basket("claims-example.app");
        assertThat(shopper.call(true, "GET", "/order/cart/{cartId}/checkout", null, app.cart())
                        .status())
                .isEqualTo(400);

        shopper.configure(app.cart(), app.item(), "ACCEPT_CONDITIONS", "true");
        shopper.configure(
                app.cart(),
                app.item(),
                "CLAIMS_NOTICE",
                shopper.get("/domain/data/claimNotice?domain={d}", "claims-example.app")
                        .get("id")
                        .asText());

        shopper.get("/order/cart/{cartId}/checkout", app.cart());
    }
}
