// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelovh.domain.api.catalog.Parameter;
import io.github.camelovh.domain.api.model.AuthCode;
import io.github.camelovh.domain.api.model.Money;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Brings a user's value into the form of its parameter's type, for composite operations. Immutable. */
final class ParameterForms {

    /** No wait takes longer; more would not fit into a date. */
    private static final Duration LONGEST = Duration.ofDays(366);

    private final Values values;

    ParameterForms(ObjectMapper json) {
        this.values = new Values(json);
    }

    /**
     * The value in the form of the type: as {@link Values} has it; {@code Duration} for {@link CompositeInput#WAIT}; a map of texts for
     * {@link CompositeInput#MAP}; a text for {@link CompositeInput#MONEY}, or {@link Money} that was given as such.
     *
     * @throws IllegalArgumentException if the value has the wrong form; the message completes "parameter x"
     */
    Object of(Parameter parameter, Object value) {
        return switch (parameter.elementType()) {
            case CompositeInput.OBJECT -> value;
            case CompositeInput.MAP -> texts(value);
            case CompositeInput.WAIT -> wait(value);
            case CompositeInput.MONEY -> value instanceof Money ? value : money(text(value));
            default -> values.checked(parameter, value);
        };
    }

    private static Map<String, String> texts(Object value) {
        if (!(value instanceof Map<?, ?> entries)) {
            throw new IllegalArgumentException("needs an object, or values by name");
        }
        Map<String, String> texts = new LinkedHashMap<>();
        entries.forEach((key, entry) -> texts.put(String.valueOf(key), entry(key, entry)));
        return texts;
    }

    private static String entry(Object key, Object value) {
        boolean isText = value instanceof JsonNode node
                ? node.isValueNode() && !node.isNull()
                : !(value == null || value instanceof Map || value instanceof Collection);
        if (!isText) {
            throw new IllegalArgumentException("needs a text for \"" + key + "\"");
        }
        return text(value);
    }

    private static String text(Object value) {
        if (value instanceof AuthCode code) {
            return code.secret();
        }
        return value instanceof JsonNode node ? node.asText() : String.valueOf(value);
    }

    private static Duration wait(Object value) {
        Duration wait =
                value instanceof Duration duration ? duration : wait(text(value).strip());
        if (wait.isNegative() || wait.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("needs a time from 0 to " + LONGEST.toDays() + " days, not " + wait);
        }
        return wait;
    }

    private static Duration wait(String text) {
        try {
            return text.startsWith("P") ? Duration.parse(text) : Duration.ofMillis(Long.parseLong(text));
        } catch (NumberFormatException | DateTimeException e) {
            throw new IllegalArgumentException("needs milliseconds or a time such as PT30S, not \"" + text + "\"", e);
        }
    }

    private static String money(String text) {
        String[] parts = text.strip().split(" +");
        try {
            if (parts.length <= 2 && new BigDecimal(parts[0]).signum() >= 0) {
                return String.join(" ", parts);
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("needs an amount such as 12.50 or 12.50 EUR, not \"" + text + "\"", e);
        }
        throw new IllegalArgumentException("needs an amount such as 12.50 or 12.50 EUR, not \"" + text + "\"");
    }
}
