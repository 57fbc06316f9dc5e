/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.github.camelovh.domain.sandbox.room;

import static io.github.camelovh.domain.sandbox.room.Shopper.body;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelovh.domain.SharedFolder;
import io.github.camelovh.domain.sandbox.room.Shopper.Answer;
import io.github.camelovh.domain.sandbox.room.Shopper.Basket;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Recorded and documented answers: the sandbox gives every member they have, of the same JSON type. */
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

    private static JsonNode response(String example) {
        return example(example).get("response");
    }

    private static JsonNode request(String example) {
        return example(example).at("/request/body");
    }

    private static JsonNode example(String example) {
        try {
            return new ObjectMapper()
                    .readTree(SharedFolder.ovhApi()
                            .resolve("examples/" + example + ".json")
                            .toFile());
        } catch (IOException e) {
            throw new IllegalStateException("cannot read example " + example, e);
        }
    }

    private static void same(String example, JsonNode answer) {
        List<String> differences = new ArrayList<>();
        compare(response(example).get("body"), answer, example, differences);
        assertThat(differences).isEmpty();
    }

    private static void same(String example, Answer answer) {
        assertThat(answer.status()).isEqualTo(response(example).get("status").asInt());
        same(example, answer.body());
    }

    private static void compare(JsonNode expected, JsonNode actual, String where, List<String> differences) {
        if (actual.isMissingNode()) {
            differences.add(where + " is missing");
        } else if (!expected.isNull() && !actual.isNull() && expected.getNodeType() != actual.getNodeType()) {
            differences.add(where + " is " + actual.getNodeType() + ", not " + expected.getNodeType());
        } else if (expected.isObject()) {
            expected.properties()
                    .forEach(member -> compare(
                            member.getValue(),
                            actual.path(member.getKey()),
                            where + "." + member.getKey(),
                            differences));
        } else if (expected.isArray() && !expected.isEmpty() && !actual.isEmpty()) {
            compare(expected.get(0), actual.get(0), where + "[0]", differences);
        }
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
    void ofZonesAndRecords() {
        String zone = "/domain/zone/{zoneName}";
        same("zone-list", shopper.get("/domain/zone"));
        same("zone-get", shopper.get(zone, MINE));
        same("zone-export", shopper.get(zone + "/export", MINE));
        same("zone-soa", shopper.get(zone + "/soa", MINE));
        assertThat(shopper.get(zone + "/status", MINE))
                .isEqualTo(response("zone-status").get("body"));
        same("record-list-all", shopper.get(zone + "/record", MINE));
        same("record-list-filter-empty", shopper.get(zone + "/record?fieldType=A&subDomain={s}", MINE, "localhost"));
        for (String example : List.of("record-create-a", "record-create-txt")) {
            JsonNode made = shopper.post(zone + "/record", request(example), MINE);
            same(example, made);
            long id = made.get("id").asLong();
            if (made.get("fieldType").asText().equals("TXT")) {
                same("record-update", shopper.put(zone + "/record/{id}", request("record-update"), MINE, id));
            }
            same("record-delete", shopper.delete(zone + "/record/{id}", MINE, id));
        }
        JsonNode apex = shopper.get(zone + "/record?fieldType=MX&subDomain=", MINE);
        JsonNode mail = shopper.get(zone + "/record/{id}", MINE, apex.get(0).asLong());
        same("record-get-mx", mail);
        assertThat(mail.get("target")).isEqualTo(response("record-get-mx").at("/body/target"));
        same("zone-import", shopper.post(zone + "/import", request("zone-import"), MINE));
        same("zone-refresh", shopper.post(zone + "/refresh", null, MINE));
        Answer unquoted = shopper.call(true, "POST", zone + "/record", request("error-caa-unquoted"), MINE);
        same("error-caa-unquoted", unquoted);
        assertThat(unquoted.body().get("message").asText())
                .isEqualTo(response("error-caa-unquoted")
                        .at("/body/message")
                        .asText()
                        .replace("example.com", MINE));
        Answer gone = shopper.call(true, "DELETE", zone + "/record/{id}", null, MINE, 1_583_058_551L);
        same("error-record-not-found", gone);
        assertThat(gone.body().get("message"))
                .isEqualTo(response("error-record-not-found").at("/body/message"));
    }

    @Test
    void ofNameServersGlueAndKeys() {
        String name = "/domain/{serviceName}";
        shopper.put(name, body("nameServerType", "external"), MINE);
        JsonNode ids = shopper.get(name + "/nameServer", MINE);
        same("nameserver-list", ids);
        long id = ids.get(0).asLong();
        same("nameserver-get", shopper.get(name + "/nameServer/{id}", MINE, id));
        same("nameserver-status", shopper.get(name + "/nameServer/{id}/status", MINE, id));
        same("nameservers-update", shopper.post(name + "/nameServers/update", request("nameservers-update"), MINE));
        same("ds-replace", shopper.post(name + "/dsRecord", request("ds-replace"), MINE));
        same(
                "glue-create",
                shopper.post(name + "/glueRecord", body("host", "ns1." + MINE, "ips", List.of("140.2.113.151")), MINE));
        shopper.wait(LONG_ENOUGH);
        same("glue-get", shopper.get(name + "/glueRecord/{host}", MINE, "ns1." + MINE));
        shopper.buy("test-of-docs.de");
        shopper.wait(LONG_ENOUGH);
        shopper.put(name, body("nameServerType", "external"), "test-of-docs.de");
        same("nameserver-add", shopper.post(name + "/nameServer", request("nameserver-add"), "test-of-docs.de"));
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
