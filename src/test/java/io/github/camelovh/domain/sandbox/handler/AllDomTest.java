// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import static io.github.camelovh.domain.sandbox.handler.Shopper.body;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Names in one pack. */
class AllDomTest {
    private Shopper shopper;

    @BeforeEach
    void buy() {
        shopper = new Shopper(1);
        shopper.buy("pack-garden.com");
        shopper.buy("pack-garden.fr");
        shopper.buy("alone.fr");
        shopper.wait(Duration.ofSeconds(5));
    }

    @AfterEach
    void close() {
        shopper.close();
    }

    @Test
    void areListedAsOne() {
        assertThat(shopper.get("/allDom")).extracting(JsonNode::asText).containsExactly("pack-garden");
        assertThat(shopper.get("/allDom/{serviceName}", "pack-garden")
                        .get("type")
                        .asText())
                .isEqualTo("french+international");
        assertThat(shopper.get("/allDom/{serviceName}/domain", "pack-garden"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrder("pack-garden.com", "pack-garden.fr");
        assertThat(shopper.get("/allDom/{serviceName}/domain/{domain}", "pack-garden", "pack-garden.fr")
                        .get("domain")
                        .asText())
                .isEqualTo("pack-garden.fr");
        assertThat(shopper.call(true, "GET", "/allDom/{serviceName}", null, "alone")
                        .status())
                .isEqualTo(404);
        assertThat(shopper.get("/v2/domain/alldom")).hasSize(1);
        assertThat(shopper.get("/v2/domain/alldom/{alldomName}", "pack-garden").at("/currentState/extensions"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrder("com", "fr");
        assertThat(shopper.get("/v2/domain/alldom/{alldomName}/task", "pack-garden"))
                .isEmpty();
        assertThat(shopper.get("/domain/{serviceName}", "pack-garden.fr")
                        .at("/parentService/name")
                        .asText())
                .isEqualTo("pack-garden");
        assertThat(shopper.get("/domain/{serviceName}", "alone.fr")
                        .get("parentService")
                        .isNull())
                .isTrue();
    }

    @Test
    void areRenewedTogether() {
        long com = shopper.get("/domain/{serviceName}", "pack-garden.com")
                .get("serviceId")
                .asLong();
        long fr = shopper.get("/domain/{serviceName}", "pack-garden.fr")
                .get("serviceId")
                .asLong();
        JsonNode strategy = shopper.get("/service/{serviceId}/renew", fr).at("/0/strategies/0");

        assertThat(strategy.get("services")).extracting(JsonNode::asLong).containsExactlyInAnyOrder(com, fr);
        assertThat(shopper.call(
                                true,
                                "POST",
                                "/service/{serviceId}/renew",
                                body("duration", "P1Y", "dryRun", true, "services", List.of(fr)),
                                fr)
                        .status())
                .isEqualTo(400);
        JsonNode order = shopper.post(
                "/service/{serviceId}/renew",
                body("duration", "P1Y", "dryRun", false, "services", List.of(fr, com)),
                fr);
        assertThat(shopper.get(
                        "/me/order/{orderId}/details", order.get("orderId").asLong()))
                .hasSize(2);
    }

    @Test
    void areSetTogether() {
        JsonNode renew = shopper.get("/allDom/{serviceName}/serviceInfos", "pack-garden")
                .get("renew")
                .deepCopy();
        ((ObjectNode) renew).put("automatic", false);

        shopper.put("/allDom/{serviceName}/serviceInfos", body("renew", renew), "pack-garden");

        for (String name : List.of("pack-garden.com", "pack-garden.fr")) {
            assertThat(shopper.get("/domain/{serviceName}", name)
                            .get("renewalState")
                            .asText())
                    .isEqualTo("manual_renew");
        }
        assertThat(shopper.get("/domain/{serviceName}", "alone.fr")
                        .get("renewalState")
                        .asText())
                .isEqualTo("automatic_renew");
    }
}
