// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.task;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.camelovh.domain.api.model.DomainTask;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What was done about a task.
 *
 * @param task as it was before
 * @param proposals the proposals of the rules; never empty
 * @param relaunched whether its arguments were set and it was relaunched
 */
public record Mending(DomainTask task, List<Proposal> proposals, boolean relaunched) {

    public Mending {
        proposals = List.copyOf(proposals);
    }

    /** Whether a person must supply something. */
    @JsonProperty
    public boolean needsAttention() {
        return proposals.stream().anyMatch(Proposal.Ask.class::isInstance);
    }

    /** The arguments to set. */
    public List<Proposal.Mend> mends() {
        return proposals.stream()
                .filter(Proposal.Mend.class::isInstance)
                .map(Proposal.Mend.class::cast)
                .toList();
    }

    /** All proposals as one text for a report; contains no value of an argument. */
    @JsonProperty
    public String sentence() {
        String text = proposals.stream().map(Proposal::sentence).collect(Collectors.joining("; "));
        return relaunched ? text + "; the task was relaunched" : text;
    }
}
