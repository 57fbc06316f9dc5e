// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelovh.domain.api.ApiRegion;
import io.github.camelovh.domain.api.Credentials;
import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.api.OvhApiSettings;
import io.github.camelovh.domain.api.Transport;
import io.github.camelovh.domain.api.model.AuthCode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TasksTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-04-01T10:00:00Z"), ZoneOffset.UTC);
    private static final RepairFacts CODE = new RepairFacts(Map.of(), new AuthCode("AUTH-1"));

    /** One task in error with one argument whose value is hidden, as for codes. */
    private static final class OneTask implements Transport {
        final List<String> calls = new ArrayList<>();
        String status = "error";
        boolean canRelaunch = true;
        String value;
        String afterRelaunch = "doing";
        boolean relaunchLost;

        @Override
        public Result exchange(Request request) {
            String path = URI.create(request.url()).getPath().substring("/1.0".length());
            calls.add(request.method() + " " + path);
            switch (request.method() + " " + path) {
                case "GET /me/task/domain/7":
                    return ok(
                            "{\"id\":7,\"function\":\"DomainIncomingTransfer\",\"domain\":\"example.fr\",\"status\":\""
                                    + status + "\",\"canRelaunch\":" + canRelaunch + "}");
                case "GET /me/task/domain/7/argument":
                    return ok("[\"authInfo\"]");
                case "GET /me/task/domain/7/argument/authInfo":
                    return ok("{\"key\":\"authInfo\",\"type\":\"string\",\"value\":null,\"readOnly\":false,"
                            + "\"minimumSize\":3}");
                case "PUT /me/task/domain/7/argument/authInfo":
                    value = read(request.body());
                    return ok("null");
                case "POST /me/task/domain/7/relaunch":
                    status = afterRelaunch;
                    return relaunchLost ? new Lost("connection reset", null) : ok("null");
                default:
                    return new Answered(404, Map.of(), "{\"message\":\"no\"}".getBytes(StandardCharsets.UTF_8));
            }
        }

        private static String read(byte[] body) {
            try {
                return new ObjectMapper().readTree(body).path("value").asText();
            } catch (java.io.IOException e) {
                throw new IllegalStateException(e);
            }
        }

        private static Result ok(String json) {
            return new Answered(200, Map.of(), json.getBytes(StandardCharsets.UTF_8));
        }
    }

    private final OneTask server = new OneTask();
    private final List<Duration> waits = new ArrayList<>();
    private final OvhApi api = new OvhApi(
            OvhApiSettings.of(ApiRegion.of("http://127.0.0.1:1/1.0"), new Credentials.PersonalToken("a-token")),
            server,
            CLOCK,
            () -> 0L,
            time -> {},
            new Random(1));
    private final Tasks tasks = new Tasks(api, RepairAdvisor.standard(), Duration.ofSeconds(10), CLOCK, time -> {
        waits.add(time);
        server.status = "done";
    });

    @Test
    void mendsAndRelaunchesWithFourCallsOnceItKnowsTheTask() {
        var task = tasks.task(7);
        server.calls.clear();

        Mending mending = tasks.carryOut(tasks.propose(task, CODE));

        assertThat(mending.relaunched()).isTrue();
        assertThat(mending.sentence()).contains("the task was relaunched").doesNotContain("AUTH-1");
        assertThat(server.value).isEqualTo("AUTH-1");
        assertThat(server.calls)
                .containsExactly(
                        "GET /me/task/domain/7/argument",
                        "GET /me/task/domain/7/argument/authInfo",
                        "PUT /me/task/domain/7/argument/authInfo",
                        "POST /me/task/domain/7/relaunch");
    }

    @Test
    void changesNothingWhileSomethingMustBeAsked() {
        Mending mending = tasks.propose(tasks.task(7), RepairFacts.NONE);
        assertThat(mending.needsAttention()).isTrue();
        assertThat(server.calls).noneMatch(call -> call.startsWith("PUT") || call.startsWith("POST"));
    }

    @Test
    void relaunchesOnlyWhatCanBeRelaunched() {
        server.canRelaunch = false;
        assertThat(tasks.propose(tasks.task(7), CODE).mends()).isEmpty();
        assertThatThrownBy(() -> tasks.fix(7, Map.of("authInfo", "AUTH-1")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cannot be relaunched now; nothing was changed");
        assertThat(server.value).isNull();
    }

    @Test
    void settlesALostRelaunchByReadingTheTask() {
        server.relaunchLost = true;
        assertThat(tasks.carryOut(tasks.propose(tasks.task(7), CODE)).relaunched())
                .isTrue();
        assertThat(server.calls).filteredOn(call -> call.startsWith("POST")).hasSize(1);
    }

    @Test
    void fixSetsGivenArgumentsAndRelaunches() {
        assertThat(tasks.fix(7, Map.of("authInfo", "AUTH-9")).status()).isEqualTo("doing");
        assertThat(server.value).isEqualTo("AUTH-9");
    }

    @Test
    void fixRefusesUnknownKeysAndUnfitValuesBeforeTheFirstIsSent() {
        assertThatThrownBy(() -> tasks.fix(7, Map.of("authInfo", "AUTH-9", "autInfo", "x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("there is no argument autInfo; the arguments are [authInfo]")
                .hasMessageNotContaining("AUTH-9");
        assertThatThrownBy(() -> tasks.fix(7, Map.of("authInfo", "x")))
                .hasMessageContaining("has 1 characters, but needs at least 3");
        assertThat(server.value).isNull();
    }

    @Test
    void awaitsTheEndAndNoLonger() throws InterruptedException {
        server.status = "doing";
        assertThat(tasks.await(7, Duration.ofSeconds(4)).status()).isEqualTo("done");
        assertThat(waits).containsExactly(Duration.ofSeconds(4));
    }

    @Test
    void doesNotAwaitWhatWaitsForARepair() throws InterruptedException {
        assertThat(tasks.await(7, Duration.ofMinutes(1)).status()).isEqualTo("error");
        assertThat(waits).isEmpty();
    }
}
