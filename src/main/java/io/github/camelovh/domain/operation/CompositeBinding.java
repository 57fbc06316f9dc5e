// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelovh.domain.api.catalog.Nearest;
import io.github.camelovh.domain.api.catalog.Parameter;
import io.github.camelovh.domain.api.catalog.Parameter.Kind;
import io.github.camelovh.domain.api.model.DomainName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Binds the values of one call of a composite operation to its parameters: the only place where those of the endpoint, the header and
 * the body meet. Of subjects and wishes the header's value comes first, then the endpoint's, then the body's; limits are bound by
 * {@link LimitBinding}. It collects every problem before it refuses.
 */
final class CompositeBinding {

    private final CompositeOperation operation;
    private final ParameterForms forms;
    private final Bodies bodies;
    private final List<String> problems = new ArrayList<>();
    private final Map<String, Object> ofBody = new LinkedHashMap<>();
    private final Map<String, Object> ofOperator;
    private final Map<String, Object> ofMessage;
    private final boolean limitsFromMessage;

    CompositeBinding(CompositeOperation operation, GivenValues given, ObjectMapper json) {
        this.operation = operation;
        this.forms = new ParameterForms(json);
        this.bodies = new Bodies(json);
        this.ofOperator = new LinkedHashMap<>(given.operators());
        this.ofMessage = new LinkedHashMap<>(given.messages());
        this.limitsFromMessage = given.limitsFromMessage();
    }

    /**
     * Binds them.
     *
     * @throws WrongUsageException with all problems, before anything is sent
     */
    CompositeInput bind(Object body, AnswerForm form) {
        boolean sendsBody =
                operation.parameters().stream().anyMatch(each -> each.name().equals(CompositeInput.BODY));
        Object opened = operation.parameters().isEmpty() && operation.reads() ? null : Bodies.opened(body);
        Object content = sendsBody ? opened : Bodies.values(opened);
        if (!sendsBody) {
            content = takeMembers(content);
        }
        Map<String, Object> bound = new LinkedHashMap<>();
        LimitBinding limits = new LimitBinding(limitsFromMessage, problems);
        for (int i = 0; i < operation.parameters().size(); i++) {
            Parameter parameter = operation.parameters().get(i);
            if (parameter.kind() == Kind.LIMIT) {
                limits.give(
                        parameter, take(ofOperator, parameter), take(ofMessage, parameter), take(ofBody, parameter));
                continue;
            }
            int before = problems.size();
            Object value = first(parameter);
            if (value == null && i == 0 && !sendsBody && content != null && fits(parameter, content)) {
                value = form(parameter, content instanceof String text ? text.strip() : content);
                content = null;
            }
            if (value != null) {
                bound.put(parameter.name(), value);
            } else if (parameter.required() && problems.size() == before) {
                missing(parameter, content);
            }
        }
        refuseUnknown();
        if (!sendsBody) {
            refuseUnread(content);
        }
        Object typed = sendsBody ? content : bound.get(CompositeInput.REQUEST);
        bound.putAll(limits.bind(TypedLimits.of(typed), forms));
        if (problems.isEmpty()) {
            operation.parameters().stream()
                    .filter(each -> each.kind() == Kind.LIMIT && each.required() && !bound.containsKey(each.name()))
                    .forEach(each -> missing(each, null));
        }
        if (!problems.isEmpty()) {
            throw new WrongUsageException(operation.fullName() + " was not begun: " + String.join(". ", problems));
        }
        return new CompositeInput(bound, limits.trusted(), opened, form);
    }

    /** Takes the values out of a body that has some; what is left is a plain value. */
    private Object takeMembers(Object content) {
        if (operation.takesRequest(content)) {
            ofBody.put(CompositeInput.REQUEST, content);
            return null;
        }
        ObjectNode members = bodies.object(withoutObjects(content));
        if (members == null) {
            return bodies.list(content);
        }
        members.properties().stream()
                .filter(each -> !each.getValue().isNull())
                .forEach(each -> ofBody.put(each.getKey(), each.getValue()));
        return null;
    }

    /** Takes the objects of the caller's program out of a map, since they are no JSON. */
    private Object withoutObjects(Object content) {
        if (!(content instanceof Map<?, ?> map)) {
            return content;
        }
        Map<Object, Object> rest = new LinkedHashMap<>(map);
        operation.parameters().stream()
                .filter(each -> each.type().equals(CompositeInput.OBJECT) && rest.get(each.name()) != null)
                .forEach(each -> ofBody.put(each.name(), rest.remove(each.name())));
        return rest;
    }

    private Object first(Parameter parameter) {
        if (parameter.type().equals(CompositeInput.MAP)) {
            Map<String, Object> entries = new LinkedHashMap<>();
            List.of(ofBody, ofOperator, ofMessage).forEach(source -> entries.putAll(entries(parameter.name(), source)));
            return entries.isEmpty() ? null : form(parameter, entries);
        }
        Object inBody = take(ofBody, parameter);
        Object fromOperator = take(ofOperator, parameter);
        Object fromMessage = take(ofMessage, parameter);
        return fromMessage != null ? fromMessage : fromOperator != null ? fromOperator : inBody;
    }

    private Object take(Map<String, Object> source, Parameter parameter) {
        Object value = source.remove(parameter.name());
        return value == null ? null : form(parameter, value);
    }

    private Object form(Parameter parameter, Object value) {
        try {
            return forms.of(parameter, value);
        } catch (IllegalArgumentException e) {
            problems.add("parameter \"" + parameter.name() + "\" " + e.getMessage());
            return null;
        }
    }

    private static Map<String, Object> entries(String name, Map<String, Object> all) {
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
        return found;
    }

    private static boolean fits(Parameter first, Object content) {
        boolean several = content instanceof Collection || (content instanceof JsonNode node && node.isArray());
        if (several) {
            return first.isList() || first.type().equals("json");
        }
        return content instanceof String
                || content instanceof Number
                || content instanceof DomainName
                || (content instanceof JsonNode node && node.isValueNode());
    }

    private void missing(Parameter parameter, Object content) {
        problems.add("parameter \"" + parameter.name() + "\" (" + parameter.type() + ") is missing"
                + (content == null ? "" : ", and the body is " + Bodies.named(content) + ", which is not one"));
    }

    private void refuseUnknown() {
        List<String> accepted = operation.parameters().stream()
                .map(each -> each.type().equals(CompositeInput.MAP) ? each.name() + ".*" : each.name())
                .toList();
        Set<String> left = new LinkedHashSet<>(ofBody.keySet());
        left.addAll(ofOperator.keySet());
        left.addAll(ofMessage.keySet());
        left.forEach(name -> problems.add("unknown parameter \"" + name + "\""
                + (accepted.isEmpty() ? "; it has no parameters" : Nearest.hint(name, accepted))));
    }

    /**
     * A body that no parameter took. What only reads may get the body of an earlier step, as Camel passes it on; where something is
     * changed, somebody may have meant it.
     */
    private void refuseUnread(Object content) {
        if (content != null && !operation.reads() && Bodies.isInput(content)) {
            problems.add(unread(content));
        }
    }

    static String unread(Object content) {
        return "the body is " + Bodies.named(content)
                + ", and nothing reads it; if it is left over from an earlier step, remove it before this one";
    }
}
