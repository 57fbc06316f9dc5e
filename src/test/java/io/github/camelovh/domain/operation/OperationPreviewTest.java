// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelovh.domain.api.catalog.Parameter;
import io.github.camelovh.domain.api.catalog.Risk;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OperationPreviewTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static String shown(String resource, String operation, Map<String, Object> given, Object body) {
        return OperationPreview.of(resource, operation, given, body).shown().toString();
    }

    @Test
    void showsTheRequestAsItWouldBeSent() {
        assertThat(shown(
                        "dns",
                        "listRecords",
                        Map.of("zoneName", "example.com", "subDomain", "a b", "expand", "true"),
                        null))
                .contains("\"method\":\"GET\"", "\"path\":\"/domain/zone/example.com/record?subDomain=a%20b\"");
        assertThat(shown(
                        "api",
                        "call",
                        Map.of("path", "/me/x", "method", "PUT", "query.day", "1 2"),
                        Map.of("a", List.of(1, 2))))
                .contains("\"method\":\"PUT\"", "\"path\":\"/me/x?day=1%202\"", "\"body\":{\"a\":[1,2]}", "SPEND");
    }

    @Test
    void masksSecretsWhereverTheyStand() {
        List<String> all = List.of(
                shown(
                        "transfer",
                        "start",
                        Map.of("domain", "a.com", "authCode", "S3cret!", "config.AUTH_INFO", "S3cret!"),
                        null),
                shown("task", "fix", Map.of("id", 7, "argument.authInfo", "S3cret!"), null),
                shown("task", "setArgument", Map.of("id", 7, "key", "authInfo"), Map.of("value", "S3cret!")),
                shown(
                        "order",
                        "addItemConfiguration",
                        Map.of("cartId", "c", "itemId", 7, "label", "AUTH_INFO", "value", "S3cret!"),
                        null),
                shown(
                        "dns",
                        "changeDynHostPassword",
                        Map.of("zoneName", "a.com", "login", "x", "password", "S3cret!"),
                        null),
                shown(
                        "api",
                        "call",
                        Map.of("path", "/x", "method", "POST", "query.accessToken", "S3cret!"),
                        "{\"list\":[{\"clientSecret\":{\"a\":\"S3cret!\"}}]}"));

        assertThat(all).allSatisfy(each -> assertThat(each).contains("***").doesNotContain("S3cret!"));
    }

    @Test
    void showsBodiesInEachForm() throws Exception {
        Map<String, Object> zone = Map.of("zoneName", "example.com");
        String list = "[{\"subDomain\":\"www\",\"fieldType\":\"A\",\"target\":\"192.0.2.1\"}]";
        for (Object body : List.of(
                list,
                list.getBytes(StandardCharsets.UTF_8),
                JSON.readTree(list),
                List.of(Map.of("subDomain", "www", "fieldType", "A", "target", "192.0.2.1")))) {
            assertThat(shown("dns", "sync", zone, body)).contains("192.0.2.1");
        }
        assertThat(shown("dns", "sync", zone, "www A 192.0.2.1")).contains("\"body\":\"www A 192.0.2.1\"");
        assertThat(shown("dns", "sync", zone, "{broken")).contains("\"body\":\"7 characters\"");
    }

    @Test
    void doesNotChangeTheBodyThatItShows() throws Exception {
        var body = JSON.readTree("{\"authInfo\":\"S3cret!\"}");

        assertThat(shown("dns", "undo", Map.of(), body)).doesNotContain("S3cret!");

        assertThat(body.toString()).contains("S3cret!");
    }

    @Test
    void refusesWhatTheCallWouldRefuse() {
        assertThatThrownBy(() -> shown("dns", "sync", Map.of("zoneName", "example.com", "noSuch", 1), "x"))
                .isInstanceOf(WrongUsageException.class)
                .hasMessageContaining("noSuch");
        assertThatThrownBy(() -> shown("dns", "getRecord", Map.of("zoneName", "example.com"), null))
                .isInstanceOf(WrongUsageException.class)
                .hasMessageContaining("\"id\"");
        assertThatThrownBy(() -> shown("dns", "noSuch", Map.of(), null)).isInstanceOf(WrongUsageException.class);
    }

    /** The plan of a change would be refused, or be that of something else, if it needed more or knew less. */
    @Test
    void whatPlansOnlyReadsAndTakesTheSameSubjects() {
        List<CompositeOperation> all = CompositeOperations.described();
        int planned = 0;
        for (CompositeOperation each : all) {
            Optional<String> name = PlanningOperations.of(each);
            if (name.isEmpty()) {
                continue;
            }
            planned++;
            CompositeOperation plan = all.stream()
                    .filter(other -> other.fullName().equals(each.resource() + ":" + name.get()))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(each.fullName() + " has no " + name.get()));
            assertThat(plan.risk()).as(plan.fullName()).isEqualTo(Risk.READ);
            assertThat(each.parameters())
                    .as(each.fullName())
                    .containsAll(plan.parameters().stream()
                            .filter(Parameter::required)
                            .toList());
        }
        assertThat(planned).isGreaterThan(15);
    }
}
