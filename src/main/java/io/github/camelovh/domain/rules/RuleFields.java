// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The values that a rule asks for, as a flat list: for users, forms and files. Used by one thread. */
public final class RuleFields {
    private final Set<String> contexts;
    private final Map<String, Draft> drafts = new LinkedHashMap<>();

    private RuleFields(Set<String> contexts) {
        this.contexts = contexts;
    }

    /** What is known of a path so far; a rule may mention a path several times. */
    private static final class Draft {
        private String type;
        private String description;
        private String example;
        private RuleField.Need need = RuleField.Need.OPTIONAL;
        private List<String> oneOf = List.of();
        private final Set<String> demands = new LinkedHashSet<>();
    }

    /**
     * All values, in the rule's order.
     *
     * @param contexts as for {@link RuleEvaluator}
     */
    public static List<RuleField> of(Rule rule, Set<String> contexts) {
        RuleFields fields = new RuleFields(contexts);
        fields.look(rule, "", List.of());
        List<RuleField> all = new ArrayList<>();
        fields.drafts.forEach((path, draft) -> all.add(new RuleField(
                path,
                draft.type,
                draft.need,
                draft.oneOf,
                List.copyOf(draft.demands),
                draft.description,
                draft.example)));
        return all;
    }

    private void look(Rule rule, String above, List<String> conditions) {
        if (!applies(rule.contexts())) {
            return;
        }
        String here = Wording.path(above, rule.label());
        List<String> where = with(conditions, rule.conditions(), above);
        if (rule.label() != null) {
            note(rule, here, where, above);
        }
        if (rule.fields() != null) {
            look(rule.fields(), here, where);
        }
        rule.and().forEach(part -> look(part, here, where));
        for (int i = 0; i < rule.or().size(); i++) {
            List<String> alternative = new ArrayList<>(where);
            alternative.add("this alternative is used, of " + rule.or().size());
            look(rule.or().get(i), here, alternative);
        }
    }

    private boolean applies(Set<String> wanted) {
        return wanted.isEmpty() || wanted.stream().anyMatch(contexts::contains);
    }

    private static List<String> with(List<String> conditions, Rule condition, String above) {
        if (condition == null) {
            return conditions;
        }
        List<String> more = new ArrayList<>(conditions);
        more.add(Wording.condition(condition, RuleEvaluator.ofTheTop(condition) ? "" : above));
        return more;
    }

    private void note(Rule rule, String here, List<String> conditions, String above) {
        Draft draft = drafts.computeIfAbsent(here, path -> new Draft());
        draft.type = draft.type == null ? rule.type() : draft.type;
        draft.description = draft.description == null ? rule.description() : draft.description;
        draft.example = draft.example == null ? rule.placeholder() : draft.example;
        for (Constraint each : rule.constraints()) {
            if (applies(each.contexts())) {
                note(draft, each, with(conditions, each.conditions(), above));
            }
        }
    }

    private static void note(Draft draft, Constraint constraint, List<String> conditions) {
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        switch (constraint.operator()) {
            case REQUIRED, NOTEMPTY -> {
                if (conditions.isEmpty()) {
                    draft.need = RuleField.Need.ALWAYS;
                } else {
                    draft.need = draft.need == RuleField.Need.ALWAYS ? draft.need : RuleField.Need.SOMETIMES;
                    draft.demands.add("is needed" + where);
                }
            }
            case CONTAINS -> {
                if (conditions.isEmpty() && draft.oneOf.isEmpty()) {
                    draft.oneOf = constraint.values();
                } else {
                    draft.demands.add(Wording.demand(constraint.operator(), constraint.values()) + where);
                }
            }
            default -> draft.demands.add(Wording.demand(constraint.operator(), Wording.expected(constraint)) + where);
        }
    }
}
