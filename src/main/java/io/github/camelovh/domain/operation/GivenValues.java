// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The values of a call by the names of its parameters, apart by who gave them. A null value counts as not given. Immutable.
 *
 * @param operators what the operator gave: options and {@code param.} values of the endpoint or the component
 * @param messages what came with a message, beside its body
 * @param limitsFromMessage whether limits in a message, its body included, count as the operator's where the operator set none
 */
public record GivenValues(Map<String, Object> operators, Map<String, Object> messages, boolean limitsFromMessage) {

    public GivenValues {
        operators = without(operators);
        messages = without(messages);
    }

    /** {@return values of a program that calls an operation for itself: all of them, and what is in the body, are the operator's} */
    public static GivenValues ofOperator(Map<String, Object> values) {
        return new GivenValues(values, Map.of(), true);
    }

    /** {@return all values; where both gave one, the message's} */
    Map<String, Object> all() {
        Map<String, Object> all = new LinkedHashMap<>(operators);
        all.putAll(messages);
        return all;
    }

    private static Map<String, Object> without(Map<String, Object> values) {
        Map<String, Object> kept = new LinkedHashMap<>(values);
        kept.values().removeIf(value -> value == null);
        return Collections.unmodifiableMap(kept);
    }
}
