// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import static io.github.camelovh.domain.sandbox.handler.Shopper.body;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tasks that fail, are repaired, accelerated or cancelled. */
class TaskTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(5);

    private Shopper shopper;

    @BeforeEach
    void open() {
        shopper = new Shopper(0);
    }

    @AfterEach
    void close() {
        shopper.close();
    }

    @Test
    void wantsAReasonForAFrenchCityAndTakesItLater() {
        long order = shopper.buy("lyon.fr");
        shopper.wait(LONG_ENOUGH);

        JsonNode failed = shopper.task("lyon.fr", "DomainCreate");
        long id = failed.get("id").asLong();
        assertThat(failed.get("status").asText()).isEqualTo("error");
        assertThat(failed.get("canRelaunch").asBoolean()).isTrue();
        assertThat(failed.get("comment").asText()).contains("AFNIC");
        assertThat(shopper.status(order)).isEqualTo("delivering");
        assertThat(shopper.get("/me/task/domain/{id}/argument", id))
                .extracting(JsonNode::asText)
                .containsExactly("legitimacyAfnic");
        assertThat(shopper.get("/me/task/domain/{id}/argument/{key}", id, "legitimacyAfnic")
                        .get("value")
                        .isNull())
                .isTrue();
        assertThat(shopper.get("/me/task/domain/{id}/progressbar", id).get("taskActions"))
                .extracting(JsonNode::asText)
                .contains("canRelaunch", "canCorrect");

        shopper.put(
                "/me/task/domain/{id}/argument/{key}",
                body("value", "The town hall of Lyon asks for it"),
                id,
                "legitimacyAfnic");
        shopper.post("/me/task/domain/{id}/relaunch", null, id);
        shopper.wait(LONG_ENOUGH);

        assertThat(shopper.task("lyon.fr", "DomainCreate").get("status").asText())
                .isEqualTo("done");
        assertThat(shopper.status(order)).isEqualTo("delivered");
        shopper.get("/domain/{serviceName}", "lyon.fr");
    }

    @Test
    void isContentWithAReasonGivenInTheCart() {
        long order = shopper.buy("paris.fr", "REASON", "The town hall of Paris asks for it");

        shopper.wait(LONG_ENOUGH);

        assertThat(shopper.status(order)).isEqualTo("delivered");
    }

    @Test
    void failsAgainWhenRelaunchedAsItWas() {
        shopper.buy("nice.fr");
        shopper.wait(LONG_ENOUGH);
        long id = shopper.task("nice.fr", "DomainCreate").get("id").asLong();

        shopper.post("/me/task/domain/{id}/relaunch", null, id);
        assertThat(shopper.call(true, "POST", "/me/task/domain/{id}/relaunch", null, id)
                        .status())
                .isEqualTo(409);
        shopper.wait(LONG_ENOUGH);

        assertThat(shopper.task("nice.fr", "DomainCreate").get("status").asText())
                .isEqualTo("error");
    }

    @Test
    void transfersWithTheRightCode() {
        long order = shopper.buy("taken-example.com", "AUTH_INFO", "AUTH-taken-example.com");

        shopper.wait(LONG_ENOUGH);

        assertThat(shopper.status(order)).isEqualTo("delivered");
        assertThat(shopper.orders().get(0).get("action").asText()).isEqualTo("transfer");
    }

    @Test
    void transfersOnceAWrongCodeIsMended() {
        shopper.buy("taken-example.com", "AUTH_INFO", "wrong");
        shopper.wait(LONG_ENOUGH);
        JsonNode failed = shopper.task("taken-example.com", "DomainIncomingTransfer");
        assertThat(failed.get("status").asText()).isEqualTo("error");
        assertThat(failed.get("canCancel").asBoolean()).isTrue();
        long id = failed.get("id").asLong();

        shopper.put("/me/task/domain/{id}/argument/{key}", body("value", "AUTH-taken-example.com"), id, "authInfo");
        shopper.post("/me/task/domain/{id}/relaunch", null, id);
        shopper.wait(LONG_ENOUGH);

        assertThat(shopper.get("/domain")).extracting(JsonNode::asText).containsExactly("taken-example.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"locked-example.com", "young-example.com"})
    void doesNotTransferWhatMayNotMove(String name) {
        long order = shopper.buy(name, "AUTH_INFO", "AUTH-" + name);
        shopper.wait(LONG_ENOUGH);
        JsonNode failed = shopper.task(name, "DomainIncomingTransfer");
        assertThat(failed.get("status").asText()).isEqualTo("error");

        shopper.post("/me/task/domain/{id}/cancel", null, failed.get("id").asLong());

        assertThat(shopper.status(order)).isEqualTo("cancelled");
        assertThat(shopper.get("/domain")).isEmpty();
    }

    @Test
    void takesTenTimesAsLongForASlowName() {
        long order = shopper.buy("slow-example.com");

        shopper.wait(Duration.ofSeconds(19));
        assertThat(shopper.status(order)).isEqualTo("delivering");
        shopper.wait(Duration.ofSeconds(1));
        assertThat(shopper.status(order)).isEqualTo("delivered");
    }

    @Test
    void endsAtOnceWhenAccelerated() {
        shopper.buy("slow-example.com");
        long id = shopper.task("slow-example.com", "DomainCreate").get("id").asLong();

        shopper.post("/me/task/domain/{id}/accelerate", null, id);
        shopper.wait(Duration.ZERO);

        assertThat(shopper.task("slow-example.com", "DomainCreate")
                        .get("status")
                        .asText())
                .isEqualTo("done");
    }

    @Test
    void filtersByFunctionAndStatus() {
        shopper.buy("one.com");
        shopper.buy("two.com");
        shopper.buy("nice.fr");
        shopper.wait(LONG_ENOUGH);

        assertThat(shopper.get("/me/task/domain?status={s}", "error")).hasSize(1);
        assertThat(shopper.get("/me/task/domain?status={s}&function={f}", "done", "DomainCreate"))
                .hasSize(2);
        assertThat(shopper.get("/domain/{serviceName}/task?status={s}", "one.com", "done"))
                .hasSize(1);
        assertThat(shopper.call(true, "GET", "/me/task/domain/{id}", null, 42).status())
                .isEqualTo(404);
    }
}
