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
import java.util.List;
import java.util.stream.Collectors;

/**
 * What was done about a task.
 *
 * @param task as it was before
 * @param proposals what the book proposed; never empty
 * @param relaunched whether its arguments were set and it was relaunched
 */
public record Mending(DomainTask task, List<Proposal> proposals, boolean relaunched) {

    public Mending {
        proposals = List.copyOf(proposals);
    }

    /** Whether a person must supply something. */
    public boolean needsAttention() {
        return proposals.stream().anyMatch(Proposal.Ask.class::isInstance);
    }

    /** What is to be set. */
    public List<Proposal.Mend> mends() {
        return proposals.stream()
                .filter(Proposal.Mend.class::isInstance)
                .map(Proposal.Mend.class::cast)
                .toList();
    }

    /** All proposals as one text for a report; holds no value of an argument. */
    public String sentence() {
        String text = proposals.stream().map(Proposal::sentence).collect(Collectors.joining("; "));
        return relaunched ? text + "; the task was relaunched" : text;
    }
}
