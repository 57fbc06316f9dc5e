// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelovh.domain.SharedFolder;
import io.github.camelovh.domain.api.catalog.Parameter.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Checks each row of the operation table against the official description of its route. */
class OfficialSchemaTest {

    /** The number of operations in the description. */
    private static final int ALL = 368;

    private final ObjectMapper json = new ObjectMapper();
    private final OperationCatalog catalog = OperationCatalog.shipped();
    private Path schemas;
    private Map<String, JsonNode> routes;

    @BeforeEach
    void readRoutes() throws IOException {
        schemas = SharedFolder.ovhApi().resolve("schemas");
        routes = new TreeMap<>();
        for (JsonNode each :
                json.readTree(schemas.resolve("routes.json").toFile()).get("routes")) {
            String version = each.get("api").asText().equals("v2") ? "/v2" : "";
            routes.put(
                    each.get("method").asText() + " " + version
                            + each.get("path").asText(),
                    each);
        }
    }

    @Test
    void hasEveryOfficialRouteOnceAndNoOther() {
        assertThat(routes).hasSize(ALL);
        assertThat(catalog.all()).hasSize(ALL);
        assertThat(catalog.all().stream().map(Operation::route)).containsExactlyInAnyOrderElementsOf(routes.keySet());
    }

    @Test
    void agreesOnParametersBodyAnswerRightsAndState() {
        SoftAssertions softly = new SoftAssertions();
        for (Operation each : catalog.all()) {
            JsonNode official = routes.get(each.route());
            softly.assertThat(parameters(each, Place.PATH))
                    .as("path of %s", each.route())
                    .isEqualTo(declared(official.get("pathParams"), true));
            softly.assertThat(parameters(each, Place.QUERY))
                    .as("query of %s", each.route())
                    .isEqualTo(declared(official.get("query"), false));
            softly.assertThat(parameters(each, Place.HEADER))
                    .as("headers of %s", each.route())
                    .isEqualTo(declared(official.get("headers"), false));
            softly.assertThat(each.answer())
                    .as("answer of %s", each.route())
                    .isEqualTo(official.get("response").asText());
            softly.assertThat(each.iamActions())
                    .as("rights for %s", each.route())
                    .containsExactlyElementsOf(texts(official.get("iamActions")));
            softly.assertThat(each.anonymous())
                    .as("anonymous %s", each.route())
                    .isEqualTo(official.get("anonymous").asBoolean());
            softly.assertThat(Stream.of("beta", "deprecated").filter(each.flags()::contains))
                    .as("state of %s", each.route())
                    .containsExactlyElementsOf(state(official));
            softly.assertThat(parameters(each, Place.BODY))
                    .as("body of %s", each.route())
                    .isEqualTo(body(each, official));
        }
        softly.assertAll();
    }

    private static List<String> state(JsonNode official) {
        String status = official.get("status").asText();
        return status.equals("PRODUCTION") ? List.of() : List.of(status.toLowerCase(Locale.ROOT));
    }

    /** Members as {@code name -> type!}; the type's name is compared first, then its writable members. */
    private Map<String, String> body(Operation operation, JsonNode official) {
        JsonNode body = official.get("body");
        if (body.isNull()) {
            assertThat(operation.hasBody())
                    .as("no body in %s", operation.route())
                    .isFalse();
            return Map.of();
        }
        if (body.isObject()) {
            assertThat(operation.bodyType()).as("body of %s", operation.route()).isEmpty();
            return simplified(declared(body, false), official);
        }
        assertThat(operation.bodyType()).as("body of %s", operation.route()).isEqualTo(body.asText());
        Map<String, String> writable = new TreeMap<>();
        boolean readOnly = false;
        for (Map.Entry<String, JsonNode> each :
                model(official, body.asText()).get("properties").properties()) {
            JsonNode property = each.getValue();
            if (property.path("readOnly").asBoolean()) {
                readOnly = true;
            } else {
                String type = property.get("type").asText();
                writable.put(
                        each.getKey(),
                        (type.startsWith("map[") ? "json" : type)
                                + (property.path("required").asBoolean() ? "!" : ""));
            }
        }
        assertThat(operation.openBody())
                .as("read-only members in the body of %s", operation.route())
                .isEqualTo(readOnly);
        return simplified(writable, official);
    }

    /** Objects inside a body are written as {@code json} in the table. */
    private Map<String, String> simplified(Map<String, String> members, JsonNode official) {
        members.replaceAll((name, type) -> {
            String element = type.replace("[]", "").replace("!", "");
            boolean object = element.contains("<")
                    || (element.contains(".") && !model(official, element).has("enum"));
            return object ? type.replace(element, "json") : type;
        });
        return members;
    }

    private JsonNode model(JsonNode official, String type) {
        try {
            return json.readTree(
                            schemas.resolve(official.get("schema").asText()).toFile())
                    .get("models")
                    .get(type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> parameters(Operation operation, Place place) {
        return operation.parameters(place).stream()
                .collect(Collectors.toMap(
                        Parameter::name,
                        each -> each.type() + (each.required() ? "!" : ""),
                        (a, b) -> a,
                        TreeMap::new));
    }

    private static Map<String, String> declared(JsonNode described, boolean allRequired) {
        Map<String, String> found = new TreeMap<>();
        described.properties().forEach(each -> {
            String text = each.getValue().asText();
            String type = text.replace(" (required)", "");
            boolean required = allRequired || text.endsWith("(required)");
            found.put(each.getKey(), (type.startsWith("map[") ? "json" : type) + (required ? "!" : ""));
        });
        return found;
    }

    private static List<String> texts(JsonNode array) {
        return Stream.iterate(0, i -> i < array.size(), i -> i + 1)
                .map(i -> array.get(i).asText())
                .toList();
    }
}
