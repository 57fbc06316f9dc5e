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

import io.github.camelovh.domain.api.model.DomainTask;
import io.github.camelovh.domain.api.model.TaskArgument;
import java.util.Optional;

/** One way to set an argument right. Pure; may propose a value that the argument does not take: the book checks that. */
@FunctionalInterface
public interface RepairRule {

    /**
     * What to do about one argument.
     *
     * @param task a task in error that may be relaunched
     * @param argument one of its arguments that may be set
     * @return empty when this rule knows nothing about that argument
     */
    Optional<Proposal> propose(DomainTask task, TaskArgument argument, RepairFacts facts);
}
