// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelovh.domain.api.catalog.Nearest;
import io.github.camelovh.domain.api.catalog.Parameter;
import io.github.camelovh.domain.api.model.AuthCode;
import io.github.camelovh.domain.api.model.DomainName;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The checked values for a call of a composite operation. Immutable. */
public final class CompositeInput {

    /** A type for {@link Parameter#local}: values given as {@code name.KEY}, or as a map under the name. */
    static final String MAP = "map";

    /** A type for a time to wait: ISO 8601 such as {@code PT30S}, or milliseconds. */
    static final String WAIT = "wait";

    /** A type for an amount of money, with or without its currency. */
    static final String MONEY = "money";

    /** A type for an object of the caller's program, such as a consumer of pages. */
    static final String OBJECT = "object";

    /** The parameter of an operation that sends the message body, and so reads no parameters from it. */
    static final String BODY = "body";

    private final Map<String, Object> values;
    private final Object body;
    private final AnswerForm form;

    private CompositeInput(Map<String, Object> values, Object body, AnswerForm form) {
        this.values = values;
        this.body = body;
        this.form = form;
    }

    static CompositeInput bind(
            CompositeOperation operation, Map<String, Object> given, Object body, AnswerForm form, ObjectMapper json) {
        List<String> problems = new ArrayList<>();
        Map<String, Object> all = new LinkedHashMap<>();
        boolean sendsBody =
                operation.parameters().stream().anyMatch(each -> each.name().equals(BODY));
        ObjectNode inBody = sendsBody ? null : new Bodies(json).object(withoutObjects(operation, body, all));
        if (inBody != null) {
            inBody.properties().stream()
                    .filter(each -> !each.getValue().isNull())
                    .forEach(each -> all.put(each.getKey(), each.getValue()));
        }
        given.forEach((name, value) -> {
            if (value != null) {
                all.put(name, value);
            }
        });
        Map<String, Object> bound = new LinkedHashMap<>();
        Values checker = new Values(json);
        List<Parameter> parameters = operation.parameters();
        for (int i = 0; i < parameters.size(); i++) {
            Parameter parameter = parameters.get(i);
            Object value = parameter.type().equals(MAP) ? entries(parameter.name(), all) : all.remove(parameter.name());
            if (value == null && i == 0 && inBody == null && !sendsBody) {
                value = plain(parameter, body);
            }
            if (value == null) {
                if (parameter.required()) {
                    problems.add("parameter \"" + parameter.name() + "\" (" + parameter.type() + ") is missing");
                }
                continue;
            }
            try {
                bound.put(parameter.name(), checked(checker, parameter, value));
            } catch (IllegalArgumentException e) {
                problems.add("parameter \"" + parameter.name() + "\" " + e.getMessage());
            }
        }
        List<String> accepted = parameters.stream()
                .map(each -> each.type().equals(MAP) ? each.name() + ".*" : each.name())
                .toList();
        all.keySet()
                .forEach(name -> problems.add("unknown parameter \"" + name + "\""
                        + (accepted.isEmpty() ? "; it has no parameters" : Nearest.hint(name, accepted))));
        if (!problems.isEmpty()) {
            throw new WrongUsageException(operation.fullName() + " was not begun: " + String.join(". ", problems));
        }
        return new CompositeInput(bound, body, form);
    }

    /** Takes the objects of the caller's program out of a map, since they are no JSON. */
    private static Object withoutObjects(CompositeOperation operation, Object body, Map<String, Object> taken) {
        if (!(body instanceof Map<?, ?> map)) {
            return body;
        }
        Map<Object, Object> rest = new LinkedHashMap<>(map);
        operation.parameters().stream()
                .filter(each -> each.type().equals(OBJECT) && rest.containsKey(each.name()))
                .forEach(each -> taken.put(each.name(), rest.remove(each.name())));
        return rest;
    }

    private static Object plain(Parameter first, Object body) {
        if (body instanceof CharSequence text) {
            return text.toString().isBlank() ? null : text.toString().strip();
        }
        boolean several = first.isList() && (body instanceof Collection || body instanceof Object[]);
        return several || body instanceof Number || body instanceof DomainName ? body : null;
    }

    private static Object entries(String name, Map<String, Object> all) {
        Map<String, Object> found = new LinkedHashMap<>();
        Object whole = all.remove(name);
        if (whole instanceof Map<?, ?> map) {
            map.forEach((key, value) -> found.put(String.valueOf(key), value));
        } else if (whole instanceof JsonNode object && object.isObject()) {
            object.properties().forEach(each -> found.put(each.getKey(), each.getValue()));
        } else if (whole != null) {
            all.put(name, whole);
        }
        String prefix = name + ".";
        List<String> keys =
                all.keySet().stream().filter(key -> key.startsWith(prefix)).toList();
        keys.forEach(key -> found.put(key.substring(prefix.length()), all.remove(key)));
        return found.isEmpty() ? null : found;
    }

    private static Object checked(Values checker, Parameter parameter, Object value) {
        return switch (parameter.elementType()) {
            case OBJECT -> value;
            case MAP -> texts((Map<?, ?>) value);
            case WAIT -> wait(value);
            case MONEY -> money(text(value));
            default -> checker.checked(parameter, value);
        };
    }

    private static Map<String, String> texts(Map<?, ?> entries) {
        Map<String, String> texts = new LinkedHashMap<>();
        entries.forEach((key, value) -> texts.put(String.valueOf(key), text(value)));
        return texts;
    }

    private static String text(Object value) {
        if (value instanceof AuthCode code) {
            return code.secret();
        }
        return value instanceof JsonNode node ? node.asText() : String.valueOf(value);
    }

    private static Duration wait(Object value) {
        if (value instanceof Duration duration) {
            return duration;
        }
        String text = text(value).strip();
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

    /** {@return the message body as it was received; null if there was none} */
    Object body() {
        return body;
    }

    /** {@return the requested form of the answer} */
    AnswerForm form() {
        return form;
    }

    /** {@return a value in the form of its parameter's type; empty if it was not given} */
    @SuppressWarnings("unchecked") // Values returns the type of the parameter
    <T> Optional<T> value(String name) {
        return Optional.ofNullable((T) values.get(name));
    }

    /**
     * An object of the caller's program.
     *
     * @return empty if it was not given
     * @throws WrongUsageException if it is of another type
     */
    <T> Optional<T> object(String name, Class<T> type) {
        Object given = values.get(name);
        if (given != null && !type.isInstance(given)) {
            throw new WrongUsageException("parameter \"" + name + "\" must be" + " a " + type.getName()
                    + " of the calling program; nothing was sent");
        }
        return Optional.ofNullable(type.cast(given));
    }

    /** {@return the names of all given values} */
    Set<String> names() {
        return values.keySet();
    }

    /** {@return a text; empty if it was not given} */
    Optional<String> text(String name) {
        return value(name).map(String::valueOf);
    }

    /** {@return a switch; false if it was not given} */
    boolean isSet(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    /**
     * A required domain name.
     *
     * @throws WrongUsageException if it is not a domain name
     */
    DomainName domain(String name) {
        return domain((Object) text(name).orElseThrow());
    }

    private static DomainName domain(Object text) {
        try {
            return DomainName.of(text.toString());
        } catch (IllegalArgumentException e) {
            throw new WrongUsageException(e.getMessage() + "; nothing was sent");
        }
    }

    /** {@return a required whole number} */
    long number(String name) {
        return (Long) value(name).orElseThrow();
    }
}
