// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Checks a request against its operation, in the API's order and words. Immutable and thread-safe. */
public final class FormCheck {
    private final ApiContract contract;
    private final ValueForms forms;

    public FormCheck(ApiContract contract) {
        this.contract = contract;
        this.forms = new ValueForms(contract);
    }

    /**
     * The first problem of a request: unknown names, then missing ones, then values of the wrong form.
     *
     * @param path decoded values by placeholder
     * @param query decoded values by name
     * @param body null or JSON null if none was sent
     * @return the message of a 400 answer; empty if there is no problem
     */
    public Optional<String> problem(
            ContractOperation operation, Map<String, String> path, Map<String, List<String>> query, JsonNode body) {
        Map<String, Field> members = members(operation);
        boolean hasBody = body != null && !body.isNull() && !body.isMissingNode();
        Collection<String> unknown = new TreeSet<>(query.keySet());
        unknown.removeAll(operation.query().keySet());
        if (hasBody && body.isObject() && (members != null)) {
            body.fieldNames().forEachRemaining(name -> {
                if (!members.containsKey(name)) {
                    unknown.add(name);
                }
            });
        }
        if (!unknown.isEmpty()) {
            return Optional.of("Received not described parameters: (" + String.join(", ", unknown) + ") while calling "
                    + operation.handlerName());
        }
        List<String> missing = new ArrayList<>();
        missing(operation.query(), query::containsKey, missing);
        if (members != null) {
            missing(members, name -> hasBody && body.hasNonNull(name), missing);
        } else if (!hasBody && operation.bodyType() != null) {
            missing.add("body");
        }
        if (!missing.isEmpty()) {
            return Optional.of("Missing parameter(s): " + String.join(", ", missing));
        }
        return wrongForm(operation, path, query, hasBody ? body : null, members);
    }

    /** The names of read-only properties that a PUT would change. */
    public List<String> readOnlyChanges(ContractOperation operation, JsonNode body, JsonNode current) {
        List<String> changed = new ArrayList<>();
        contract.model(String.valueOf(operation.bodyType())).orElse(Map.of()).forEach((name, field) -> {
            if (field.readOnly() && body.has(name) && !body.get(name).equals(current.path(name))) {
                changed.add(name);
            }
        });
        return changed;
    }

    /** The members of a GET answer that the PUT of the same path does not accept. */
    public Set<String> onlyInAnswers(ContractOperation put, ContractOperation get) {
        Set<String> names =
                new TreeSet<>(contract.model(get.answerType()).orElse(Map.of()).keySet());
        Map<String, Field> taken = members(put);
        names.removeAll(taken == null ? Set.of() : taken.keySet());
        return names;
    }

    /** The members that a body may have; null if its type is not an object. */
    private Map<String, Field> members(ContractOperation operation) {
        return operation.bodyType() == null
                ? operation.bodyMembers()
                : contract.model(operation.bodyType()).orElse(null);
    }

    private Optional<String> wrongForm(
            ContractOperation operation,
            Map<String, String> path,
            Map<String, List<String>> query,
            JsonNode body,
            Map<String, Field> members) {
        for (Map.Entry<String, String> placeholder : operation.pathTypes().entrySet()) {
            if (!forms.fitsText(placeholder.getValue(), path.get(placeholder.getKey()))) {
                return wrong("Path", placeholder.getKey());
            }
        }
        for (Map.Entry<String, List<String>> parameter : query.entrySet()) {
            String type = operation.query().get(parameter.getKey()).type();
            if (!parameter.getValue().stream().allMatch(value -> forms.fitsText(type, value))) {
                return wrong("Query", parameter.getKey());
            }
        }
        if (body == null) {
            return Optional.empty();
        }
        if (members == null) {
            return forms.fits(operation.bodyType(), body) ? Optional.empty() : wrong("Body", "body");
        }
        if (!body.isObject()) {
            return wrong("Body", "body");
        }
        for (Map.Entry<String, JsonNode> member : body.properties()) {
            if (!forms.fits(members.get(member.getKey()), member.getValue())) {
                return wrong("Body", member.getKey());
            }
        }
        return Optional.empty();
    }

    private static Optional<String> wrong(String place, String name) {
        return Optional.of(place + " parameter " + name + " isn't formated correctly");
    }

    private static void missing(Map<String, Field> fields, Predicate<String> present, List<String> missing) {
        fields.forEach((name, field) -> {
            if (field.required() && !field.nullable() && !field.readOnly() && !present.test(name)) {
                missing.add(name);
            }
        });
    }
}
