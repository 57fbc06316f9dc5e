// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelovh.domain.sandbox.contract.ApiContract;
import io.github.camelovh.domain.sandbox.contract.ContractOperation;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractCheckTest {
    @RegisterExtension
    static final OvhSandboxExtension OVH =
            OvhSandboxExtension.with(SandboxOptions.defaults().withDomains(1));

    private TestCaller caller;

    @BeforeEach
    void connect() {
        caller = new TestCaller(OVH.sandbox());
    }

    @Test
    void refusesQueryNamesThatAreNotDescribed() throws Exception {
        refused(
                caller.get("/domain/zone/example.com/record?offset=0&limit=50"),
                "Received not described parameters: (limit, offset) while calling domain/zone/record");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST | /order/cart | {'ovhSubsidiary':'FR','colour':'red'} | Received not described parameters: (colour) while calling order/cart",
                "POST | /order/cart | {'description':'x'} | Missing parameter(s): ovhSubsidiary",
                "POST | /order/cart | {'ovhSubsidiary':null} | Missing parameter(s): ovhSubsidiary",
                "POST | /order/cart | {'ovhSubsidiary':'XX'} | Body parameter ovhSubsidiary isn't formated correctly",
                "POST | /order/cart | {'ovhSubsidiary':'FR','expire':'tomorrow'} | Body parameter expire isn't formated correctly",
                "POST | /order/cart | {'ovhSubsidiary':'FR','description':5} | Body parameter description isn't formated correctly",
                "POST | /order/cart/x/domain | {'domain':'a.fr','quantity':'1'} | Body parameter quantity isn't formated correctly",
                "POST | /order/cart/x/domain | {'domain':'a.fr','duration':'1 year'} | Body parameter duration isn't formated correctly",
                "GET | /order/cart/x/domain |  | Missing parameter(s): domain",
                "GET | /me/task/domain?status=never |  | Query parameter status isn't formated correctly",
                "GET | /me/order?date.from=2026 |  | Query parameter date.from isn't formated correctly",
                "GET | /me/order/abc |  | Path parameter orderId isn't formated correctly",
                "POST | /auth/credential | {'accessRules':[{'method':'STEAL','path':'/'}]} | Body parameter accessRules isn't formated correctly",
                "POST | /order/cart | [1] | Missing parameter(s): ovhSubsidiary",
                "POST | /order/cart | {half | Body isn't a valid JSON text"
            })
    void refusesWhatTheContractDoesNotKnow(String method, String path, String body, String message) throws Exception {
        refused(caller.call(method, path, body == null ? "" : body.replace('\'', '"')), message);
    }

    @Test
    void takesAnOptionalMemberThatIsNull() throws Exception {
        assertThat(caller.post("/order/cart", "{\"ovhSubsidiary\":\"FR\",\"description\":null}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void refusesAChangedReadOnlyPropertyAndTakesAnUnchangedOne() throws Exception {
        String name = caller.get("/domain").json().get(0).asText();
        ObjectNode whole = (ObjectNode) caller.get("/domain/" + name).json();
        whole.remove("iam"); // a member of the answer's type, not of the body's

        TestCaller.Answer unchanged = caller.call("PUT", "/domain/" + name, whole.toString());
        assertThat(unchanged.status()).as(unchanged.http().body() + whole).isEqualTo(200);
        refused(
                caller.call("PUT", "/domain/" + name, "{\"lastUpdate\":\"2020-01-01T00:00:00+01:00\"}"),
                "Try to alter read-only properties: lastUpdate");
    }

    @ParameterizedTest
    @CsvSource({"GET,/no/such", "GET,/domain//task", "DELETE,/domain/zone/example.com/record/", "PATCH,/domain", "GET,/"
    })
    void saysThatAPathIsNoRoute(String method, String path) throws Exception {
        TestCaller.Answer answer = caller.call(method, path, "");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().path("message").asText()).isEqualTo("Got an invalid (or empty) URL");
        assertThat(answer.json().path("class").asText()).isEqualTo("Client::NotFound");
    }

    @Test
    void takesATrailingSlashForNothing() throws Exception {
        assertThat(caller.get("/domain/").json())
                .isEqualTo(caller.get("/domain").json());
        assertThat(caller.get("/v1/domain/").json())
                .isEqualTo(caller.get("/domain").json());
    }

    @Test
    void prefersALiteralSegmentToAPlaceholder() throws Exception {
        caller.get("/domain/extensions");

        OVH.sandbox().verifyCalls("GET /domain/extensions", 1);
        OVH.sandbox().verifyCalls("GET /domain/{serviceName}", 0);
    }

    @Test
    void answersEveryOperationAndSaysWhenOnlyTheContractSpeaks() throws Exception {
        int fromContract = 0;
        for (ContractOperation operation : ApiContract.load().operations()) {
            if (operation.method().equals("GET") && operation.query().isEmpty()) {
                TestCaller.Answer answer = caller.get(path(operation));
                assertThat(answer.status())
                        .as(operation.key() + " " + answer.http().body())
                        .isIn(200, 400, 404);
                if (answer.header("X-Sandbox-Answer") != null) {
                    fromContract++;
                    assertThat(answer.header("X-Sandbox-Answer")).isEqualTo("contract");
                    assertThat(answer.json().isArray())
                            .isEqualTo(operation.answerType().endsWith("[]"));
                }
            }
        }
        assertThat(fromContract).isPositive();
    }

    private static String path(ContractOperation operation) {
        String path = operation.pattern();
        for (var placeholder : operation.pathTypes().entrySet()) {
            String value =
                    switch (placeholder.getValue()) {
                        case "long" -> "5386578528";
                        case "uuid" -> "00000000-0000-4000-8000-000000000001";
                        case "datetime" -> "2026-04-01T10:00:00+02:00";
                        default -> "example.com";
                    };
            path = path.replace("{" + placeholder.getKey() + "}", value);
        }
        return path;
    }

    private static void refused(TestCaller.Answer answer, String message) throws IOException {
        assertThat(answer.json().path("message").asText()).isEqualTo(message);
        assertThat(answer.json().path("class").asText()).isEqualTo("Client::BadRequest");
        assertThat(answer.status()).isEqualTo(400);
    }
}
