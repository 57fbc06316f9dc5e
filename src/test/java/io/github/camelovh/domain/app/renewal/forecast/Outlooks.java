// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.renewal.forecast;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.app.renewal.Outlook;
import io.github.camelovh.domain.app.renewal.RenewalPlanner;
import io.github.camelovh.domain.app.renewal.policy.PolicyRule;
import io.github.camelovh.domain.app.renewal.policy.RenewalPolicy;
import io.github.camelovh.domain.portfolio.HeldName;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Names with one rule, planned on 2026-11-25 with a lead of 30 days. */
final class Outlooks {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    private Outlooks() {}

    static Outlook of(String name, PolicyRule.Outcome outcome, int years, String tell, String expires, Long ordered) {
        PolicyRule rule = new PolicyRule("r", 1, List.of(), new PolicyRule.Wish(outcome, years, null, tell));
        RenewalPolicy policy = new RenewalPolicy(List.of(rule), 30, Map.of(), List.of(90, 30, 7));
        HeldName held = new HeldName(
                DomainName.of(name),
                LocalDate.parse(expires),
                null,
                "ok",
                "manual_renew",
                null,
                "locked",
                "disabled",
                List.of(),
                "77",
                null,
                null,
                null,
                1L,
                null,
                null);
        return new RenewalPlanner(policy, (any, expiry) -> Optional.ofNullable(ordered), any -> false, TODAY)
                .outlook(held);
    }
}
