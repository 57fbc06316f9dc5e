// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelovh.domain.api.catalog.Parameter;
import io.github.camelovh.domain.api.model.AuthCode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Converts a user's value to the API's type, or refuses it. Texts are not checked, unless their type has a form.
 * Immutable.
 */
final class Values {

    private final ObjectMapper json;

    Values(ObjectMapper json) {
        this.json = json;
    }

    /**
     * The value in the API's form: {@code Long}, {@code Double}, {@code Boolean}, {@code String}, {@code JsonNode}, or a
     * list of these.
     *
     * @throws IllegalArgumentException if the value has the wrong form; the message completes "parameter x"
     */
    Object checked(Parameter parameter, Object value) {
        if (!parameter.isList()) {
            return one(parameter.elementType(), value);
        }
        return elements(parameter.elementType(), value)
                .map(each -> one(parameter.elementType(), each))
                .toList();
    }

    private Stream<?> elements(String type, Object value) {
        if (value instanceof JsonNode array && array.isArray()) {
            return Stream.iterate(0, i -> i < array.size(), i -> i + 1).map(array::get);
        }
        if (value instanceof Collection<?> several) {
            return several.stream();
        }
        if (value instanceof Object[] several) {
            return Stream.of(several);
        }
        String text = (value instanceof JsonNode node && node.isValueNode() ? node.asText() : value.toString()).strip();
        if (type.equals("json")) {
            JsonNode node = tree(text);
            return node.isArray() ? elements(type, node) : Stream.of(node);
        }
        return Stream.of(text.split(",")).map(String::strip).filter(each -> !each.isEmpty());
    }

    private Object one(String type, Object given) {
        if (type.equals("json")) {
            return given instanceof CharSequence text ? tree(text.toString()) : json.valueToTree(given);
        }
        Object value = given instanceof JsonNode node && node.isValueNode() ? node.asText() : given;
        if (value instanceof Map || value instanceof Collection || value instanceof JsonNode) {
            throw new IllegalArgumentException("needs one " + type + ", not an object or a list");
        }
        String text = text(type, value);
        try {
            return switch (type) {
                case "long" -> number(value, text);
                case "double" -> Double.valueOf(text);
                case "boolean" -> truth(text);
                case "datetime" -> OffsetDateTime.parse(text).toString();
                case "date" -> LocalDate.parse(text).toString();
                case "duration" -> duration(text);
                case "uuid" -> UUID.fromString(text).toString();
                default -> text;
            };
        } catch (NumberFormatException | DateTimeException e) {
            throw new IllegalArgumentException("needs a " + type + example(type) + ", not \"" + text + "\"", e);
        }
    }

    private static String text(String type, Object value) {
        if (type.equals("datetime")) {
            if (value instanceof Date date) {
                return date.toInstant().toString();
            }
            if (value instanceof Instant instant) {
                return instant.atOffset(ZoneOffset.UTC).toString();
            }
            if (value instanceof ZonedDateTime zoned) {
                return zoned.toOffsetDateTime().toString();
            }
        }
        return value instanceof AuthCode code ? code.secret() : value.toString();
    }

    private static Long number(Object value, String text) {
        return value instanceof Number number && number.doubleValue() == number.longValue()
                ? Long.valueOf(number.longValue())
                : Long.valueOf(text.strip());
    }

    private static Boolean truth(String text) {
        for (String word : List.of("true", "false")) {
            if (word.equalsIgnoreCase(text.strip())) {
                return Boolean.valueOf(word);
            }
        }
        throw new IllegalArgumentException("needs true or false, not \"" + text + "\"");
    }

    /** Orders use years or months, some options neither: {@code P1Y}, {@code P0D}. */
    private static String duration(String text) {
        if (text.contains("T")) {
            Duration.parse(text);
            return text;
        }
        Period.parse(text);
        return text;
    }

    private JsonNode tree(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            // without the cause: the parser's own message quotes the value
            throw new IllegalArgumentException(
                    "needs JSON; the error is at column " + e.getLocation().getColumnNr());
        }
    }

    private static String example(String type) {
        return switch (type) {
            case "datetime" -> " with an offset such as 2026-01-31T10:00:00Z";
            case "date" -> " such as 2026-01-31";
            case "duration" -> " such as P1Y";
            default -> "";
        };
    }
}
