// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.task;

import io.github.camelovh.domain.api.model.DomainTask;
import io.github.camelovh.domain.api.model.TaskArgument;
import java.util.Optional;

/**
 * One way to correct an argument. Pure. It may propose a value that the argument does not accept: {@link RepairAdvisor}
 * checks that.
 */
@FunctionalInterface
public interface RepairRule {

    /**
     * What to do about one argument.
     *
     * @param task a task in error that can be relaunched
     * @param argument one of its arguments that can be set
     * @return empty when this rule knows nothing about that argument
     */
    Optional<Proposal> propose(DomainTask task, TaskArgument argument, RepairFacts facts);
}
