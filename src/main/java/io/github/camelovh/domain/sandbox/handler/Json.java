// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** The JSON forms that all handlers share: objects, lists, dates in Paris time, prices. */
final class Json {

    /** The API answers in its own local time, not in UTC. */
    static final ZoneId OFFICE = ZoneId.of("Europe/Paris");

    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);
    /** Micro-cents per cent: the unit of {@code priceInUcents}. */
    static final long UCENTS = 1_000_000L;

    private static final BigDecimal TAX_RATE = new BigDecimal("0.20");

    private Json() {}

    /** An object from alternating names and values. */
    static ObjectNode object(Object... namesAndValues) {
        ObjectNode made = NODES.objectNode();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            made.set((String) namesAndValues[i], node(namesAndValues[i + 1]));
        }
        return made;
    }

    static ArrayNode list(Iterable<?> values) {
        ArrayNode made = NODES.arrayNode();
        values.forEach(value -> made.add(node(value)));
        return made;
    }

    static ArrayNode list() {
        return NODES.arrayNode();
    }

    static JsonNode nothing() {
        return NODES.nullNode();
    }

    static JsonNode text(String value) {
        return node(value);
    }

    /** The node that a parser would create for the same value, so that unchanged values compare equal. */
    static JsonNode node(Object value) {
        if (value == null) {
            return NODES.nullNode();
        }
        if (value instanceof JsonNode ready) {
            return ready;
        }
        if (value instanceof String text) {
            return NODES.textNode(text);
        }
        if (value instanceof Boolean flag) {
            return NODES.booleanNode(flag);
        }
        if (value instanceof Integer || value instanceof Long) {
            long number = ((Number) value).longValue();
            return number == (int) number ? NODES.numberNode((int) number) : NODES.numberNode(number);
        }
        if (value instanceof BigDecimal amount) {
            return NODES.numberNode(amount);
        }
        if (value instanceof Iterable<?> values) {
            return list(values);
        }
        throw new IllegalArgumentException("no JSON form for " + value.getClass());
    }

    /** A point in time as the API prints it; null for 0 (not happened). */
    static JsonNode dateTime(long epochMillis) {
        return epochMillis == 0
                ? nothing()
                : text(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(Instant.ofEpochMilli(epochMillis)
                        .truncatedTo(ChronoUnit.SECONDS)
                        .atZone(OFFICE)
                        .toOffsetDateTime()));
    }

    static JsonNode date(long epochMillis) {
        return text(
                Instant.ofEpochMilli(epochMillis).atZone(OFFICE).toLocalDate().toString());
    }

    /** An {@code order.Price} in euro. */
    static ObjectNode price(long cents) {
        BigDecimal amount = BigDecimal.valueOf(cents, 2);
        return object("currencyCode", "EUR", "text", amount + " €", "value", amount);
    }

    /** Tax on an amount without tax, rounded to the cent. */
    static long tax(long cents) {
        return BigDecimal.valueOf(cents)
                .multiply(TAX_RATE)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
