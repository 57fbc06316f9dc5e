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
package io.github.camelovh.domain.task;

import io.github.camelovh.domain.api.model.AuthCode;
import io.github.camelovh.domain.api.model.DomainTask;
import io.github.camelovh.domain.api.model.TaskArgument;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules that are known, in the order in which they are asked. */
final class RepairRules {

    private static final String REASON = "REASON";

    static final List<RepairRule> ALL = List.of(
            RepairRules::authInfo,
            RepairRules::suppliedLabel,
            RepairRules::legitimacyAfnic,
            RepairRules::contact,
            RepairRules::document);

    private RepairRules() {}

    /** A transfer waits for the code of the present registrar. */
    private static Optional<Proposal> authInfo(DomainTask task, TaskArgument argument, RepairFacts facts) {
        if (!argument.key().equals("authInfo")) {
            return Optional.empty();
        }
        AuthCode code = facts.authCode();
        return Optional.of(
                code == null
                        ? new Proposal.Ask("the auth code of " + task.domain()
                                + " is missing: get it from its present registrar and give it as authCode")
                        : new Proposal.Mend(argument.key(), code.secret(), "the given auth code"));
    }

    /** Afnic wants to know by what right somebody asks for the name of a town. */
    private static Optional<Proposal> legitimacyAfnic(DomainTask task, TaskArgument argument, RepairFacts facts) {
        if (!argument.key().equals("legitimacyAfnic")) {
            return Optional.empty();
        }
        String reason = facts.labels().get(REASON);
        return Optional.of(
                reason == null || reason.isBlank()
                        ? new Proposal.Ask(
                                "Afnic asks why you want " + task.domain() + ": give a few words as config." + REASON)
                        : new Proposal.Mend(argument.key(), reason, "the given " + REASON));
    }

    /** What was supplied under the very name of the argument. */
    private static Optional<Proposal> suppliedLabel(DomainTask task, TaskArgument argument, RepairFacts facts) {
        return facts.labels().entrySet().stream()
                .filter(label -> label.getKey().equalsIgnoreCase(argument.key()))
                .filter(label -> !label.getValue().isBlank())
                .map(Map.Entry::getValue)
                .findFirst()
                .map(value -> new Proposal.Mend(argument.key(), value, "the given " + argument.key()));
    }

    private static Optional<Proposal> contact(DomainTask task, TaskArgument argument, RepairFacts facts) {
        if (!"/me/contact".equals(argument.type())) {
            return Optional.empty();
        }
        return Optional.of(new Proposal.Ask("contact " + (argument.value() == null ? "" : argument.value() + " ")
                + "of " + task.domain() + " must be corrected"
                + (argument.fields().isEmpty() ? "" : " in " + String.join(", ", argument.fields()))
                + ", then the task relaunched with the contact's id as " + argument.key()));
    }

    private static Optional<Proposal> document(DomainTask task, TaskArgument argument, RepairFacts facts) {
        if (!"/me/document".equals(argument.type())) {
            return Optional.empty();
        }
        return Optional.of(new Proposal.Ask("a document is wanted for " + task.domain()
                + (argument.acceptedFormats().isEmpty()
                        ? ""
                        : " (" + String.join(", ", argument.acceptedFormats()) + ")")
                + ": upload it and give its id as " + argument.key()));
    }
}
