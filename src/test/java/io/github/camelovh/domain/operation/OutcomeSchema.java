// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelovh.domain.api.ApiJson;
import io.github.camelovh.domain.api.model.DomainName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes the JSON schema of all outcomes from their records. {@code main} rewrites the committed file; {@link OutcomeSchemaTest} fails
 * if it is out of date.
 */
final class OutcomeSchema {

    static final Path FILE = Path.of("src/main/docs/outcome.schema.json");
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private static final Map<String, String> MEANINGS = Map.of(
            "domain", "The name or zone that it is about, with xn-- labels",
            "orderId", "The order at OVHcloud; absent where there is none, or none is known",
            "priceWithTax", "What the order costs, or would cost, tax included",
            "paid", "Whether OVHcloud says that the order is paid; absent where it did not say so by then",
            "payByHand", "Whether a person has to pay the order",
            "reasons", "Why it ended like this, one sentence each; empty where all went as asked for",
            "whatToDo", "What a person or a program should do next");

    private OutcomeSchema() {}

    public static void main(String[] args) throws IOException {
        Files.writeString(FILE, current());
    }

    /** {@return the file as it should be} */
    static String current() throws JsonProcessingException {
        ObjectNode schema = JSON.createObjectNode()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("title", "Outcome of an operation of ovh-domain");
        ObjectNode kinds = schema.putObject("$defs");
        ArrayNode any = schema.putArray("anyOf");
        for (Class<?> type : OutcomeKinds.types()) {
            String name = type.getEnclosingClass().getSimpleName() + "." + type.getSimpleName();
            ObjectNode kind = object(JSON.constructType(type), type);
            ((ObjectNode) kind.get("properties")).putObject("outcome").put("const", type.getSimpleName());
            kinds.set(name, kind);
            any.addObject().put("$ref", "#/$defs/" + name);
        }
        return JSON.writeValueAsString(schema) + "\n";
    }

    private static ObjectNode object(JavaType type, Class<?> outcome) {
        ObjectNode schema = JSON.createObjectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        Map<String, Boolean> required = new TreeMap<>();
        for (BeanPropertyDefinition each :
                ApiJson.mapper().getSerializationConfig().introspect(type).findProperties()) {
            ObjectNode property = property(each.getAccessor().getType());
            if (outcome != null && MEANINGS.containsKey(each.getName())) {
                property.put("description", MEANINGS.get(each.getName()));
            }
            properties.set(each.getName(), property);
            required.put(each.getName(), isRequired(each, outcome));
        }
        required.values().removeIf(needed -> !needed);
        required.keySet().forEach(schema.withArray("required")::add);
        return schema.put("additionalProperties", false);
    }

    private static boolean isRequired(BeanPropertyDefinition each, Class<?> outcome) {
        boolean ordered = outcome != null && outcome.getSimpleName().equals("Ordered");
        return each.getRawPrimaryType().isPrimitive()
                || (outcome != null && List.of("outcome", "domain", "reasons").contains(each.getName()))
                || (ordered && each.getName().equals("orderId"))
                || List.of("amount", "currency").contains(each.getName());
    }

    private static ObjectNode property(JavaType type) {
        Class<?> raw = type.getRawClass();
        ObjectNode schema = JSON.createObjectNode();
        if (raw == String.class || raw == DomainName.class) {
            return schema.put("type", "string");
        }
        if (raw == Duration.class || raw == LocalDate.class || raw == Instant.class) {
            String format = raw == Duration.class ? "duration" : raw == LocalDate.class ? "date" : "date-time";
            return schema.put("type", "string").put("format", format);
        }
        if (type.isTypeOrSubTypeOf(boolean.class) || raw == Boolean.class) {
            return schema.put("type", "boolean");
        }
        if (type.isPrimitive() || raw == Long.class) {
            return schema.put("type", "integer");
        }
        if (type.isTypeOrSubTypeOf(Number.class)) {
            return schema.put("type", "number");
        }
        if (type.isCollectionLikeType()) {
            return schema.put("type", "array").set("items", property(type.getContentType()));
        }
        return object(type, null);
    }
}
