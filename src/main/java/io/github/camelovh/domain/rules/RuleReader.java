// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads rules from the answer of {@code GET /domain/configurationRule}. For one thread and one rule. */
public final class RuleReader {
    /** Deeper than any registry's rules, but no danger for the stack. */
    private static final int DEEPEST = 60;

    private static final int MOST_PARTS = 20_000;

    private int parts;

    private RuleReader() {}

    /**
     * Reads a rule.
     *
     * @throws IllegalArgumentException if it is not a rule, or nested too deeply or too large
     */
    public static Rule read(JsonNode json) {
        return new RuleReader().rule(json, 0);
    }

    private Rule rule(JsonNode json, int depth) {
        if (json.isMissingNode() || json.isNull()) {
            return null;
        }
        if (!json.isObject()) {
            throw new IllegalArgumentException("A part of the rule is not an object: " + json.getNodeType());
        }
        if (depth > DEEPEST || ++parts > MOST_PARTS) {
            throw new IllegalArgumentException("The rule is nested deeper than " + DEEPEST + " or has more than "
                    + MOST_PARTS + " parts: it was not read");
        }
        List<Constraint> constraints = new ArrayList<>();
        for (JsonNode each : json.path("constraints")) {
            constraints.add(constraint(each, depth));
        }
        return new Rule(
                text(json, "label"),
                text(json, "type"),
                text(json, "description"),
                text(json, "placeholder"),
                constraints,
                rule(json.path("conditions"), depth + 1),
                texts(json.path("contexts")),
                rule(json.path("fields"), depth + 1),
                rules(json.path("and"), depth),
                rules(json.path("or"), depth));
    }

    private List<Rule> rules(JsonNode list, int depth) {
        List<Rule> rules = new ArrayList<>();
        for (JsonNode each : list) {
            Rule rule = rule(each, depth + 1);
            if (rule != null) {
                rules.add(rule);
            }
        }
        return rules;
    }

    private Constraint constraint(JsonNode json, int depth) {
        String word = json.path("operator").asText();
        Operator operator = Operator.of(word)
                .orElseThrow(() -> new IllegalArgumentException("The rule has an operator that is not known: " + word));
        List<String> values = new ArrayList<>();
        json.path("values").forEach(value -> values.add(value.asText()));
        return new Constraint(
                operator,
                text(json, "value"),
                values,
                rule(json.path("conditions"), depth + 1),
                texts(json.path("contexts")));
    }

    private static String text(JsonNode json, String member) {
        JsonNode value = json.path(member);
        return value.isMissingNode() || value.isNull() ? null : value.asText();
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new HashSet<>();
        list.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
