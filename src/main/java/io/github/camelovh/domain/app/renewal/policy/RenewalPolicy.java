// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.renewal.policy;

import io.github.camelovh.domain.portfolio.HeldName;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What becomes of names when they expire: rules, asked from top to bottom, of which the first that fits decides. Immutable.
 *
 * @param rules in their order
 * @param leadDays how many days before its expiry a name is renewed
 * @param leadByExtension the same for some extensions; the longest that fits counts
 * @param warnings days before the expiry on which somebody is told, the largest first
 */
public record RenewalPolicy(
        List<PolicyRule> rules, int leadDays, Map<String, Integer> leadByExtension, List<Integer> warnings) {
    public RenewalPolicy {
        rules = List.copyOf(rules);
        leadByExtension = Map.copyOf(leadByExtension);
        warnings = List.copyOf(warnings);
    }

    /**
     * What becomes of a name. A condition on something that is not known of it decides nothing, and neither does any rule behind:
     * they may be meant for other names only.
     */
    public PolicyVerdict decide(HeldName name, LocalDate today) {
        List<PolicyVerdict.Step> steps = new ArrayList<>();
        for (PolicyRule rule : rules) {
            PolicyVerdict.Step step = ask(rule, name, today);
            steps.add(step);
            if (step.fit() == Match.Fit.YES) {
                return new PolicyVerdict(rule, null, steps);
            }
            if (step.fit() == Match.Fit.UNKNOWN) {
                return new PolicyVerdict(
                        null,
                        "rule " + rule.name() + " cannot be decided: "
                                + step.matches().get(step.matches().size() - 1).words(),
                        steps);
            }
        }
        return new PolicyVerdict(null, "no rule of the policy fits", steps);
    }

    /** A condition that does not fit settles the rule, whatever is not known besides. */
    private static PolicyVerdict.Step ask(PolicyRule rule, HeldName name, LocalDate today) {
        List<Match> matches = new ArrayList<>();
        Match unknown = null;
        for (Condition condition : rule.conditions()) {
            Match match = condition.of(name, today);
            if (match.fit() == Match.Fit.UNKNOWN) {
                unknown = unknown == null ? match : unknown;
                continue;
            }
            matches.add(match);
            if (match.fit() == Match.Fit.NO) {
                return new PolicyVerdict.Step(rule, matches);
            }
        }
        if (unknown != null) {
            matches.add(unknown);
        }
        return new PolicyVerdict.Step(rule, matches);
    }

    /** How many days before its expiry a name is renewed. */
    public int leadOf(HeldName name) {
        String extension = name.extension();
        while (!leadByExtension.containsKey(extension) && extension.indexOf('.') >= 0) {
            extension = extension.substring(extension.indexOf('.') + 1);
        }
        return leadByExtension.getOrDefault(extension, leadDays);
    }

    /** Whether a rule asks since when the account has a name, which takes one more call for each. */
    public boolean asksForAge() {
        return rules.stream().flatMap(rule -> rule.conditions().stream()).anyMatch(Condition.Age.class::isInstance);
    }

    /** The warning that is due for a name: the smallest that its days fit in; 0 for none. */
    public int warningFor(long daysLeft) {
        return warnings.stream()
                .filter(each -> daysLeft <= each)
                .min(Integer::compare)
                .orElse(0);
    }
}
