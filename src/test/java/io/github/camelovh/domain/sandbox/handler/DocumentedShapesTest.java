// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import static io.github.camelovh.domain.sandbox.handler.Documented.response;
import static io.github.camelovh.domain.sandbox.handler.Documented.same;
import static io.github.camelovh.domain.sandbox.handler.Shopper.body;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelovh.domain.sandbox.handler.Shopper.Answer;
import io.github.camelovh.domain.sandbox.handler.Shopper.Basket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Recorded and documented answers: the sandbox returns all their members, with the same JSON types. */
class DocumentedShapesTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(5);
    private static final String MINE = Portfolio.FIRST_NAME;

    private Shopper shopper;

    @BeforeEach
    void open() {
        shopper = new Shopper(1);
    }

    @AfterEach
    void close() {
        shopper.close();
    }

    @Test
    void ofCartsAndOrders() {
        JsonNode created = shopper.post("/order/cart", body("ovhSubsidiary", "FR"));
        String cart = created.get("cartId").asText();
        same("cart-create", created);
        same(
                "cart-checkout-not-allowed",
                shopper.call(
                        true, "POST", "/order/cart/{cartId}/checkout", body("waiveRetractationPeriod", true), cart));
        same("cart-assign", shopper.post("/order/cart/{cartId}/assign", null, cart));
        same("cart-domain-offers", shopper.get("/order/cart/{cartId}/domain?domain={d}", cart, "example.fr"));
        JsonNode item =
                shopper.post("/order/cart/{cartId}/domain", body("domain", "example.fr", "duration", "P1Y"), cart);
        same("cart-domain-add", item);
        long itemId = item.get("itemId").asLong();
        same(
                "cart-required-configuration",
                shopper.get("/order/cart/{cartId}/item/{itemId}/requiredConfiguration", cart, itemId));
        same(
                "cart-configuration-add",
                shopper.post(
                        "/order/cart/{cartId}/item/{itemId}/configuration",
                        body("label", "OWNER_LEGAL_AGE", "value", "true"),
                        cart,
                        itemId));
        same("cart-checkout-dry-run", shopper.get("/order/cart/{cartId}/checkout", cart));
        JsonNode order = shopper.checkOut(new Basket(cart, itemId), false);
        same("cart-checkout", order);
        long orderId = order.get("orderId").asLong();
        same("order-status", shopper.get("/me/order/{orderId}/status", orderId));
        same("order-payment-means", shopper.get("/me/order/{orderId}/availableRegisteredPaymentMean", orderId));
        same(
                "order-pay-new",
                shopper.post(
                        "/me/order/{orderId}/pay",
                        body(
                                "paymentMethod",
                                body("id", shopper.get("/me/payment/method").get(0))),
                        orderId));
        for (String more :
                List.of("", "/followUp", "/associatedObject", "/payment", "/paymentMeans", "/paymentMethods")) {
            shopper.get("/me/order/{orderId}" + more, orderId);
        }
        long detail = shopper.get("/me/order/{orderId}/details", orderId).get(0).asLong();
        assertThat(shopper.get("/me/order/{orderId}/details/{orderDetailId}/extension", orderId, detail)
                        .at("/order/plan/code")
                        .asText())
                .isEqualTo("fr");
    }

    @Test
    void ofTasks() {
        shopper.buy("paris.fr");
        shopper.wait(LONG_ENOUGH);
        JsonNode task = shopper.task("paris.fr", "DomainCreate");
        long id = task.get("id").asLong();
        same("task-error", task);
        assertThat(task.get("comment")).isEqualTo(response("task-error").at("/body/comment"));
        same("task-arguments", shopper.get("/me/task/domain/{id}/argument", id));
        JsonNode argument = shopper.get("/me/task/domain/{id}/argument/{key}", id, "legitimacyAfnic");
        assertThat(argument).isEqualTo(response("task-argument-get").get("body"));
        same(
                "task-argument-put",
                shopper.put("/me/task/domain/{id}/argument/{key}", body("value", "x"), id, "legitimacyAfnic"));
        same("task-relaunch", shopper.post("/me/task/domain/{id}/relaunch", null, id));
    }

    @Test
    void ofNamesAndServices() {
        same("domain-get-full", shopper.get("/domain/{serviceName}", MINE));
        same("domain-get", shopper.get("/domain/{serviceName}", MINE));
        JsonNode infos = shopper.get("/domain/{serviceName}/serviceInfos", MINE);
        same("domain-serviceinfos", infos);
        long service = infos.get("serviceId").asLong();
        shopper.get("/service/{serviceId}", service);
        same("service-renew-options", shopper.get("/service/{serviceId}/renew", service));
        same(
                "service-renew-order",
                shopper.post(
                        "/service/{serviceId}/renew", body("duration", "P1Y", "services", List.of(service)), service));
        same("trade-offer", shopper.get("/order/cartServiceOption/domain/{serviceName}", MINE));
        same("v2-name-get", shopper.get("/v2/domain/name/{domainName}", MINE));
        same("v2-name-list", shopper.get("/v2/domain/name"));
        same("domain-unlock", shopper.put("/domain/{serviceName}", body("transferLockStatus", "unlocked"), MINE));
        same("v2-task", shopper.get("/v2/domain/name/{domainName}/task", MINE).get(0));
        same("error-service-not-found", shopper.call(true, "GET", "/domain/{serviceName}", null, "not-mine.example"));
        same("error-expired-service", shopper.call(true, "GET", "/domain/{serviceName}", null, "expired-example.com"));
    }

    @Test
    void ofRulesAndTheCheck() {
        JsonNode rule = shopper.get("/domain/configurationRule?action={a}&domain={d}", "create", "example.com");
        same("rule-com-create", rule);
        Answer check = shopper.call(
                true,
                "POST",
                "/domain/configurationRule/check?action={a}&domain={d}",
                body("owner", body()),
                "create",
                "example.com");
        same("rule-check-fails", check);
        assertThat(check.body().get("message"))
                .isEqualTo(response("rule-check-fails").at("/body/message"));
        for (String extension : List.of("fr", "eu", "berlin", "app")) {
            shopper.get("/domain/configurationRule?action={a}&domain={d}", "create", "example." + extension);
        }
    }

    @Test
    void ofEverythingElseInTheShop() {
        shopper.get("/me");
        shopper.get("/domain/contact");
        long contact = shopper.get("/me/contact").get(0).asLong();
        shopper.get("/me/contact/{contactId}", contact);
        shopper.get("/me/contact/{contactId}/fields", contact);
        shopper.get("/domain/contact/{contactId}", contact);
        shopper.get(
                "/me/payment/method/{paymentMethodId}",
                shopper.get("/me/payment/method").get(0).asLong());
        shopper.get("/service");
        shopper.get("/domain/extensions");
        shopper.get("/domain/extensions/byCategory");
        shopper.get("/domain/extensions/highlighted");
        shopper.get("/domain/extensions/pricingAttributes");
        shopper.get("/domain/extensions/{name}", "co.uk");
        shopper.get("/domain/extensions/{name}/registryConfigurations", "fr");
        shopper.get("/domain/data/claimNotice?domain={d}", "claims-example.com");
        shopper.get("/order/catalog/public/domain?ovhSubsidiary={s}", "FR");
        shopper.get("/domain/{serviceName}/option", MINE);
        shopper.get("/domain/{serviceName}/options", MINE);
        String cart = shopper.post("/order/cart", body("ovhSubsidiary", "FR"))
                .get("cartId")
                .asText();
        shopper.get("/order/cart/{cartId}/dns", cart);
        shopper.get("/order/cart/{cartId}/dns/options?planCode={p}", cart, "zone");
        shopper.get("/order/cart/{cartId}/domain/options?domain={d}", cart, "example.com");
        shopper.post(
                "/order/cart/{cartId}/dns",
                body("duration", "P1Y", "planCode", "zone", "pricingMode", "create-default", "quantity", 1),
                cart);
        long item = shopper.get("/order/cart/{cartId}/item", cart).get(0).asLong();
        shopper.get("/order/cart/{cartId}/item/{itemId}", cart, item);
        shopper.post("/order/cart/{cartId}/coupon", body("coupon", "SPRING"), cart);
        assertThat(shopper.get("/order/cart/{cartId}/coupon", cart)).hasSize(1);
        shopper.delete("/order/cart/{cartId}/coupon?coupon={c}", cart, "SPRING");
        shopper.delete("/order/cart/{cartId}/item/{itemId}", cart, item);
        shopper.put("/order/cart/{cartId}", body("description", "new"), cart);
        shopper.delete("/order/cart/{cartId}", cart);
    }
}
