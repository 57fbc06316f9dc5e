// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelovh.domain.api.catalog.Parameter;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.contact.EligibilityChecks;
import io.github.camelovh.domain.rules.Rule;
import io.github.camelovh.domain.rules.RuleFields;
import io.github.camelovh.domain.rules.RuleSchema;
import io.github.camelovh.domain.rules.RuleTooComplexException;
import io.github.camelovh.domain.rules.Rules;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The operations that evaluate the rules of registries, before anything is ordered. Thread-safe. */
final class RuleOperations {
    private static final Set<String> ACTIONS = Set.of("create", "transfer", "trade", "update");

    private RuleOperations() {}

    static List<CompositeOperation> of(Rules registryRules, EligibilityChecks eligibility) {
        List<Parameter> about =
                List.of(Parameter.subject("domain", "string", true), Parameter.wish("action", "string"));
        return List.of(
                new CompositeOperation(
                        "rules",
                        "explain",
                        about,
                        "everything that the registry of a name asks for (default action: create), each value with"
                                + " its path, type, whether it is needed, the accepted values, further demands and"
                                + " an example",
                        in -> RuleFields.of(rule(registryRules, in), contexts(in))),
                new CompositeOperation(
                        "rules",
                        "schema",
                        about,
                        "the same as a JSON Schema of the body for evaluate",
                        in -> RuleSchema.of(rule(registryRules, in), title(in), contexts(in))),
                new CompositeOperation(
                        "rules",
                        "evaluate",
                        List.of(
                                Parameter.subject("domain", "string", true),
                                Parameter.wish("action", "string"),
                                Parameter.subject(CompositeInput.BODY, CompositeInput.OBJECT, false)),
                        "the violations in the message body of the registry's rule for this action (default:"
                                + " create), each with path, operator, expected values and a sentence; empty if"
                                + " there are none. The body has the labels of the rule as members: OWNER_CONTACT,"
                                + " ADMIN_ACCOUNT, REASON... One call an hour for each extension and endpoint;"
                                + " rules:check asks the server",
                        in -> violations(registryRules, in)),
                new CompositeOperation(
                        "rules",
                        "eligibility",
                        List.of(
                                Parameter.subject("domain", "string", true),
                                Parameter.wish("action", "string"),
                                Parameter.subject("ownerContact", "string", false),
                                Parameter.subject("owner", CompositeInput.MAP, false),
                                Parameter.subject("config", CompositeInput.MAP, false)),
                        "what the registry would not take of an order's data (action create unless given), by parameter: owner.phone,"
                                + " config.REASON. Without ownerContact or owner.* the owner is the holder of the account. One call an"
                                + " hour for each extension; the server is asked only where the rule, evaluated here, speaks against it",
                        in -> eligibility.check(
                                in.domain("domain"),
                                action(in),
                                new EligibilityChecks.Owner(
                                        in.text("ownerContact").orElse(null), map(in, "owner")),
                                map(in, "config"))));
    }

    private static Map<String, String> map(CompositeInput in, String name) {
        return in.<Map<String, String>>value(name).orElse(Map.of());
    }

    private static String action(CompositeInput in) {
        String action = in.text("action").orElse("create");
        if (!ACTIONS.contains(action)) {
            throw new WrongUsageException("The rules were not read: parameter \"action\" must be one of "
                    + String.join(", ", ACTIONS.stream().sorted().toList()));
        }
        return action;
    }

    private static Set<String> contexts(CompositeInput in) {
        return Rules.contexts(action(in));
    }

    private static String title(CompositeInput in) {
        return "What the registry of " + in.domain("domain") + " asks for the action " + action(in);
    }

    private static Rule rule(Rules registryRules, CompositeInput in) {
        return registryRules.rule(in.domain("domain"), action(in));
    }

    private static Object violations(Rules registryRules, CompositeInput in) {
        String action = action(in);
        ObjectNode data = new Bodies(new ObjectMapper()).object(in.body());
        if (data == null) {
            throw new WrongUsageException(
                    "rules:evaluate was not begun: the body must be an object with members such as OWNER_CONTACT");
        }
        try {
            return registryRules.violations(DomainName.of(in.text("domain").orElseThrow()), action, data);
        } catch (RuleTooComplexException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
