// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.renewal.policy;

import io.github.camelovh.domain.portfolio.HeldName;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The rules about names that expire, checked from top to bottom; the first that matches decides. Immutable.
 *
 * @param rules in their order
 * @param leadDays how many days before its expiry a name is renewed
 * @param leadByExtension the same for some extensions; the longest matching extension counts
 * @param warnings days before the expiry on which a warning is sent, the largest first
 */
public record RenewalPolicy(
        List<PolicyRule> rules, int leadDays, Map<String, Integer> leadByExtension, List<Integer> warnings) {
    public RenewalPolicy {
        rules = List.copyOf(rules);
        leadByExtension = Map.copyOf(leadByExtension);
        warnings = List.copyOf(warnings);
    }

    /**
     * Decides about a name. A condition on an unknown value decides nothing, and later rules do not decide either: they
     * may be intended for other names only.
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
                        "rule " + rule.name() + " cannot be checked: "
                                + step.matches().get(step.matches().size() - 1).words(),
                        steps);
            }
        }
        return new PolicyVerdict(null, "no rule of the policy matches", steps);
    }

    /** A condition that does not match decides the rule, even if other values are not known. */
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

    /** Whether a rule needs to know since when the account has a name, which is one more call for each name. */
    public boolean asksForAge() {
        return rules.stream().flatMap(rule -> rule.conditions().stream()).anyMatch(Condition.Age.class::isInstance);
    }

    /** The warning that is due for a name: the smallest number of days that is not exceeded; 0 for none. */
    public int warningFor(long daysLeft) {
        return warnings.stream()
                .filter(each -> daysLeft <= each)
                .min(Integer::compare)
                .orElse(0);
    }
}
