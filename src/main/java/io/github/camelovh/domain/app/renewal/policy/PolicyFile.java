// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.renewal.policy;

import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.api.model.VisibleText;
import io.github.camelovh.domain.app.file.BoundedYaml;
import io.github.camelovh.domain.app.renewal.policy.PolicyRule.Outcome;
import io.github.camelovh.domain.app.renewal.policy.PolicyRule.Wish;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads the operator's policy: {@code config/renewal-policy.yaml}. */
public final class PolicyFile {
    private static final Set<String> MEMBERS = Set.of("leadDays", "warnings", "rules");
    private static final Set<String> RULE = Set.of("name", "match", "outcome", "years", "maxPrice", "tell");
    private static final Pattern PRICE = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,2})?)(?: ([A-Z]{3}))?");
    private static final List<Integer> WARNINGS = List.of(90, 60, 30, 14, 7, 1);
    private static final int LEAD = 30;
    private static final int LONGEST_LEAD = 365;
    private static final int LONGEST_FILE = 1_000_000;

    private final String name;
    private final String currency;
    private final ConditionReader conditions;
    private final List<String> problems = new ArrayList<>();

    private PolicyFile(String name, Path folder, String currency) {
        this.name = name;
        this.currency = currency;
        this.conditions = new ConditionReader(folder, this::wrong);
    }

    /**
     * Reads a policy; name lists must be in the same folder.
     *
     * @param file in UTF-8
     * @param currency of the account, in which limits are
     * @throws PolicyException with all errors, each with file and line; then there is no policy
     */
    public static RenewalPolicy read(Path file, String currency) {
        PolicyFile reading = new PolicyFile(
                file.getFileName().toString(), file.toAbsolutePath().getParent(), currency);
        RenewalPolicy policy = null;
        try {
            if (Files.size(file) > LONGEST_FILE) {
                reading.wrong(1, "it is longer than a megabyte");
            } else {
                policy = reading.policy(Files.readString(file));
            }
        } catch (CharacterCodingException e) {
            reading.wrong(1, "it is not in UTF-8");
        } catch (IOException e) {
            reading.wrong(1, "it cannot be read: " + e.getMessage());
        }
        if (!reading.problems.isEmpty()) {
            throw new PolicyException(reading.name, reading.problems);
        }
        return policy;
    }

    private void wrong(int line, String why) {
        problems.add(name + ", line " + line + ": " + why + ".");
    }

    private RenewalPolicy policy(String text) {
        Optional<Node> root = root(text);
        if (root.isEmpty()) {
            return null;
        }
        Members members = Members.of(root.get(), "the policy", MEMBERS, this::wrong);
        Map<String, Integer> leads = leads(members);
        int lead = leads.containsKey("default") ? leads.remove("default") : LEAD;
        return new RenewalPolicy(rules(members), lead, leads, warnings(members));
    }

    private Optional<Node> root(String text) {
        try {
            Optional<Node> root = BoundedYaml.compose(text);
            if (root.isEmpty()) {
                wrong(1, "it is empty: write rules, or remove the file");
            }
            return root;
        } catch (MarkedYamlEngineException e) {
            wrong(
                    e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1),
                    "it is not YAML: " + VisibleText.line(e.getProblem()));
        } catch (YamlEngineException e) {
            wrong(1, "it is not YAML");
        }
        return Optional.empty();
    }

    /** One number for all, or numbers by extension. */
    private Map<String, Integer> leads(Members members) {
        Map<String, Integer> leads = new HashMap<>();
        Optional<Node> node = members.node("leadDays");
        if (node.isPresent() && node.get() instanceof org.snakeyaml.engine.v2.nodes.ScalarNode) {
            members.number("leadDays", 1, LONGEST_LEAD).ifPresent(days -> leads.put("default", days));
        } else if (node.isPresent()) {
            Members each = Members.of(node.get(), "leadDays", Set.of(), this::wrong);
            for (String extension : each.names()) {
                if (!extension.matches("[a-z0-9-]+(\\.[a-z0-9-]+)*")) {
                    each.wrong(extension, "is neither an extension in ASCII form nor default");
                }
                each.number(extension, 1, LONGEST_LEAD).ifPresent(days -> leads.put(extension, days));
            }
        }
        return leads;
    }

    private List<Integer> warnings(Members members) {
        if (!members.has("warnings")) {
            return WARNINGS;
        }
        Set<Integer> days = new HashSet<>();
        for (String text : members.texts("warnings")) {
            if (!text.matches("[1-9]\\d{0,2}") || Integer.parseInt(text) > LONGEST_LEAD) {
                members.wrong(
                        "warnings", "are days from 1 to " + LONGEST_LEAD + ", not \"" + Members.shown(text) + "\"");
            } else if (!days.add(Integer.valueOf(text))) {
                members.wrong("warnings", "has " + text + " twice");
            }
        }
        return days.stream().sorted(Comparator.reverseOrder()).toList();
    }

    private List<PolicyRule> rules(Members members) {
        Node node = members.node("rules").orElse(null);
        if (!(node instanceof SequenceNode list) || list.getValue().isEmpty()) {
            wrong(members.line("rules"), "rules must be a list with at least one rule, each with a dash before it");
            return List.of();
        }
        List<PolicyRule> rules = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (Node each : list.getValue()) {
            rule(each, rules.size() + 1).ifPresent(rule -> {
                PolicyRule last = rules.isEmpty() ? null : rules.get(rules.size() - 1);
                if (last != null && last.conditions().isEmpty()) {
                    wrong(
                            rule.line(),
                            "rule " + rule.name() + " is never reached, because the rule in" + " line " + last.line()
                                    + " matches every name");
                }
                Integer before = seen.put(rule.name(), rule.line());
                if (before != null) {
                    wrong(rule.line(), "the rule in line " + before + " also has the name " + rule.name());
                }
                rules.add(rule);
            });
        }
        return rules;
    }

    private Optional<PolicyRule> rule(Node node, int number) {
        int before = problems.size();
        Members members = Members.of(node, "a rule", RULE, this::wrong);
        String called = members.text("name").orElse("number " + number);
        List<Condition> asked = members.node("match").map(conditions::read).orElse(List.of());
        Optional<Wish> wish = wish(members);
        return problems.size() > before || wish.isEmpty()
                ? Optional.empty()
                : Optional.of(new PolicyRule(called, members.line(), asked, wish.get()));
    }

    private Optional<Wish> wish(Members members) {
        Optional<String> written = members.text("outcome");
        Optional<Outcome> outcome = written.flatMap(word -> Stream.of(Outcome.values())
                .filter(each -> each.word().equals(word))
                .findFirst());
        if (outcome.isEmpty()) {
            if (written.isPresent() || !members.has("outcome")) {
                wrong(
                        members.line("outcome"),
                        (written.isPresent()
                                        ? "outcome \"" + Members.shown(written.get()) + "\" is not one of "
                                        : "a rule" + " needs an outcome: ")
                                + Stream.of(Outcome.values()).map(Outcome::word).collect(Collectors.joining(", ")));
            }
            return Optional.empty();
        }
        for (String only : List.of("years", "maxPrice")) {
            if (outcome.get() != Outcome.RENEW && members.has(only)) {
                members.wrong(only, "is only for outcome renew");
            }
        }
        int years = members.number("years", 1, 10).orElse(1);
        Money most =
                members.text("maxPrice").flatMap(text -> price(members, text)).orElse(null);
        return Optional.of(new Wish(
                outcome.get(),
                outcome.get() == Outcome.RENEW ? years : 0,
                most,
                members.text("tell").orElse(null)));
    }

    private Optional<Money> price(Members members, String text) {
        Matcher matcher = PRICE.matcher(text);
        if (!matcher.matches() || new BigDecimal(matcher.group(1)).signum() == 0) {
            members.wrong("maxPrice", "must be an amount above zero such as 15 or 15.50 " + currency);
            return Optional.empty();
        }
        if (matcher.group(2) != null && !matcher.group(2).equals(currency)) {
            members.wrong("maxPrice", "is in " + matcher.group(2) + ", but the account pays in " + currency);
            return Optional.empty();
        }
        return Optional.of(new Money(new BigDecimal(matcher.group(1)), currency));
    }
}
