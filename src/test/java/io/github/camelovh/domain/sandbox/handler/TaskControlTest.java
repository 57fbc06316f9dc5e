// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import static io.github.camelovh.domain.sandbox.handler.Shopper.body;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tasks that a tester creates and moves. */
class TaskControlTest {

    private static final int MANY = 10_000;

    private Shopper shopper;

    @BeforeEach
    void open() {
        shopper = new Shopper(3);
    }

    @AfterEach
    void close() {
        shopper.close();
    }

    private JsonNode make(Object... members) {
        return shopper.control("POST", "tasks", body(members));
    }

    private JsonNode move(long id, Object... members) {
        return shopper.control("POST", "tasks/" + id, body(members));
    }

    private JsonNode task(long id) {
        return shopper.get("/me/task/domain/{id}", id);
    }

    @Test
    void tenThousandAreListedAndPagedAndRead() {
        JsonNode made = make("count", MANY, "status", "doing", "function", "DomainIncomingTransfer");
        assertThat(made.get("count").asInt()).isEqualTo(MANY);

        JsonNode ids = shopper.get("/me/task/domain?status={s}", "doing");
        assertThat(ids).hasSize(MANY);
        assertThat(shopper.get("/me/task/domain?status={s}", "error")).isEmpty();
        long seen = 0;
        for (int page = 1; page <= 10; page++) {
            JsonNode tasks = shopper.with(
                    "/me/task/domain",
                    "X-Pagination-Mode",
                    "CachedObjectList-Pages",
                    "X-Pagination-Number",
                    String.valueOf(page),
                    "X-Pagination-Size",
                    "1000",
                    "X-Pagination-Filter",
                    "status:eq=doing");
            seen += tasks.size();
            assertThat(tasks.at("/0/status").asText()).isEqualTo("doing");
        }
        assertThat(seen).isEqualTo(MANY);
        String hundred = StreamSupport.stream(ids.spliterator(), false)
                .limit(100)
                .map(JsonNode::asText)
                .collect(Collectors.joining(","));
        assertThat(shopper.with("/me/task/domain/" + hundred, "X-Ovh-Batch", ","))
                .hasSize(100);
        assertThat(shopper.control("GET", "tasks", null).get("doing").asInt()).isEqualTo(MANY);
    }

    @Test
    void standsStillUnlessItIsToEnd() {
        long still = make("status", "todo").get("first").asLong();
        long ending = make("status", "doing", "endsIn", "P2D").get("first").asLong();
        shopper.wait(Duration.ofDays(1));
        assertThat(task(ending).get("status").asText()).isEqualTo("doing");

        shopper.wait(Duration.ofDays(1));

        assertThat(task(ending).get("status").asText()).isEqualTo("done");
        assertThat(task(still).get("status").asText()).isEqualTo("todo");
    }

    @Test
    void hasArgumentsOfAnyKind() {
        long id = make(
                        "status",
                        "error",
                        "canRelaunch",
                        true,
                        "comment",
                        "something is missing",
                        "domain",
                        "any.com",
                        "function",
                        "DomainTrade",
                        "arguments",
                        List.of(
                                body("key", "proof", "type", "/me/document", "acceptedFormats", List.of("pdf")),
                                body("key", "word", "acceptedValues", List.of("yes", "no"), "maximumSize", 3)))
                .get("first")
                .asLong();
        assertThat(task(id).get("comment").asText()).isEqualTo("something is missing");
        assertThat(shopper.get("/me/task/domain/{id}/argument", id)).hasSize(2);
        assertThat(shopper.get("/me/task/domain/{id}/argument/{key}", id, "proof")
                        .get("type")
                        .asText())
                .isEqualTo("/me/document");

        shopper.post("/me/task/domain/{id}/relaunch", null, id);
        shopper.wait(Duration.ofSeconds(3));

        assertThat(task(id).get("status").asText()).isEqualTo("done");
    }

    @Test
    void ordersDoTheirWorkWhenMovedToDone() {
        shopper.buy("slow-example.com");
        long id = shopper.task("slow-example.com", "DomainCreate").get("id").asLong();

        assertThat(move(id, "status", "done").get("status").asText()).isEqualTo("done");

        assertThat(shopper.get("/domain")).hasSize(4);
    }

    @Test
    void aMovedTaskTellsTroubleAndHeals() {
        shopper.buy("slow-example.com");
        long id = shopper.task("slow-example.com", "DomainCreate").get("id").asLong();
        move(id, "status", "problem", "comment", "registry is down", "healsIn", "1h");
        shopper.wait(Duration.ofMinutes(59));
        assertThat(task(id).get("status").asText()).isEqualTo("problem");

        shopper.wait(Duration.ofMinutes(2));

        assertThat(task(id).get("status").asText()).isEqualTo("done");
    }

    @Test
    void namesOfTheAccountShowTheirOwn() {
        make("count", 6, "domain", "own", "status", "cancelled");

        assertThat(shopper.get("/domain/{serviceName}/task?status={s}", Portfolio.FIRST_NAME, "cancelled"))
                .hasSize(2);
    }

    @Test
    void tasksOfZonesAreMadeToo() {
        long id = make("kind", "dns", "function", "ZoneImport", "domain", Portfolio.FIRST_NAME, "status", "error")
                .get("first")
                .asLong();

        assertThat(shopper.get("/me/task/dns?status={s}&function={f}", "error", "ZoneImport"))
                .hasSize(1);
        assertThat(shopper.get("/me/task/dns/{id}", id).get("zone").asText()).isEqualTo(Portfolio.FIRST_NAME);
        move(id, "status", "problem");
        assertThat(shopper.get("/domain/zone/{zoneName}/task/{id}", Portfolio.FIRST_NAME, id)
                        .get("status")
                        .asText())
                .isEqualTo("problem");
    }

    @Test
    void saysWhatItTakes() {
        assertThat(make("number", 3).get("message").asText()).contains("count");
        assertThat(make("count", 0).get("message").asText()).contains("1 to 100000");
        assertThat(make("status", "gone").get("message").asText()).contains("cancelled");
        assertThat(move(7, "status", "done").get("message").asText()).contains("no task 7");
    }
}
