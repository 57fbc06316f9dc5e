// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.renewal.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.app.renewal.policy.PolicyRule.Outcome;
import io.github.camelovh.domain.app.renewal.policy.PolicyRule.Wish;
import io.github.camelovh.domain.portfolio.HeldName;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenewalPolicyTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final PolicyRule REST = rule("rest", Outcome.ASK);

    private static PolicyRule rule(String name, Outcome outcome, Condition... conditions) {
        return new PolicyRule(name, 1, List.of(conditions), new Wish(outcome, 0, null, null));
    }

    private static RenewalPolicy policy(PolicyRule... rules) {
        return new RenewalPolicy(List.of(rules), 30, Map.of("uk", 10, "co.uk", 5), List.of(90, 30, 7));
    }

    private static HeldName name(String name, Map<String, String> tags, LocalDate since) {
        return new HeldName(
                DomainName.of(name),
                TODAY,
                since,
                "ok",
                "manual_renew",
                null,
                "locked",
                "disabled",
                List.of(),
                "77",
                "aa1-ovh",
                null,
                null,
                1L,
                tags,
                null);
    }

    private static Condition like(String pattern) {
        return new Condition.Names(List.of(new NamePattern(pattern)));
    }

    @Test
    void theFirstRuleThatFitsDecides() {
        RenewalPolicy policy =
                policy(rule("a", Outcome.RENEW, like("a*.fr")), rule("b", Outcome.AUTOMATIC, like("*.fr")), REST);

        assertThat(policy.decide(name("abc.fr", null, null), TODAY).rule().name())
                .isEqualTo("a");
        assertThat(policy.decide(name("xyz.fr", null, null), TODAY).rule().name())
                .isEqualTo("b");
        assertThat(policy.decide(name("xyz.de", null, null), TODAY).rule().name())
                .isEqualTo("rest");
        assertThat(policy.decide(name("xyz.de", null, null), TODAY).steps()).hasSize(3);
    }

    @Test
    void whatNoRuleFitsIsSaid() {
        PolicyVerdict verdict = policy(rule("a", Outcome.RENEW, like("a*"))).decide(name("b.fr", null, null), TODAY);

        assertThat(verdict.decided()).isFalse();
        assertThat(verdict.why()).isEqualTo("no rule of the policy matches");
    }

    @Test
    void whatIsNotKnownDecidesNothingEvenForRulesBehind() {
        Condition tags = new Condition.Tags(Map.of("env", "prod"));
        PolicyVerdict verdict = policy(rule("prod", Outcome.RENEW, tags), REST).decide(name("b.fr", null, null), TODAY);

        assertThat(verdict.decided()).isFalse();
        assertThat(verdict.why()).isEqualTo("rule prod cannot be checked: OVHcloud does not return its tags");
        assertThat(policy(rule("prod", Outcome.RENEW, tags, like("a*")), REST)
                        .decide(name("b.fr", null, null), TODAY)
                        .rule())
                .as("its name does not fit, whatever its tags")
                .isEqualTo(REST);
    }

    @Test
    void tagsContactsAndListsAreCompared() {
        HeldName name = name("b.fr", Map.of("env", "prod", "team", "web"), null);

        assertThat(new Condition.Tags(Map.of("env", "prod")).of(name, TODAY).fit())
                .isEqualTo(Match.Fit.YES);
        assertThat(new Condition.Tags(Map.of("env", "test")).of(name, TODAY).words())
                .isEqualTo("tag env is \"prod\"");
        assertThat(new Condition.Contact("admin", Set.of("aa1-ovh"))
                        .of(name, TODAY)
                        .fit())
                .isEqualTo(Match.Fit.YES);
        assertThat(new Condition.Contact("owner", Set.of("78")).of(name, TODAY).fit())
                .isEqualTo(Match.Fit.NO);
        assertThat(new Condition.Contact("tech", Set.of("78")).of(name, TODAY).fit())
                .isEqualTo(Match.Fit.UNKNOWN);
        assertThat(new Condition.Listed("x", Set.of("b.fr")).of(name, TODAY).fit())
                .isEqualTo(Match.Fit.YES);
        assertThat(new Condition.Extensions(Set.of("uk"))
                        .of(name("a.co.uk", null, null), TODAY)
                        .fit())
                .isEqualTo(Match.Fit.YES);
    }

    @ParameterizedTest
    @CsvSource({"2026-10-26, YES, NO", "2026-10-27, NO, YES", "2026-11-25, NO, YES"})
    void ageIsCountedInDays(LocalDate since, Match.Fit old, Match.Fit young) {
        HeldName name = name("b.fr", null, since);

        assertThat(new Condition.Age(30, true).of(name, TODAY).fit()).isEqualTo(old);
        assertThat(new Condition.Age(30, false).of(name, TODAY).fit()).isEqualTo(young);
    }

    @ParameterizedTest
    @CsvSource({"a.uk, 10", "a.co.uk, 5", "a.org.uk, 10", "a.fr, 30"})
    void theLongestExtensionGivesTheLead(String name, int days) {
        assertThat(policy(REST).leadOf(name(name, null, null))).isEqualTo(days);
    }

    @ParameterizedTest
    @CsvSource({"91, 0", "90, 90", "31, 90", "30, 30", "7, 7", "0, 7", "-3, 7"})
    void theNearestWarningIsDue(long daysLeft, int tier) {
        assertThat(policy(REST).warningFor(daysLeft)).isEqualTo(tier);
    }

    @ParameterizedTest
    @CsvSource({
        "a.fr, a.fr, true",
        "a.fr, ab.fr, false",
        "*, a.fr, true",
        "*.fr, a.fr, true",
        "*.fr, a.fra, false",
        "a*.fr, a.fr, true",
        "*a*a*, banana.fr, true",
        "*a*a*a*a*, banana.fr, false",
        "ab*ba.fr, aba.fr, false",
        "A*.FR, abc.fr, true",
        "*shop*.fr, my-shop-2.fr, true",
        "a**b.fr, ab.fr, true"
    })
    void aStarStandsForAnyText(String pattern, String name, boolean matches) {
        assertThat(new NamePattern(pattern).matches(name)).isEqualTo(matches);
    }

    @Test
    void noPatternTakesLong() {
        NamePattern hostile = new NamePattern("*a".repeat(120) + "b");

        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(1), () -> {
            for (int i = 0; i < 1000; i++) {
                assertThat(hostile.matches("a".repeat(240))).isFalse();
            }
        });
    }
}
