// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.rules;

import java.util.ArrayList;
import java.util.List;

/** Rules in words. */
final class Wording {
    private static final int SHOWN = 12;

    private Wording() {}

    /** The requirement for a value, as the end of a sentence that begins with its path. */
    static String demand(Operator operator, List<String> expected) {
        String wanted = list(expected);
        return switch (operator) {
            case REQUIRED, NOTEMPTY -> "is missing";
            case READONLY -> "cannot be changed";
            case EQ -> "must be " + wanted;
            case NE -> "must not be " + wanted;
            case GT -> "must be more than " + wanted;
            case GTE -> "must be at least " + wanted;
            case LT -> "must be less than " + wanted;
            case LTE -> "must be at most " + wanted;
            case MINLENGTH -> "must have at least " + wanted + " characters";
            case MAXLENGTH -> "may have at most " + wanted + " characters";
            case BETWEEN -> "must be between " + String.join(" and ", expected);
            case CONTAINS -> "must be one of " + wanted;
            case NOTCONTAINS -> "must be none of " + wanted;
            case EMPTY -> "must not be given";
            case MATCH -> "must match " + wanted;
            case SHOULDBETRUE -> "must be true";
        };
    }

    private static String list(List<String> expected) {
        return expected.size() <= SHOWN
                ? String.join(", ", expected)
                : String.join(", ", expected.subList(0, SHOWN)) + " and " + (expected.size() - SHOWN) + " others";
    }

    static List<String> expected(Constraint constraint) {
        return constraint.value() == null ? constraint.values() : List.of(constraint.value());
    }

    /** When a condition is met: {@code OWNER_CONTACT.legalForm is individual}. */
    static String condition(Rule rule, String above) {
        String here = path(above, rule.label());
        List<String> clauses = new ArrayList<>();
        List<Constraint> telling = rule.constraints().stream()
                .filter(each -> !each.operator().mindsAbsence())
                .toList();
        boolean onlyPresence = telling.isEmpty() && rule.fields() == null;
        (onlyPresence ? rule.constraints() : telling).forEach(each -> clauses.add(here + " " + state(each)));
        if (rule.fields() != null) {
            clauses.add(condition(rule.fields(), here));
        }
        rule.and().forEach(part -> clauses.add(condition(part, here)));
        if (!rule.or().isEmpty()) {
            clauses.add("("
                    + String.join(
                            " or ",
                            rule.or().stream()
                                    .map(part -> condition(part, here))
                                    .toList())
                    + ")");
        }
        return String.join(
                " and ", clauses.stream().filter(text -> !text.isEmpty()).toList());
    }

    static String path(String above, String label) {
        return label == null ? above : above.isEmpty() ? label : above + "." + label;
    }

    private static String state(Constraint constraint) {
        String wanted = list(expected(constraint));
        return switch (constraint.operator()) {
            case REQUIRED, NOTEMPTY -> "is given";
            case READONLY -> "is fixed";
            case EQ -> "is " + wanted;
            case NE -> "is not " + wanted;
            case GT -> "is more than " + wanted;
            case GTE -> "is at least " + wanted;
            case LT -> "is less than " + wanted;
            case LTE -> "is at most " + wanted;
            case MINLENGTH -> "has at least " + wanted + " characters";
            case MAXLENGTH -> "has at most " + wanted + " characters";
            case BETWEEN -> "is between " + String.join(" and ", expected(constraint));
            case CONTAINS -> "is one of " + wanted;
            case NOTCONTAINS -> "is none of " + wanted;
            case EMPTY -> "is not given";
            case MATCH -> "fits " + wanted;
            case SHOULDBETRUE -> "is true";
        };
    }
}
