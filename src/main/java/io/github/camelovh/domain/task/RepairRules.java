// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.task;

import io.github.camelovh.domain.api.model.DomainTask;
import io.github.camelovh.domain.api.model.TaskArgument;
import java.util.List;
import java.util.Optional;

/** The rules of this release, in their order. */
final class RepairRules {

    /** What is known of the API without an operator's settings. */
    static final List<RepairSource> STANDARD = List.of(
            new RepairSource(RepairSource.ANY, "authInfo", RepairSource.From.ROW, "authCode"),
            new RepairSource(RepairSource.ANY, RepairSource.ANY, RepairSource.From.ROW, "config.*"),
            new RepairSource(RepairSource.ANY, "legitimacyAfnic", RepairSource.From.ROW, "config.REASON"));

    /** What a person is asked when no source has a value. */
    static final List<RepairRule> QUESTIONS = List.of(RepairRules::contact, RepairRules::document);

    private RepairRules() {}

    private static Optional<Proposal> contact(DomainTask task, TaskArgument argument, RepairFacts facts) {
        if (!"/me/contact".equals(argument.type())) {
            return Optional.empty();
        }
        return Optional.of(new Proposal.Ask("contact " + (argument.value() == null ? "" : argument.value() + " ")
                + "of " + task.domain() + " must be corrected"
                + (argument.fields().isEmpty() ? "" : " in " + String.join(", ", argument.fields()))
                + ", then relaunch the task with the contact's id as " + argument.key()));
    }

    private static Optional<Proposal> document(DomainTask task, TaskArgument argument, RepairFacts facts) {
        if (!"/me/document".equals(argument.type())) {
            return Optional.empty();
        }
        return Optional.of(new Proposal.Ask("a document is needed for " + task.domain()
                + (argument.acceptedFormats().isEmpty()
                        ? ""
                        : " (" + String.join(", ", argument.acceptedFormats()) + ")")
                + ": upload it and supply its id as " + argument.key()));
    }
}
