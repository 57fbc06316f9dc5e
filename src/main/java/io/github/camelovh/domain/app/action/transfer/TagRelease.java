// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.action.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelovh.domain.api.OvhUnknownOutcomeException;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.DomainTask;
import io.github.camelovh.domain.app.action.ActionRow;
import io.github.camelovh.domain.app.row.RowCommand;
import io.github.camelovh.domain.change.ExecutionResult;
import io.github.camelovh.domain.change.PlanOutcome;
import io.github.camelovh.domain.task.Tasks;
import io.github.camelovh.domain.transfer.OutgoingTransfers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Names of {@code .uk} go to the registrar with a tag, without lock or auth code. Thread-safe. */
final class TagRelease {
    private static final List<String> ENDED = List.of("done", "cancelled");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Supplier<OutgoingTransfers> outgoingTransfers;
    private final Supplier<Tasks> tasks;
    private final Duration pause;

    TagRelease(Supplier<OutgoingTransfers> outgoingTransfers, Supplier<Tasks> tasks, Duration pause) {
        this.outgoingTransfers = outgoingTransfers;
        this.tasks = tasks;
        this.pause = pause;
    }

    PlanOutcome finding(DomainName name, RowCommand.Leave row) {
        if (!row.action().equals(RowCommand.Leave.RELEASE)) {
            return new PlanOutcome.Refused(
                    "names of .uk have no auth code: they move by the tag of a registrar",
                    "write release in place of auth-code, with the column tag");
        }
        Map<String, String> registrars = outgoingTransfers.get().registrars(name);
        if (row.tag() == null || !registrars.containsKey(row.tag())) {
            return new PlanOutcome.Refused(
                    row.tag() == null
                            ? "names of .uk move by the tag of a registrar, and the row has none"
                            : "no registrar of .uk has the tag " + row.tag(),
                    "write the tag of the new registrar in the column tag, as it tells it");
        }
        return new PlanOutcome.Changes(List.of("hand it to " + registrars.get(row.tag()) + " (tag " + row.tag() + ")"));
    }

    /**
     * Sends the name, unless it was sent before.
     *
     * @param now finds out what would be done now
     */
    ExecutionResult ending(DomainName name, ActionRow row, Supplier<PlanOutcome> now) {
        String tag = ((RowCommand.Leave) row.command()).tag();
        String sentence = name + " goes to the registrar with the tag " + tag;
        // What ended before this row began is not of it.
        List<Long> earlier = row.wasBegun() ? earlier(row.step()) : ids(outgoing(name, ENDED));
        List<Long> sent = later(name, earlier);
        if (!sent.isEmpty()) {
            return new ExecutionResult.Sent(sentence, sent);
        }
        Optional<ExecutionResult> other = row.unlessApproved(now.get());
        if (other.isPresent()) {
            return other.get();
        }
        String handing = written(earlier);
        row.begin(handing);
        try {
            Optional<DomainTask> task = outgoingTransfers.get().handTo(name, tag);
            return task.isPresent()
                    ? new ExecutionResult.Sent(sentence, List.of(task.get().id()))
                    : new ExecutionResult.Later(sentence, List.of(), pause, handing);
        } catch (OvhUnknownOutcomeException e) {
            List<Long> arrived = later(name, earlier);
            return arrived.isEmpty()
                    ? new ExecutionResult.Again(e.getMessage())
                    : new ExecutionResult.Sent(sentence, arrived);
        }
    }

    /** Tasks of any state, as one that has ended by now tells as well that it was sent. */
    private List<Long> later(DomainName name, List<Long> earlier) {
        return ids(outgoing(name, List.of())).stream()
                .filter(id -> !earlier.contains(id))
                .toList();
    }

    private static List<Long> ids(List<DomainTask> tasks) {
        return tasks.stream().map(DomainTask::id).toList();
    }

    /** @param statuses none: in any */
    private List<DomainTask> outgoing(DomainName name, List<String> statuses) {
        return tasks.get().find(name, "DomainOutgoingTransfer", statuses).found();
    }

    private static List<Long> earlier(String step) {
        try {
            return List.of(JSON.readValue(step, Long[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The ledger has no memo of a release by tag: " + step, e);
        }
    }

    private static String written(List<Long> ids) {
        try {
            return JSON.writeValueAsString(ids);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Numbers can always be written as JSON", e);
        }
    }
}
