// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelovh.domain.api.ApiJson;
import io.github.camelovh.domain.api.ApiPath;
import io.github.camelovh.domain.api.catalog.Nearest;
import io.github.camelovh.domain.api.catalog.Operation;
import io.github.camelovh.domain.api.catalog.OperationCatalog;
import io.github.camelovh.domain.api.model.TaskArgument;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {

    /** Read once: a property test creates an object of this class for each try. */
    private static final OperationCatalog CATALOG = OperationCatalog.shipped();

    private Arguments bind(String operation, Map<String, Object> given, Object body) {
        String[] names = operation.split(":", 2);
        return Arguments.bind(CATALOG.find(names[0], names[1]).orElseThrow(), given, body, ApiJson.mapper());
    }

    @Nested
    class ParametersOfTheQuery {

        @Test
        void comeInTheFormOfTheirType() {
            assertThat(bind("order:listPaymentMethods", Map.of("default", "TRUE"), null)
                            .query())
                    .isEqualTo(Map.of("default", List.of("true")));
            assertThat(bind("order:listOrders", Map.of("date.from", Instant.EPOCH), null)
                            .query())
                    .isEqualTo(Map.of("date.from", List.of("1970-01-01T00:00Z")));
        }

        @Test
        void repeatWhereTheirTypeIsAList() {
            assertThat(bind("domain:listNames", Map.of("mainState", "OK, EXPIRED"), null)
                            .query())
                    .isEqualTo(Map.of("mainState", List.of("OK", "EXPIRED")));
            assertThat(bind("domain:listNames", Map.of("mainState", List.of("OK")), null)
                            .query())
                    .isEqualTo(Map.of("mainState", List.of("OK")));
        }

        @Test
        void takeJsonAsTextOrAsObject() {
            String tags = "{\"team\":[{\"operator\":\"EQ\",\"value\":\"web\"}]}";

            assertThat(bind("domain:list", Map.of("iamTags", tags), null).query())
                    .isEqualTo(Map.of("iamTags", List.of(tags)));
        }
    }

    @Nested
    class MembersOfTheBody {

        @Test
        void keepTheirValueWhereAParameterOfTheQueryHasTheirName() {
            Arguments bound = bind(
                    "rules:check",
                    Map.of("action", "create", "domain", "a.fr"),
                    Map.of("domain", Map.of("name", "b.fr")));

            assertThat(bound.query().get("domain")).containsExactly("a.fr");
            assertThat(bound.body()).hasToString("{\"domain\":{\"name\":\"b.fr\"}}");
        }

        @Test
        void comeFromParametersAndBodyTogether() {
            JsonNode body = bind(
                            "order:addDomain",
                            Map.of("cartId", "c1", "duration", "P1Y"),
                            "{\"domain\": \"example.com\", \"duration\": \"P5Y\"}")
                    .body();

            assertThat(body.toString()).isEqualTo("{\"domain\":\"example.com\",\"duration\":\"P1Y\"}");
        }

        @Test
        void mayStandBesideThePathParametersInAMap() {
            Arguments bound = bind("order:addDomain", Map.of(), Map.of("cartId", "c1", "domain", "example.com"));

            assertThat(bound.path()).isEqualTo(Map.of("cartId", "c1"));
            assertThat(bound.body().toString()).isEqualTo("{\"domain\":\"example.com\"}");
        }

        @Test
        void areReadFromBytesStreamsAndRecords() {
            byte[] json = "{\"value\":\"é\"}".getBytes(StandardCharsets.UTF_8);
            Map<String, Object> path = Map.of("id", 7, "key", "reason");
            TaskArgument read =
                    new TaskArgument("reason", null, "string", "é", null, null, false, null, null, null, null);

            assertThat(bind("task:setArgument", path, json).body().get("value").asText())
                    .isEqualTo("é");
            assertThat(bind("task:setArgument", path, new ByteArrayInputStream(json))
                            .body()
                            .get("value")
                            .asText())
                    .isEqualTo("é");
            assertThat(bind("task:setArgument", path, read).body().get("value").asText())
                    .isEqualTo("é");
        }

        @Test
        void areRefusedWhereTheApiKnowsThemNot() {
            assertThatThrownBy(() -> bind(
                            "renewal:order",
                            Map.of("serviceId", "1"),
                            Map.of("duration", "P1Y", "services", List.of(1), "dryrun", true)))
                    .isInstanceOf(WrongUsageException.class)
                    .hasMessageContaining("unknown member \"dryrun\"")
                    .hasMessageContaining("did you mean \"dryRun\"?");
        }

        @Test
        void ofABrokenTextAreNotShown() {
            assertThatThrownBy(() -> bind("order:createCart", Map.of(), "{\"description\": secret-word}"))
                    .isInstanceOf(WrongUsageException.class)
                    .hasMessageContaining("not JSON")
                    .hasMessageNotContaining("secret-word");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "task:get | id | twelve | needs a long",
                "task:get | id | 1.5 | needs a long",
                "order:listOrders | date.from | yesterday | with an offset",
                "order:listPaymentMethods | default | yes | needs true or false",
                "domain:list | iamTags | {broken | needs JSON",
            })
    void refusesAValueOfTheWrongForm(String operation, String name, String value, String why) {
        assertThatThrownBy(() -> bind(operation, Map.of(name, value), null))
                .isInstanceOf(WrongUsageException.class)
                .hasMessageContaining("parameter \"" + name + "\"")
                .hasMessageContaining(why);
    }

    @Test
    void tellsAllProblemsAtOnce() {
        assertThatThrownBy(() -> bind("task:setArgument", Map.of("id", "x", "keys", "a"), null))
                .hasMessageContaining("unknown parameter \"keys\"; did you mean \"key\"?")
                .hasMessageContaining("parameter \"id\" needs a long")
                .hasMessageContaining("parameter \"key\" (string) is missing")
                .hasMessageContaining("was not called");
    }

    @Test
    void takesAPlainTextForTheOneValueThatAReadingCallMisses() {
        assertThat(bind("task:get", Map.of(), 42).path()).isEqualTo(Map.of("id", "42"));
        assertThatThrownBy(() -> bind("task:cancel", Map.of(), 42))
                .as("only reading calls: a number left in the body must not cancel anything")
                .isInstanceOf(WrongUsageException.class);
    }

    @Property(tries = 300)
    void neverLetsAValueLeaveItsSegment(@ForAll String value) {
        Operation get = CATALOG.find("domain", "get").orElseThrow();
        try {
            String bound = Arguments.bind(get, Map.of("serviceName", value), null, ApiJson.mapper())
                    .path()
                    .get("serviceName");
            String path = ApiPath.of(get.path(), bound);

            assertThat(path)
                    .matches("/domain/[A-Za-z0-9._~%-]+")
                    .doesNotEndWith("/.")
                    .doesNotEndWith("/..");
        } catch (WrongUsageException e) {
            assertThat(value.isBlank()
                            || value.equals(".")
                            || value.equals("..")
                            || value.chars().anyMatch(Character::isISOControl))
                    .as("refused: %s", value)
                    .isTrue();
        }
    }

    @Test
    void findsTheNearestWord() {
        assertThat(Nearest.to("checkoutcart", List.of("checkoutCart", "createCart")))
                .contains("checkoutCart");
        assertThat(Nearest.to("lst", List.of("list", "get"))).contains("list");
        assertThat(Nearest.to("xyzzy", List.of("list", "get"))).isEmpty();
    }
}
