// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.regex.Pattern;

/** Checks whether a value has the form of its type. */
final class ValueForms {
    private static final Pattern LONG = Pattern.compile("-?\\d{1,18}");
    private static final Pattern DURATION =
            Pattern.compile("P(?!$)(\\d+Y)?(\\d+M)?(\\d+W)?(\\d+D)?(T(?=\\d)(\\d+H)?(\\d+M)?(\\d+(\\.\\d+)?S)?)?");
    private static final Pattern UUID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final Pattern IPV4 = Pattern.compile("(\\d{1,3}\\.){3}\\d{1,3}");
    private static final Pattern IPV6 = Pattern.compile("(?=.*:)[\\p{XDigit}:.]+");
    private static final Pattern IP_BLOCK = Pattern.compile("[\\p{XDigit}:.]+(/\\d{1,3})?");
    private static final Pattern PHONE = Pattern.compile("\\+\\d{1,4}\\.?\\d{4,15}");

    private final ApiContract contract;

    ValueForms(ApiContract contract) {
        this.contract = contract;
    }

    /** Null means "not given" if the value is not required. */
    boolean fits(Field field, JsonNode value) {
        return value.isNull() ? field.nullable() || !field.required() : fits(field.type(), value);
    }

    boolean fits(String type, JsonNode value) {
        if (type.endsWith("[]")) {
            String element = type.substring(0, type.length() - 2);
            return value.isArray() && all(value, element);
        }
        if (type.startsWith("map[string]")) {
            String element = mapElement(type);
            return value.isObject() && all(value, element);
        }
        if (contract.model(type).isPresent()) {
            return value.isObject() && fitsModel(contract.model(type).get(), value);
        }
        return switch (type) {
            case "boolean" -> value.isBoolean();
            case "long", "int" -> value.isIntegralNumber() && value.canConvertToLong();
            case "double", "float" -> value.isNumber();
            default ->
                value.isValueNode()
                        && (value.isTextual() || numericEnum(type, value))
                        && fitsText(type, value.asText());
        };
    }

    /** For values of a path or a query, which are always text. */
    boolean fitsText(String type, String text) {
        if (type.endsWith("[]")) {
            return fitsText(type.substring(0, type.length() - 2), text);
        }
        if (contract.enumeration(type).isPresent()) {
            return contract.enumeration(type).get().contains(text);
        }
        return switch (type) {
            case "boolean" -> text.equals("true") || text.equals("false");
            case "long", "int" -> LONG.matcher(text).matches();
            case "double", "float" -> text.matches("-?\\d+(\\.\\d+)?");
            case "datetime" -> parses(() -> OffsetDateTime.parse(text));
            case "date" -> parses(() -> LocalDate.parse(text));
            case "duration" -> DURATION.matcher(text).matches();
            case "uuid" -> UUID.matcher(text).matches();
            case "ip" -> IPV4.matcher(text).matches() || IPV6.matcher(text).matches();
            case "ipv4" -> IPV4.matcher(text).matches();
            case "ipv6" -> IPV6.matcher(text).matches();
            case "ipBlock" -> IP_BLOCK.matcher(text).matches();
            case "phoneNumber" -> PHONE.matcher(text).matches();
            default -> true;
        };
    }

    /** {@code map[string][]T} is a map of lists of T. */
    static String mapElement(String type) {
        String element = type.substring("map[string]".length());
        return element.startsWith("[]") ? element.substring(2) + "[]" : element;
    }

    private boolean fitsModel(Map<String, Field> properties, JsonNode value) {
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            Field field = properties.get(member.getKey());
            if (field == null || !fits(field, member.getValue())) {
                return false;
            }
        }
        return properties.entrySet().stream()
                .noneMatch(property -> property.getValue().required()
                        && !property.getValue().nullable()
                        && !property.getValue().readOnly()
                        && !value.hasNonNull(property.getKey()));
    }

    private boolean all(JsonNode container, String element) {
        for (JsonNode value : container) {
            if (!fits(element, value)) {
                return false;
            }
        }
        return true;
    }

    private boolean numericEnum(String type, JsonNode value) {
        return value.isIntegralNumber() && contract.enumeration(type).isPresent();
    }

    private static boolean parses(Runnable parse) {
        try {
            parse.run();
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
