// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.renewal.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.camelovh.domain.api.model.Money;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyFileTest {
    private static final String GOOD = """
            leadDays:
              default: 20
              de: 45
              co.uk: 10
            warnings: [60, 7, 1]
            rules:
              - name: brands
                match:
                  names: ["*shop*.fr", example.com]
                  extensions: [fr, com]
                  tags: {env: prod}
                  olderThanDays: 30
                  admin: xx1-ovh
                outcome: renew
                years: 2
                maxPrice: 20.50
                tell: brands@example.com
              - name: dropped
                match:
                  list: drop.txt
                outcome: let-expire
              - name: rest
                outcome: ask
            """;

    private static final String TWICE = """
            rules:
              - {name: x, match: {names: a.fr}, outcome: ask}

              - {name: x, match: {names: b.fr}, outcome: ask}
            """;

    @TempDir
    Path folder;

    private RenewalPolicy read(String text) throws IOException {
        Files.writeString(folder.resolve("drop.txt"), "# given up\nold.fr\ncaf\u00e9.fr # in words\n\n");
        Files.writeString(folder.resolve("bad.txt"), "good.fr\nnot a name\n");
        Files.writeString(folder.resolve("none.txt"), "# nothing\n");
        Files.write(folder.resolve("latin.txt"), "caf\u00e9.fr".getBytes(StandardCharsets.ISO_8859_1));
        return PolicyFile.read(Files.writeString(folder.resolve("policy.yaml"), text), "EUR");
    }

    @Test
    void isReadAsItIsWritten() throws IOException {
        RenewalPolicy policy = read(GOOD);

        assertThat(policy.leadDays()).isEqualTo(20);
        assertThat(policy.leadByExtension()).isEqualTo(Map.of("de", 45, "co.uk", 10));
        assertThat(policy.warnings()).containsExactly(60, 7, 1);
        assertThat(policy.asksForAge()).isTrue();
        assertThat(policy.rules()).extracting(PolicyRule::name).containsExactly("brands", "dropped", "rest");
        assertThat(policy.rules()).extracting(PolicyRule::line).containsExactly(7, 18, 22);
        assertThat(policy.rules().get(0).wish())
                .isEqualTo(
                        new PolicyRule.Wish(PolicyRule.Outcome.RENEW, 2, Money.of("20.50 EUR"), "brands@example.com"));
        assertThat(policy.rules().get(1).conditions())
                .containsExactly(new Condition.Listed("drop.txt", java.util.Set.of("old.fr", "xn--caf-dma.fr")));
        assertThat(policy.rules().get(0).conditions()).hasSize(5);
    }

    @Test
    void needsNothingButRules() throws IOException {
        RenewalPolicy policy = read("rules:\n  - outcome: renew\n");

        assertThat(policy.leadDays()).isEqualTo(30);
        assertThat(policy.warnings()).containsExactly(90, 60, 30, 14, 7, 1);
        assertThat(policy.rules().get(0).name()).isEqualTo("number 1");
        assertThat(policy.rules().get(0).wish().years()).isEqualTo(1);
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                wrong(1, "it is empty", ""),
                wrong(1, "it is empty", "# nothing yet\n"),
                wrong(1, "has members", "- a\n- b\n"),
                wrong(1, "it is not YAML", "hello: :: ]"),
                wrong(3, "it is not YAML", "rules:\n  - outcome: [renew\n"),
                wrong(2, "it is not YAML", "rules:\n\t- outcome: renew\n"),
                wrong(2, "no member \"rule\"", "rules: [{outcome: ask}]\nrule: x\n"),
                wrong(2, "is there twice", "rules: [{outcome: ask}]\nrules: [{outcome: ask}]\n"),
                wrong(1, "a list with at least one rule", "rules: []\n"),
                wrong(1, "a list with at least one rule", "leadDays: 3\n"),
                wrong(1, "a list with at least one rule", "rules: {outcome: ask}\n"),
                wrong(2, "a rule has members", "rules:\n  - renew\n"),
                wrong(2, "needs an outcome", "rules:\n  - name: x\n"),
                wrong(2, "\"renw\" is not one of renew, automatic, let-expire, ask", "rules:\n  - outcome: renw\n"),
                wrong(2, "outcome must be one text", "rules:\n  - outcome: [ask]\n"),
                wrong(3, "no member \"year\"", "rules:\n  - outcome: renew\n    year: 1\n"),
                wrong(3, "from 1 to 10, not \"11\"", "rules:\n  - outcome: renew\n    years: 11\n"),
                wrong(3, "from 1 to 10, not \"0\"", "rules:\n  - outcome: renew\n    years: 0\n"),
                wrong(3, "from 1 to 10, not \"one\"", "rules:\n  - outcome: renew\n    years: one\n"),
                wrong(3, "from 1 to 10, not \"1.5\"", "rules:\n  - outcome: renew\n    years: 1.5\n"),
                wrong(3, "only for outcome renew", "rules:\n  - outcome: ask\n    years: 1\n"),
                wrong(3, "only for outcome renew", "rules:\n  - outcome: automatic\n    maxPrice: 12\n"),
                wrong(3, "an amount above zero", "rules:\n  - outcome: renew\n    maxPrice: -1\n"),
                wrong(3, "an amount above zero", "rules:\n  - outcome: renew\n    maxPrice: 0\n"),
                wrong(3, "the account pays in EUR", "rules:\n  - outcome: renew\n    maxPrice: 12 USD\n"),
                wrong(3, "match is empty", "rules:\n  - outcome: renew\n    match: {}\n"),
                wrong(3, "match has members", "rules:\n  - outcome: renew\n    match: shop.fr\n"),
                wrong(3, "no member \"name\"", "rules:\n  - outcome: ask\n    match: {name: a.fr}\n"),
                wrong(3, "neither a name nor a pattern", "rules:\n  - outcome: ask\n    match: {names: \"a_b.fr\"}\n"),
                wrong(
                        3,
                        "neither a name nor a pattern",
                        "rules:\n  - outcome: ask\n    match: {names: \"[a-z]+.fr\"}\n"),
                wrong(3, "names is empty", "rules:\n  - outcome: ask\n    match: {names: \"\"}\n"),
                wrong(3, "names is an empty list", "rules:\n  - outcome: ask\n    match: {names: []}\n"),
                wrong(3, "not an extension", "rules:\n  - outcome: ask\n    match: {extensions: \"f r\"}\n"),
                wrong(3, "cannot be read", "rules:\n  - outcome: ask\n    match: {list: gone.txt}\n"),
                wrong(3, "bad.txt, line 2: \"not a name\"", "rules:\n  - outcome: ask\n    match: {list: bad.txt}\n"),
                wrong(3, "has no name in it", "rules:\n  - outcome: ask\n    match: {list: none.txt}\n"),
                wrong(3, "not in UTF-8", "rules:\n  - outcome: ask\n    match: {list: latin.txt}\n"),
                wrong(3, "tags is empty", "rules:\n  - outcome: ask\n    match: {tags: {}}\n"),
                wrong(3, "a must be one text", "rules:\n  - outcome: ask\n    match: {tags: {a: [b]}}\n"),
                wrong(3, "olderThanDays must be", "rules:\n  - outcome: ask\n    match: {olderThanDays: -4}\n"),
                wrong(3, "is never reached", "rules:\n  - outcome: ask\n  - outcome: renew\n"),
                wrong(4, "also has the name x", TWICE),
                wrong(1, "leadDays must be a whole number from 1 to 365", "leadDays: 500\nrules: [{outcome: ask}]\n"),
                wrong(2, "is neither an extension", "leadDays:\n  .FR: 5\nrules: [{outcome: ask}]\n"),
                wrong(2, "fr must be a whole number", "leadDays:\n  fr: soon\nrules: [{outcome: ask}]\n"),
                wrong(1, "warnings are days", "warnings: [30, never]\nrules: [{outcome: ask}]\n"),
                wrong(1, "has 30 twice", "warnings: [30, 30]\nrules: [{outcome: ask}]\n"),
                wrong(2, "is not YAML", "a: &x [1]\nb: *y\n"),
                wrong(3, "is longer than 500", "rules:\n  - outcome: ask\n    tell: " + "x".repeat(501) + "\n"));
    }

    private static Arguments wrong(int line, String why, String text) {
        return Arguments.of(line, why, text);
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void isRefusedWithLineAndReason(int line, String why, String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(PolicyException.class, refused -> assertThat(refused.problems())
                        .anySatisfy(problem -> assertThat(problem)
                                .startsWith("policy.yaml, line " + line + ": ")
                                .contains(why)))
                .hasMessageEndingWith("No rule of policy.yaml is used until all errors are corrected.");
    }

    @Test
    void tellsAllThatIsWrongAtOnce() {
        assertThatThrownBy(() -> read("leadDays: 0\nrules:\n  - outcome: no\n  - outcome: renew\n    years: 99\n"))
                .isInstanceOfSatisfying(PolicyException.class, refused -> assertThat(refused.problems())
                        .hasSize(3));
    }

    /** A changed text is either a policy or refused with a line; nothing else happens, and it is fast. */
    @Test
    void survivesWhateverIsDoneToIt() {
        Random random = new Random(7);
        List<Throwable> refusals = new ArrayList<>();
        int policies = 0;
        for (int i = 0; i < 3000; i++) {
            String text = spoilt(random);
            Throwable thrown = Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(5), () -> catchThrowable(() -> read(text)), text);
            if (thrown == null) {
                policies++;
            } else {
                assertThat(thrown).as(text).isInstanceOf(PolicyException.class);
                assertThat(thrown).as(text).hasMessageMatching("(?s)policy.yaml, line \\d+: .*");
                refusals.add(thrown);
            }
        }
        assertThat(refusals).hasSizeGreaterThan(100);
        assertThat(policies).isGreaterThan(100);
    }

    private static String spoilt(Random random) {
        StringBuilder text = new StringBuilder(GOOD);
        String signs = "\0\t\n :-[]{}*&!|>'\"%@`#,x9\u00e9\uD83D";
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, signs.charAt(random.nextInt(signs.length())));
                case 2 -> text.delete(at, Math.min(text.length(), at + random.nextInt(30)));
                default -> {
                    int line = text.lastIndexOf("\n", at) + 1;
                    text.insert(line, text.substring(line, Math.max(line, text.indexOf("\n", line))) + "\n");
                }
            }
        }
        return text.toString().replace("\uD83D", "?");
    }
}
