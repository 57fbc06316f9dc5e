// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.rules;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * A rule as a JSON Schema (draft 2020-12) of the data that {@link RuleEvaluator} checks, for forms and for checks
 * elsewhere. JSON Schema cannot compare texts by their order; only the evaluator and the server check that.
 */
public final class RuleSchema {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    private final Set<String> contexts;

    private RuleSchema(Set<String> contexts) {
        this.contexts = contexts;
    }

    /**
     * The schema of a rule.
     *
     * @param title the title of the schema
     * @param contexts as for {@link RuleEvaluator}
     */
    public static ObjectNode of(Rule rule, String title, Set<String> contexts) {
        ObjectNode schema =
                JSON.objectNode().put("$schema", DIALECT).put("title", title).put("type", "object");
        for (RuleField field : RuleFields.of(rule, contexts)) {
            describe(schema, field);
        }
        ObjectNode valid = new RuleSchema(contexts).valid(rule, List.of());
        valid.properties().forEach(each -> schema.set(each.getKey(), each.getValue()));
        return schema;
    }

    private static void describe(ObjectNode schema, RuleField field) {
        ObjectNode at = schema;
        for (String part : field.path().split("\\.", -1)) {
            at = at.withObjectProperty("properties").withObjectProperty(part);
        }
        if (field.description() != null) {
            at.put("description", field.description());
        }
        if (field.example() != null) {
            at.putArray("examples").add(field.example());
        }
    }

    /** The schema of data that satisfies a rule; always about the whole data. */
    private ObjectNode valid(Rule rule, List<String> scope) {
        ArrayNode all = JSON.arrayNode();
        if (applies(rule.contexts())) {
            List<String> here = rule.label() == null ? scope : deeper(scope, rule.label());
            for (Constraint each : rule.constraints()) {
                if (applies(each.contexts())) {
                    add(all, guarded(each.conditions(), scope, held(each, here, scope.size())));
                }
            }
            if (rule.fields() != null) {
                add(all, valid(rule.fields(), here));
            }
            rule.and().forEach(part -> add(all, valid(part, here)));
            if (!rule.or().isEmpty()) {
                ArrayNode any = JSON.arrayNode();
                rule.or().forEach(part -> any.add(valid(part, here)));
                all.add(JSON.objectNode().set("anyOf", any));
            }
        }
        ObjectNode whole = all.isEmpty() ? JSON.objectNode() : JSON.objectNode().set("allOf", all);
        return guarded(rule.conditions(), scope, whole);
    }

    private static void add(ArrayNode all, ObjectNode one) {
        if (!one.isEmpty()) {
            all.add(one);
        }
    }

    private ObjectNode guarded(Rule condition, List<String> scope, ObjectNode then) {
        if (condition == null || then.isEmpty()) {
            return then;
        }
        ObjectNode guarded = JSON.objectNode();
        guarded.set("if", valid(condition, RuleEvaluator.ofTheTop(condition) ? List.of() : scope));
        guarded.set("then", then);
        return guarded;
    }

    private boolean applies(Set<String> wanted) {
        return wanted.isEmpty() || wanted.stream().anyMatch(contexts::contains);
    }

    private static List<String> deeper(List<String> scope, String label) {
        List<String> path = new ArrayList<>(scope);
        path.addAll(Arrays.asList(label.split("\\.", -1)));
        return List.copyOf(path);
    }

    /** A constraint on a value; values missing above the scope are not checked here. */
    private static ObjectNode held(Constraint constraint, List<String> path, int scope) {
        ObjectNode value =
                constraint.operator().mindsAbsence() ? JSON.objectNode().set("not", absent()) : demand(constraint);
        if (value.isEmpty()) {
            return value;
        }
        if (path.isEmpty()) {
            return value;
        }
        ObjectNode schema = value;
        for (int i = path.size() - 1; i >= 0; i--) {
            ObjectNode outer = JSON.objectNode();
            outer.withObjectProperty("properties").set(path.get(i), schema);
            if (constraint.operator().mindsAbsence() && i >= scope) {
                outer.putArray("required").add(path.get(i));
            }
            schema = outer;
        }
        return schema;
    }

    private static ObjectNode absent() {
        ObjectNode absent = JSON.objectNode();
        absent.putArray("enum").addNull().add("").add(JSON.arrayNode());
        return absent;
    }

    private static ObjectNode demand(Constraint constraint) {
        if (constraint.operator() == Operator.EMPTY) {
            return absent();
        }
        ObjectNode demand = JSON.objectNode();
        List<String> expected = Wording.expected(constraint);
        switch (constraint.operator()) {
            case EQ, CONTAINS -> oneOf(demand, expected);
            case NE, NOTCONTAINS -> demand.set("not", oneOf(JSON.objectNode(), expected));
            case MINLENGTH -> demand.put("minLength", Integer.parseInt(expected.get(0)));
            case MAXLENGTH -> demand.put("maxLength", Integer.parseInt(expected.get(0)));
            case MATCH -> demand.put("pattern", "^(?:" + expected.get(0) + ")$");
            case SHOULDBETRUE ->
                demand.putArray("enum").add(true).add("true").add(1).add("1");
            default -> {
                return demand;
            }
        }
        ObjectNode unlessAbsent = JSON.objectNode();
        unlessAbsent.putArray("anyOf").add(absent()).add(demand);
        return unlessAbsent;
    }

    private static ObjectNode oneOf(ObjectNode schema, List<String> expected) {
        ArrayNode values = schema.putArray("enum");
        expected.forEach(values::add);
        return schema;
    }
}
