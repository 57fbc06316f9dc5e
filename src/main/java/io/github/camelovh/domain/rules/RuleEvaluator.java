// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.PatternSyntaxException;

/**
 * Checks data against a rule. The data is an object with the labels at the top as members ({@code OWNER_CONTACT},
 * {@code REASON}). Labels inside {@code fields} are members of the value above them; dots go one level deeper. A
 * condition is checked against the whole data if its labels are top labels, which are in capitals, else against the
 * value next to it. Bounded: a rule that takes too many steps is stopped. For one thread and one check.
 */
public final class RuleEvaluator {
    private static final int MOST_STEPS = 200_000;

    private final JsonNode data;
    private final Set<String> contexts;
    private int steps;

    private RuleEvaluator(JsonNode data, Set<String> contexts) {
        this.data = data;
        this.contexts = contexts;
    }

    /**
     * Everything that is not allowed.
     *
     * @param contexts the purpose of the data: create, transfer, premium and others
     * @return empty if the data satisfies the rule
     * @throws RuleTooComplexException if the check takes too long
     */
    public static List<Violation> violations(Rule rule, JsonNode data, Set<String> contexts) {
        return new RuleEvaluator(data, contexts).look(rule, data, "");
    }

    private List<Violation> look(Rule rule, JsonNode scope, String above) {
        List<Violation> found = new ArrayList<>();
        step();
        if (rule == null || !applies(rule.contexts()) || !isMet(rule.conditions(), scope)) {
            return found;
        }
        JsonNode value = rule.label() == null ? scope : member(scope, rule.label());
        String here = rule.label() == null ? above : above.isEmpty() ? rule.label() : above + "." + rule.label();
        for (Constraint constraint : rule.constraints()) {
            if (applies(constraint.contexts())
                    && isMet(constraint.conditions(), scope)
                    && !isRespected(constraint, value)) {
                found.add(new Violation(here, constraint.operator(), Wording.expected(constraint), rule.description()));
            }
        }
        if (rule.fields() != null && !isAbsent(value)) {
            found.addAll(look(rule.fields(), value, here));
        }
        // Parts of a labelled rule apply to its value; parts of a group apply to the group's value.
        for (Rule part : rule.and()) {
            found.addAll(look(part, value, here));
        }
        found.addAll(best(rule.or(), value, here));
        return found;
    }

    /** Returns the violations of the closest alternative; none if an alternative is met. */
    private List<Violation> best(List<Rule> alternatives, JsonNode value, String here) {
        List<Violation> best = List.of();
        for (int i = 0; i < alternatives.size(); i++) {
            List<Violation> of = look(alternatives.get(i), value, here);
            if (of.isEmpty()) {
                return of;
            }
            best = i == 0 || of.size() < best.size() ? of : best;
        }
        return best;
    }

    private boolean applies(Set<String> wanted) {
        return wanted.isEmpty() || wanted.stream().anyMatch(contexts::contains);
    }

    private boolean isMet(Rule condition, JsonNode scope) {
        return condition == null
                || look(condition, ofTheTop(condition) ? data : scope, "").isEmpty();
    }

    /** Whether a condition applies to the whole data: its labels are top labels, in capitals. */
    static boolean ofTheTop(Rule rule) {
        if (rule.label() != null) {
            return rule.label().equals(rule.label().toUpperCase(Locale.ROOT));
        }
        return rule.and().stream().anyMatch(RuleEvaluator::ofTheTop)
                || rule.or().stream().anyMatch(RuleEvaluator::ofTheTop);
    }

    private void step() {
        if (++steps > MOST_STEPS) {
            throw new RuleTooComplexException("it takes more than " + MOST_STEPS + " steps");
        }
    }

    private static JsonNode member(JsonNode scope, String label) {
        JsonNode value = scope;
        for (String part : label.split("\\.", -1)) {
            value = value.path(part);
        }
        return value;
    }

    private static boolean isAbsent(JsonNode value) {
        return value instanceof MissingNode
                || value.isNull()
                || (value.isValueNode() && value.asText().isEmpty())
                || (value.isArray() && value.isEmpty());
    }

    private boolean isRespected(Constraint constraint, JsonNode value) {
        step();
        Operator operator = constraint.operator();
        if (isAbsent(value)) {
            return !operator.mindsAbsence();
        }
        if (value.isArray()) {
            for (JsonNode each : value) {
                if (!isRespected(constraint, each)) {
                    return false;
                }
            }
            return true;
        }
        String text = value.isValueNode() ? value.asText() : "";
        String limit = constraint.value() == null ? "" : constraint.value();
        return switch (operator) {
            case REQUIRED, NOTEMPTY, READONLY -> true;
            case EMPTY -> false;
            case EQ -> text.equals(limit);
            case NE -> !text.equals(limit);
            case GT -> compare(text, limit) > 0;
            case GTE -> compare(text, limit) >= 0;
            case LT -> compare(text, limit) < 0;
            case LTE -> compare(text, limit) <= 0;
            case MINLENGTH -> length(text) >= number(limit);
            case MAXLENGTH -> length(text) <= number(limit);
            case BETWEEN ->
                constraint.values().size() == 2
                        && compare(text, constraint.values().get(0)) >= 0
                        && compare(text, constraint.values().get(1)) <= 0;
            case CONTAINS -> constraint.values().contains(text);
            case NOTCONTAINS -> !constraint.values().contains(text);
            case MATCH -> matches(limit, text);
            case SHOULDBETRUE -> text.equals("true") || text.equals("1");
        };
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static int number(String limit) {
        try {
            return new BigDecimal(limit.strip()).intValueExact();
        } catch (NumberFormatException | ArithmeticException e) {
            throw new RuleTooComplexException("it has a length that is not a number");
        }
    }

    /** All operands are texts. Numbers are compared as numbers; dates in ISO 8601 can be compared as texts. */
    private static int compare(String text, String limit) {
        try {
            return new BigDecimal(text.strip()).compareTo(new BigDecimal(limit.strip()));
        } catch (NumberFormatException e) {
            return text.compareTo(limit);
        }
    }

    private static boolean matches(String expression, String text) {
        try {
            return BoundedMatch.matches(expression, text);
        } catch (PatternSyntaxException e) {
            throw new RuleTooComplexException("it has a regular expression that cannot be read");
        }
    }
}
