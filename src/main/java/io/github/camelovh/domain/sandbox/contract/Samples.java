// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Generates sample values of the right type. Immutable and thread-safe. */
public final class Samples {
    private static final int DEEPEST = 8;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final ApiContract contract;

    public Samples(ApiContract contract) {
        this.contract = contract;
    }

    /** A sample answer of an operation. */
    public JsonNode answer(ContractOperation operation) {
        return value(operation.answerType(), 0);
    }

    private JsonNode value(String type, int depth) {
        if (type.endsWith("[]")) {
            ArrayNode list = JSON.arrayNode();
            return depth < DEEPEST ? list.add(value(type.substring(0, type.length() - 2), depth + 1)) : list;
        }
        if (type.startsWith("map[string]")) {
            ObjectNode map = JSON.objectNode();
            return depth < DEEPEST ? map.set("key", value(ValueForms.mapElement(type), depth + 1)) : map;
        }
        Map<String, Field> properties = contract.model(type).orElse(null);
        if (properties != null) {
            ObjectNode object = JSON.objectNode();
            properties.forEach((name, field) -> object.set(
                    name,
                    (field.nullable() && depth > 1) || depth > DEEPEST
                            ? JSON.nullNode()
                            : value(field.type(), depth + 1)));
            return object;
        }
        return contract.enumeration(type)
                .map(values -> scalarOfEnum(values.get(0)))
                .orElseGet(() -> scalar(type));
    }

    private static JsonNode scalarOfEnum(String value) {
        return value.matches("\\d+") ? JSON.numberNode(Long.parseLong(value)) : JSON.textNode(value);
    }

    private static JsonNode scalar(String type) {
        return switch (type) {
            case "void" -> JSON.nullNode();
            case "boolean" -> JSON.booleanNode(false);
            case "long", "int" -> JSON.numberNode(5_000_000_001L);
            case "double", "float" -> JSON.numberNode(1.5);
            case "datetime" -> JSON.textNode("2026-04-01T10:00:00+02:00");
            case "date" -> JSON.textNode("2026-04-01");
            case "duration" -> JSON.textNode("P1Y");
            case "uuid" -> JSON.textNode("00000000-0000-4000-8000-000000000001");
            case "ip", "ipv4" -> JSON.textNode("192.0.2.1");
            case "ipv6" -> JSON.textNode("2001:db8::1");
            case "ipBlock" -> JSON.textNode("192.0.2.0/24");
            case "phoneNumber" -> JSON.textNode("+33.123456789");
            default -> JSON.textNode("sample");
        };
    }
}
