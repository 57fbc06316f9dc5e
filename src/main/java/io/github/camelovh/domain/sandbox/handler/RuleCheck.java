// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;

/**
 * Checks data against a rule tree.
 *
 * <p>Labels at the top (OWNER_CONTACT...) are members of the data. Labels inside {@code fields} are members of the
 * object above them, and dots go one level deeper. A condition is a rule on the whole data: if it is not met, the
 * guarded part is skipped.
 */
final class RuleCheck {

    private static final Map<String, String> NAMES =
            Map.of("OWNER_CONTACT", "owner", "ADMIN_ACCOUNT", "adminAccount", "TECH_ACCOUNT", "techAccount");

    private final JsonNode data;
    private final Map<String, String> violations = new LinkedHashMap<>();
    /** The number of violated constraints; several can concern one member. */
    private int broken;

    private RuleCheck(JsonNode data) {
        this.data = data;
    }

    /** The violations: member name (such as {@code owner.city}) and sentence. */
    static Map<String, String> violations(JsonNode rule, JsonNode data) {
        RuleCheck check = new RuleCheck(data);
        check.look(rule, data, "");
        return check.violations;
    }

    private boolean met(JsonNode condition) {
        return condition.isMissingNode()
                || condition.isNull()
                || violations(condition, data).isEmpty();
    }

    private void look(JsonNode rule, JsonNode scope, String above) {
        if (rule.isMissingNode() || rule.isNull() || !met(rule.path("conditions"))) {
            return;
        }
        String label = rule.path("label").asText("");
        JsonNode value = label.isEmpty() ? scope : member(scope, label);
        String here = label.isEmpty() ? above : name(above, label);
        for (JsonNode constraint : rule.path("constraints")) {
            if (met(constraint.path("conditions")) && !respected(constraint, value)) {
                violations.putIfAbsent(here, sentence(constraint, label));
                broken++;
            }
        }
        if (!absent(value)) {
            look(rule.path("fields"), value, here);
        }
        rule.path("and").forEach(part -> look(part, value, here));
        or(rule.path("or"), value, here);
    }

    /**
     * One alternative must be satisfied; otherwise the violations of the alternative with the fewest violations are
     * reported.
     */
    private void or(JsonNode ways, JsonNode value, String here) {
        Map<String, String> least = null;
        int fewest = Integer.MAX_VALUE;
        for (JsonNode way : ways) {
            RuleCheck one = new RuleCheck(data);
            one.look(way, value, here);
            if (one.broken < fewest) {
                fewest = one.broken;
                least = one.violations;
            }
        }
        if (least != null) {
            least.forEach(violations::putIfAbsent);
            broken += fewest;
        }
    }

    private static JsonNode member(JsonNode scope, String label) {
        JsonNode value = scope;
        for (String part : label.split("\\.", -1)) {
            value = value == null ? MissingNode.getInstance() : value.path(part);
        }
        return value;
    }

    private static boolean absent(JsonNode value) {
        return value.isMissingNode()
                || value.isNull()
                || (value.isValueNode() && value.asText().isEmpty());
    }

    /** Only {@code required} and {@code notempty} check absent values. */
    private static boolean respected(JsonNode constraint, JsonNode value) {
        String operator = constraint.path("operator").asText();
        if (absent(value)) {
            return !operator.equals("required") && !operator.equals("notempty");
        }
        String text = value.asText();
        String limit = constraint.path("value").asText();
        return switch (operator) {
            case "eq" -> text.equals(limit);
            case "ne" -> !text.equals(limit);
            case "contains" -> holds(constraint, text);
            case "notcontains" -> !holds(constraint, text);
            case "maxlength" -> text.length() <= Integer.parseInt(limit);
            case "minlength" -> text.length() >= Integer.parseInt(limit);
            case "shouldbetrue" -> text.equals("true") || text.equals("1");
            case "empty" -> false;
            case "gt" -> order(text, limit) > 0;
            case "gte" -> order(text, limit) >= 0;
            case "lt" -> order(text, limit) < 0;
            case "lte" -> order(text, limit) <= 0;
            case "between" ->
                order(text, constraint.path("values").path(0).asText()) >= 0
                        && order(text, constraint.path("values").path(1).asText()) <= 0;
            case "match" -> text.matches(limit);
            case "required", "notempty", "readonly" -> true;
            default -> throw new IllegalStateException("a rule has the unknown operator " + operator);
        };
    }

    /** Numbers by their value, everything else as text; dates are written in a form that sorts correctly. */
    private static int order(String one, String other) {
        boolean numbers = one.matches("-?[0-9]+([.][0-9]+)?") && other.matches("-?[0-9]+([.][0-9]+)?");
        return numbers ? new BigDecimal(one).compareTo(new BigDecimal(other)) : one.compareTo(other);
    }

    private static boolean holds(JsonNode constraint, String text) {
        return StreamSupport.stream(constraint.path("values").spliterator(), false)
                .anyMatch(value -> value.asText().equals(text));
    }

    /** The API's names of members: {@code owner.city}, {@code owner.legal_form}, without {@code address}. */
    private static String name(String above, String label) {
        String own = NAMES.getOrDefault(label, snake(label));
        return above.isEmpty() ? own : above + "." + own;
    }

    private static String snake(String label) {
        String last = label.substring(label.lastIndexOf('.') + 1);
        return last.equals(last.toUpperCase(Locale.ROOT))
                ? last.toLowerCase(Locale.ROOT)
                : last.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    private static String sentence(JsonNode constraint, String label) {
        String field = NAMES.getOrDefault(label, snake(label));
        String operator = constraint.path("operator").asText();
        return switch (operator) {
            case "required", "notempty" -> "Field \"" + field + "\" is required";
            case "shouldbetrue" -> "Field \"" + field + "\" should be true";
            case "eq" ->
                "Field \"" + field + "\" should be " + constraint.path("value").asText();
            default -> "Field \"" + field + "\" has a value that is not allowed (" + operator + ")";
        };
    }
}
