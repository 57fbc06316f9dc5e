// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks answers against the official schema: members, null values, types and enum values. */
final class SchemaCheck {

    private static final Map<String, Pattern> TEXTS = Map.of(
            "datetime", Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)"),
            "date", Pattern.compile("\\d{4}-\\d\\d-\\d\\d"),
            "duration", Pattern.compile("P(\\d+[YMWD])+"),
            "uuid", Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"));
    private static final Set<String> PLAIN = Set.of("string", "text", "password", "phoneNumber", "ip", "ipv4", "ipv6");
    /** Members of the real API that are not in its schema. */
    private static final Set<String> BEYOND =
            Set.of("order.cart.ItemSettings.domain", "order.cart.ItemSettings.catalogName");

    private final Map<String, Section> sections = new HashMap<>();
    private final List<String> problems = new ArrayList<>();

    private record Section(JsonNode models, Map<String, String> answers) {}

    SchemaCheck(Path ovhApi) {
        for (String name : List.of("v1-domain", "v1-allDom", "v1-order", "v1-me", "v1-service", "v2-domain")) {
            sections.put(name, read(ovhApi.resolve("schemas/" + name + ".json"), name.startsWith("v2") ? "/v2" : ""));
        }
    }

    private static Section read(Path file, String prefix) {
        try {
            JsonNode schema = new ObjectMapper().readTree(file.toFile());
            Map<String, String> answers = new HashMap<>();
            for (JsonNode api : schema.get("apis")) {
                for (JsonNode operation : api.get("operations")) {
                    answers.put(
                            operation.get("httpMethod").asText() + " " + prefix
                                    + api.get("path").asText(),
                            operation.get("responseType").asText());
                }
            }
            return new Section(schema.get("models"), answers);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + file, e);
        }
    }

    /** Checks one answer of an operation written as {@code GET /me/order/{orderId}}. */
    List<String> check(String operation, JsonNode answer) {
        Section section = sections.values().stream()
                .filter(known -> known.answers().containsKey(operation))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the schema has no " + operation));
        problems.clear();
        look(section, section.answers().get(operation), answer, operation);
        return List.copyOf(problems);
    }

    private void look(Section section, String type, JsonNode value, String where) {
        if (type.endsWith("[]")) {
            if (!value.isArray()) {
                problems.add(where + " is no list: " + value);
                return;
            }
            for (JsonNode element : value) {
                look(section, type.substring(0, type.length() - 2), element, where + "[]");
            }
        } else if (type.equals("void")) {
            expect(value.isNull(), "null", value, where);
        } else if (type.equals("long")) {
            expect(value.isIntegralNumber(), type, value, where);
        } else if (type.equals("double")) {
            expect(value.isNumber(), type, value, where);
        } else if (type.equals("boolean")) {
            expect(value.isBoolean(), type, value, where);
        } else if (TEXTS.containsKey(type)) {
            expect(value.isTextual() && TEXTS.get(type).matcher(value.asText()).matches(), type, value, where);
        } else if (PLAIN.contains(type)) {
            expect(value.isTextual(), type, value, where);
        } else if (type.startsWith("map[") || type.startsWith("complexType")) {
            expect(value.isObject(), type, value, where);
        } else {
            model(section, type, value, where);
        }
    }

    private void model(Section section, String type, JsonNode value, String where) {
        JsonNode model = section.models().path(type);
        if (model.has("enum")) {
            boolean known = false;
            for (JsonNode one : model.get("enum")) {
                known |= one.asText().equals(value.asText());
            }
            expect(known, type, value, where);
            return;
        }
        if (!model.has("properties") || !value.isObject()) {
            problems.add(where + " is no " + type + ": " + value);
            return;
        }
        JsonNode properties = model.get("properties");
        value.fieldNames().forEachRemaining(name -> {
            if (!properties.has(name) && !BEYOND.contains(type + "." + name)) {
                problems.add(where + " has a member " + name + " that " + type + " does not know");
            }
        });
        properties.properties().forEach(property -> {
            boolean nullable = property.getValue().path("canBeNull").asBoolean();
            JsonNode member = value.path(property.getKey());
            String here = where + "." + property.getKey();
            if (member.isMissingNode() || member.isNull()) {
                expect(nullable, property.getValue().get("type").asText(), member, here);
            } else {
                look(section, property.getValue().get("type").asText(), member, here);
            }
        });
    }

    private void expect(boolean right, String type, JsonNode value, String where) {
        if (!right) {
            problems.add(where + " is no " + type + ": " + value);
        }
    }
}
