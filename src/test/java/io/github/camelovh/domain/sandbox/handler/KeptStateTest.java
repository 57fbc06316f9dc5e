// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import static io.github.camelovh.domain.sandbox.handler.Shopper.body;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import io.github.camelovh.domain.sandbox.handler.Shopper.Basket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sandbox that is stopped and started again with its store continues where it was. */
class KeptStateTest {

    @TempDir
    private Path folder;

    @Test
    void survivesARestartWithOpenCartsOrdersAndTasks() {
        SandboxOptions options = SandboxOptions.defaults().withDomains(2).withStore(folder.resolve("sandbox.json"));
        Basket open;
        long delivered;
        long failed;
        JsonNode name;
        try (Shopper before = new Shopper(options)) {
            delivered = before.buy("bought.com");
            failed = before.buy("lille.fr");
            before.wait(Duration.ofSeconds(5));
            name = before.get("/domain/{serviceName}", "bought.com");
            before.buy("under-way.com");
            open = before.basket(
                    "open.com",
                    "OWNER_CONTACT",
                    "/me/contact/" + name.get("whoisOwner").asText());
        }

        try (Shopper after = new Shopper(options)) {
            assertThat(after.get("/domain/{serviceName}", "bought.com")).isEqualTo(name);
            assertThat(after.get("/domain")).hasSize(3);
            assertThat(after.status(delivered)).isEqualTo("delivered");
            assertThat(after.status(failed)).isEqualTo("delivering");
            assertThat(after.task("lille.fr", "DomainCreate").get("status").asText())
                    .isEqualTo("error");
            after.get("/order/cart/{cartId}/checkout", open.cart());
            after.checkOut(open, true);
            after.wait(Duration.ofSeconds(5));
            assertThat(after.get("/domain")).hasSize(5);
            assertThat(after.orders()).hasSize(4);
        }
    }

    @Test
    void bothStatesOfAZoneSurviveARestart() {
        SandboxOptions kept = SandboxOptions.defaults()
                .withDomains(1)
                .withZone("sized.example", 50)
                .withStore(folder.resolve("zones.json"));
        List<String> served;
        JsonNode records;
        JsonNode points;
        try (Shopper before = new Shopper(kept)) {
            before.post(
                    "/domain/zone/{zoneName}/record",
                    body("fieldType", "A", "subDomain", "in", "target", "192.0.2.1"),
                    "sized.example");
            before.post("/domain/zone/{zoneName}/refresh", null, "sized.example");
            before.wait(Duration.ofSeconds(5));
            before.post(
                    "/domain/zone/{zoneName}/record",
                    body("fieldType", "A", "subDomain", "no", "target", "192.0.2.1"),
                    "sized.example");
            JsonNode all = before.get("/domain/zone/{zoneName}/record", "sized.example");
            before.delete(
                    "/domain/zone/{zoneName}/record/{id}",
                    "sized.example",
                    all.get(7).asLong());
            before.delete(
                    "/domain/zone/{zoneName}/record/{id}",
                    "sized.example",
                    all.get(30).asLong());
            before.post("/domain/zone/{zoneName}/refresh", null, "sized.example");
            served = before.served("sized.example");
            records = before.get("/domain/zone/{zoneName}/record", "sized.example");
            points = before.get("/domain/zone/{zoneName}/history", "sized.example");
        }
        try (Shopper after = new Shopper(kept)) {
            assertThat(after.served("sized.example")).isEqualTo(served).anyMatch(line -> line.startsWith("in."));
            assertThat(after.get("/domain/zone/{zoneName}/record", "sized.example"))
                    .isEqualTo(records)
                    .hasSize(50);
            assertThat(after.get("/domain/zone/{zoneName}/history", "sized.example"))
                    .isEqualTo(points);
            after.wait(Duration.ofSeconds(5));
            assertThat(after.served("sized.example")).anyMatch(line -> line.startsWith("no."));
        }
    }

    @Test
    void transfersOnTheirWayGoOnAfterARestart() {
        SandboxOptions kept = SandboxOptions.defaults()
                .withDomains(2)
                .withRegistryTimes()
                .withStore(folder.resolve("transfers.json"));
        String gone = Portfolio.FIRST_NAME;
        String token;
        long made;
        JsonNode document;
        try (Shopper before = new Shopper(kept)) {
            before.control("POST", "elsewhere/taken-in.com", body("code", "other", "servesAfterwards", false));
            before.buy("taken-in.com", "AUTH_INFO", "other");
            before.buy("unconfirmed-in.com", "AUTH_INFO", "AUTH-unconfirmed-in.com");
            before.control("POST", "elsewhere/" + gone, body("takeBack", true));
            document = before.post("/me/document", body("name", "card.pdf"));
            before.plain(
                    HttpRequest.newBuilder(URI.create(document.get("putUrl").asText()))
                            .PUT(HttpRequest.BodyPublishers.ofString("%PDF"))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
            made = before.control("POST", "tasks", body("status", "problem", "healsIn", "P1D"))
                    .get("first")
                    .asLong();
            before.wait(Duration.ofDays(1));
            token = before.control("GET", "mails/unconfirmed-in.com", null)
                    .at("/0/token")
                    .asText();
        }

        try (Shopper after = new Shopper(kept)) {
            assertThat(after.get("/domain")).hasSize(1);
            assertThat(after.get("/me/document/{id}", document.get("id").asText())
                            .get("size")
                            .asLong())
                    .isEqualTo(4);
            assertThat(after.get("/me/task/domain/{id}", made).get("status").asText())
                    .isNotEqualTo("problem");
            assertThat(after.control("GET", "mails/unconfirmed-in.com", null)).hasSize(1);
            after.control("POST", "mails/" + token, null);
            after.wait(Duration.ofDays(5));
            assertThat(after.get("/domain"))
                    .extracting(JsonNode::asText)
                    .contains("taken-in.com", "unconfirmed-in.com")
                    .doesNotContain(gone);
            assertThat(after.control("GET", "elsewhere/taken-in.com", null)
                            .get("serves")
                            .asBoolean())
                    .isFalse();
        }
    }
}
