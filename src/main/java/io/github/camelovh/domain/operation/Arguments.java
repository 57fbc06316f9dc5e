// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelovh.domain.api.catalog.Nearest;
import io.github.camelovh.domain.api.catalog.Operation;
import io.github.camelovh.domain.api.catalog.Parameter;
import io.github.camelovh.domain.api.catalog.Parameter.Place;
import io.github.camelovh.domain.api.catalog.Repeat;
import io.github.camelovh.domain.api.catalog.Risk;
import io.github.camelovh.domain.api.model.DomainName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The values of one call, bound to the parameters of its operation and checked. A value that was given by name
 * overrides one in the body.
 *
 * @param path values of the placeholders
 * @param query values of the query, in the operation's order; several per name where the type is a list
 * @param headers values of header parameters
 * @param body the JSON body; null if the operation has none
 */
record Arguments(
        Map<String, String> path, Map<String, List<String>> query, Map<String, String> headers, JsonNode body) {

    /**
     * Binds the given values to the parameters of an operation.
     *
     * @param operation the operation to call
     * @param given values by parameter name
     * @param body anything that {@link Bodies} can read; a JSON object in it supplies parameters that were not given
     * @return the bound values
     * @throws WrongUsageException with all problems, before anything was sent
     */
    static Arguments bind(Operation operation, Map<String, Object> given, Object body, ObjectMapper json) {
        return new Binding(operation, given, json).bind(body);
    }

    /** The state of one binding; collects every problem before it refuses. */
    private static final class Binding {

        private final Operation operation;
        private final Map<String, Object> given = new LinkedHashMap<>();
        private final ObjectMapper json;
        private final Values values;
        private final List<String> problems = new ArrayList<>();
        private final Map<String, String> path = new LinkedHashMap<>();
        private final Map<String, List<String>> query = new LinkedHashMap<>();
        private final Map<String, String> headers = new LinkedHashMap<>();

        Binding(Operation operation, Map<String, Object> given, ObjectMapper json) {
            this.operation = operation;
            this.json = json;
            this.values = new Values(json);
            given.forEach((name, value) -> {
                if (value != null) {
                    this.given.put(name, value);
                }
            });
        }

        Arguments bind(Object body) {
            for (String name : given.keySet()) {
                if (!operation.takes(name)) {
                    problems.add("unknown parameter \"" + name + "\"" + accepted(name));
                }
            }
            Bodies bodies = new Bodies(json);
            ObjectNode members = operation.hasBody() ? memberObject(bodies.read(body)) : null;
            if (!operation.hasBody() && !(operation.parameters().isEmpty() && reads())) {
                Object values = Bodies.values(Bodies.opened(body));
                ObjectNode object = bodies.object(values);
                lift(object, false);
                if (object == null && !liftText(values) && !reads() && Bodies.isInput(values)) {
                    problems.add(CompositeBinding.unread(values));
                }
            }
            for (Parameter each : operation.parameters()) {
                take(each, members);
            }
            if (members != null && !operation.openBody()) {
                refuseUnknown(members);
            }
            if (!problems.isEmpty()) {
                throw new WrongUsageException(operation.fullName() + " (" + operation.route() + ") was not called: "
                        + String.join(". ", problems));
            }
            return new Arguments(path, query, headers, members);
        }

        private ObjectNode memberObject(JsonNode body) {
            if (body == null || body.isNull() || body.isMissingNode()) {
                return json.createObjectNode();
            }
            if (body.isObject()) {
                ObjectNode members = body.deepCopy();
                if (!operation.openBody()) {
                    lift(members, true);
                }
                return members;
            }
            problems.add("the body must be a JSON object, a map or a record, not "
                    + body.getNodeType().name().toLowerCase(Locale.ROOT));
            return json.createObjectNode();
        }

        /** Moves path, query and header parameters out of an object that also contains them. */
        private void lift(ObjectNode from, boolean others) {
            if (from == null) {
                return;
            }
            Set<String> kept = operation.parameters().stream()
                    .filter(operation::shadowed)
                    .map(Parameter::name)
                    .collect(Collectors.toSet());
            for (Parameter each : operation.parameters()) {
                if (each.place() != Place.BODY && from.hasNonNull(each.name()) && !kept.contains(each.name())) {
                    JsonNode value = from.remove(each.name());
                    given.putIfAbsent(each.name(), value);
                }
            }
            if (!others) {
                refuseUnknown(from);
            }
        }

        /** A plain text is the only missing value of a call that reads, for example after splitting a list of names. */
        private boolean liftText(Object values) {
            if (!(values instanceof String || values instanceof Number || values instanceof DomainName)) {
                return false;
            }
            List<String> missing = operation.parameters().stream()
                    .filter(each -> each.required() && !given.containsKey(each.name()))
                    .map(Parameter::name)
                    .toList();
            boolean isValue = missing.size() == 1 && operation.repeat() == Repeat.READ;
            if (isValue) {
                given.put(missing.get(0), values.toString().strip());
            }
            return isValue;
        }

        private boolean reads() {
            return operation.risk() == Risk.READ;
        }

        private void refuseUnknown(ObjectNode members) {
            members.fieldNames().forEachRemaining(name -> {
                if (!operation.takes(name)) {
                    problems.add("unknown member \"" + name + "\" in the body" + accepted(name));
                }
            });
        }

        private String accepted(String wrong) {
            List<String> names =
                    operation.parameters().stream().map(Parameter::name).toList();
            return names.isEmpty() ? "; it has no parameters" : Nearest.hint(wrong, names);
        }

        private void take(Parameter parameter, ObjectNode members) {
            Object value = operation.shadowed(parameter) ? null : given.get(parameter.name());
            if (value == null && parameter.place() == Place.BODY && members.hasNonNull(parameter.name())) {
                value = members.get(parameter.name());
            }
            if (value == null) {
                if (parameter.required()) {
                    problems.add("parameter \"" + parameter.name() + "\" (" + parameter.type() + ") is missing");
                }
                return;
            }
            try {
                Object checked = values.checked(parameter, value);
                switch (parameter.place()) {
                    case PATH -> path.put(parameter.name(), segment(checked.toString()));
                    case QUERY -> query.put(parameter.name(), texts(checked));
                    case HEADER -> headers.put(parameter.name(), oneLine(checked.toString()));
                    case BODY -> members.set(parameter.name(), json.valueToTree(checked));
                    case LOCAL -> throw new IllegalStateException(operation.fullName() + " has a local parameter");
                }
            } catch (IllegalArgumentException e) {
                problems.add("parameter \"" + parameter.name() + "\" " + e.getMessage());
            }
        }

        private static List<String> texts(Object checked) {
            return checked instanceof List<?> several
                    ? several.stream().map(each -> oneLine(each.toString())).toList()
                    : List.of(oneLine(checked.toString()));
        }

        /** Dot segments would change the path, encoded or not, and an empty segment is another route. */
        private static String segment(String text) {
            if (text.isBlank() || text.equals(".") || text.equals("..")) {
                throw new IllegalArgumentException("cannot be part of a path: \"" + text + "\"");
            }
            return oneLine(text);
        }

        private static String oneLine(String text) {
            for (int i = 0; i < text.length(); i++) {
                if (Character.isISOControl(text.charAt(i))) {
                    throw new IllegalArgumentException("contains a line break or another control character");
                }
            }
            return text;
        }
    }
}
