// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelovh.domain.api.catalog.Parameter;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.rules.Rule;
import io.github.camelovh.domain.rules.RuleFields;
import io.github.camelovh.domain.rules.RuleSchema;
import io.github.camelovh.domain.rules.RuleTooComplexException;
import io.github.camelovh.domain.rules.Rules;
import java.util.List;
import java.util.Set;

/** What registries want, looked at before anything is ordered. Thread-safe. */
final class RuleOperations {
    private static final Set<String> ACTIONS = Set.of("create", "transfer", "trade", "update");

    private RuleOperations() {}

    static List<CompositeOperation> of(Rules registryRules) {
        List<Parameter> about =
                List.of(Parameter.local("domain", "string", true), Parameter.local("action", "string", false));
        return List.of(
                new CompositeOperation(
                        "rules",
                        "explain",
                        about,
                        "all that the registry of a name asks for (action create unless given), each with its path, type, whether it"
                                + " is needed, the values that are taken, further demands and an example",
                        in -> RuleFields.of(rule(registryRules, in), contexts(in))),
                new CompositeOperation(
                        "rules",
                        "schema",
                        about,
                        "the same as a JSON Schema of the body that evaluate takes",
                        in -> RuleSchema.of(rule(registryRules, in), title(in), contexts(in))),
                new CompositeOperation(
                        "rules",
                        "evaluate",
                        List.of(
                                Parameter.local("domain", "string", true),
                                Parameter.local("action", "string", false),
                                Parameter.local(CompositeInput.BODY, CompositeInput.OBJECT, false)),
                        "what of the message's body its registry does not allow for this action (create unless given), each with path,"
                                + " operator, what is expected and a sentence; empty where all is well. The body has the labels of the rule"
                                + " as members: OWNER_CONTACT, ADMIN_ACCOUNT, REASON... One call an hour for each extension and endpoint; rules:check asks"
                                + " the server",
                        in -> violations(registryRules, in)));
    }

    private static String action(CompositeInput in) {
        String action = in.text("action").orElse("create");
        if (!ACTIONS.contains(action)) {
            throw new WrongUsageException("The rules were not looked at: parameter \"action\" has to be one of "
                    + String.join(", ", ACTIONS.stream().sorted().toList()));
        }
        return action;
    }

    private static Set<String> contexts(CompositeInput in) {
        return Rules.contexts(action(in));
    }

    private static String title(CompositeInput in) {
        return "What the registry of " + in.domain("domain") + " wants for the action " + action(in);
    }

    private static Rule rule(Rules registryRules, CompositeInput in) {
        return registryRules.rule(in.domain("domain"), action(in));
    }

    private static Object violations(Rules registryRules, CompositeInput in) {
        String action = action(in);
        ObjectNode data = new Bodies(new ObjectMapper())
                .object(in.value(CompositeInput.BODY).orElse(in.body()));
        if (data == null) {
            throw new WrongUsageException(
                    "rules:evaluate was not begun: the body has to be an object with members such as OWNER_CONTACT");
        }
        try {
            return registryRules.violations(DomainName.of(in.text("domain").orElseThrow()), action, data);
        } catch (RuleTooComplexException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
