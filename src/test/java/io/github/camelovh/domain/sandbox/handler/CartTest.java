// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import static io.github.camelovh.domain.sandbox.handler.Shopper.body;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelovh.domain.sandbox.handler.Shopper.Answer;
import io.github.camelovh.domain.sandbox.handler.Shopper.Basket;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a cart of the sandbox offers and takes, and when it closes or goes. */
class CartTest {
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
    void ofNobodyCannotBeCheckedOut() {
        Answer made = shopper.call(false, "POST", "/order/cart", body("ovhSubsidiary", "FR"));
        String cart = made.body().get("cartId").asText();
        shopper.post("/order/cart/{cartId}/domain", body("domain", "example.com"), cart);

        Answer refused = shopper.call(
                true, "POST", "/order/cart/{cartId}/checkout", body("waiveRetractationPeriod", true), cart);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body().get("message").asText()).isEqualTo("You are not allowed");
    }

    @Test
    void isClosedByItsCheckout() {
        Basket basket = shopper.basket("example.com");
        shopper.checkOut(basket, true);

        assertThat(shopper.call(
                                true,
                                "POST",
                                "/order/cart/{cartId}/checkout",
                                body("waiveRetractationPeriod", true),
                                basket.cart())
                        .status())
                .isEqualTo(409);
        assertThat(shopper.call(
                                true,
                                "POST",
                                "/order/cart/{cartId}/domain",
                                body("domain", "another.com"),
                                basket.cart())
                        .status())
                .isEqualTo(409);
        assertThat(shopper.call(true, "DELETE", "/order/cart/{cartId}", null, basket.cart())
                        .status())
                .isEqualTo(409);
        assertThat(shopper.orders()).hasSize(1);
    }

    @Test
    void isGoneWhenItExpiresUnlessItWasOrdered() {
        Basket left = shopper.basket("left.com");
        Basket ordered = shopper.basket("ordered.com");
        shopper.checkOut(ordered, true);

        shopper.wait(Duration.ofDays(2));

        assertThat(shopper.call(true, "GET", "/order/cart/{cartId}", null, left.cart())
                        .status())
                .isEqualTo(404);
        assertThat(shopper.get("/order/cart")).extracting(JsonNode::asText).containsExactly(ordered.cart());
    }

    @Test
    void holdsOneValueForALabel() {
        Basket basket = shopper.basket("example.com");
        Answer again = shopper.call(
                true,
                "POST",
                "/order/cart/{cartId}/item/{itemId}/configuration",
                body("label", "OWNER_LEGAL_AGE", "value", "true"),
                basket.cart(),
                basket.item());
        assertThat(again.status()).isEqualTo(409);

        JsonNode id = shopper.get(
                        "/order/cart/{cartId}/item/{itemId}/configuration?label={l}",
                        basket.cart(),
                        basket.item(),
                        "OWNER_LEGAL_AGE")
                .get(0);
        shopper.delete(
                "/order/cart/{cartId}/item/{itemId}/configuration/{configurationId}",
                basket.cart(),
                basket.item(),
                id.asLong());
        Answer incomplete = shopper.call(true, "GET", "/order/cart/{cartId}/checkout", null, basket.cart());
        assertThat(incomplete.status()).isEqualTo(400);
        assertThat(incomplete.body().get("message").asText()).contains("OWNER_LEGAL_AGE");
    }

    @Test
    void wantsTheRetractionWaived() {
        Basket basket = shopper.basket("example.com");

        Answer refused = shopper.call(
                true, "POST", "/order/cart/{cartId}/checkout", body("waiveRetractationPeriod", false), basket.cart());

        assertThat(refused.status()).isEqualTo(400);
        assertThat(shopper.orders()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "taken-one.com, transfer-default, true, false",
        "locked-one.com, transfer-default, true, true",
        "stuck-one.com, transfer-default, false, false",
        "taken-one.swiss, transfer-default, false, false",
        "taken-premium-one.com, transfer-premium, true, false",
        "aftermarket-one.com, transfer-aftermarket1, true, false"
    })
    void offersTheTransferOfWhatCanBeTransferred(String name, String mode, boolean orderable, boolean locked) {
        String cart = shopper.post("/order/cart", body("ovhSubsidiary", "FR"))
                .get("cartId")
                .asText();

        JsonNode offer = shopper.get("/order/cart/{cartId}/domain?domain={d}", cart, name)
                .get(0);

        assertThat(offer.get("action").asText()).isEqualTo("transfer");
        assertThat(offer.get("pricingMode").asText()).isEqualTo(mode);
        assertThat(offer.get("orderable").asBoolean()).isEqualTo(orderable);
        assertThat(offer.get("isTransferLocked").asBoolean()).isEqualTo(locked);
        assertThat(offer.get("currentNameservers")).hasSize(2);
    }
}
