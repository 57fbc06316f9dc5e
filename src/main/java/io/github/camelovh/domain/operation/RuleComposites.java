/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.github.camelovh.domain.operation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.rules.RuleDesk;
import io.github.camelovh.domain.rules.RuleTooComplexException;
import java.util.List;
import java.util.Set;

/** What registries want, looked at before anything is ordered. Thread-safe. */
final class RuleComposites {
    private static final Set<String> ACTIONS = Set.of("create", "transfer", "trade", "update");

    private RuleComposites() {}

    static List<CompositeOperation> of(RuleDesk desk) {
        return List.of(new CompositeOperation(
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
                List.of("rules:get"),
                in -> violations(desk, in)));
    }

    private static Object violations(RuleDesk desk, CompositeInput in) {
        String action = in.text("action").orElse("create");
        if (!ACTIONS.contains(action)) {
            throw new WrongUsageException("rules:evaluate was not begun: parameter \"action\" has to be one of "
                    + String.join(", ", ACTIONS.stream().sorted().toList()));
        }
        ObjectNode data = new Bodies(new ObjectMapper())
                .object(in.value(CompositeInput.BODY).orElse(in.body()));
        if (data == null) {
            throw new WrongUsageException(
                    "rules:evaluate was not begun: the body has to be an object with members such as OWNER_CONTACT");
        }
        try {
            return desk.violations(DomainName.of(in.text("domain").orElseThrow()), action, data);
        } catch (RuleTooComplexException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
