// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelovh.domain.api.OvhUnknownOutcomeException;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.DomainTask;
import io.github.camelovh.domain.change.ChangeRun;
import io.github.camelovh.domain.change.ExecutionResult;
import io.github.camelovh.domain.change.PlanOutcome;
import io.github.camelovh.domain.task.Tasks;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Names of {@code .uk} go to the registrar with a tag, without lock or auth code. Thread-safe. */
final class TagRelease {
    private static final List<String> ENDED = List.of("done", "cancelled");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final OutgoingTransfers outgoingTransfers;
    private final Tasks tasks;

    TagRelease(OutgoingTransfers outgoingTransfers, Tasks tasks) {
        this.outgoingTransfers = outgoingTransfers;
        this.tasks = tasks;
    }

    PlanOutcome plan(ReleaseRequest request) {
        Map<String, String> registrars = outgoingTransfers.registrars(request.domain());
        String tag = request.tag();
        if (tag == null || !registrars.containsKey(tag)) {
            return new PlanOutcome.Refused(
                    tag == null
                            ? "names of .uk move by the tag of a registrar, and the row has none"
                            : "no registrar of .uk has the tag " + tag,
                    "write the tag of the new registrar in the column tag, as it tells it");
        }
        return new PlanOutcome.Changes(List.of("hand it to " + registrars.get(tag) + " (tag " + tag + ")"));
    }

    /**
     * Sends the name, unless it was sent before.
     *
     * @param now finds out what would be done now
     */
    ExecutionResult apply(ReleaseRequest request, ChangeRun run, Supplier<PlanOutcome> now) {
        DomainName name = request.domain();
        // What ended before this row began is not of it.
        List<Long> earlier = run.wasBegun() ? earlier(run.step()) : ids(outgoing(name, ENDED));
        Optional<ExecutionResult> sent = sent(request, earlier);
        if (sent.isPresent()) {
            return sent.get();
        }
        Optional<ExecutionResult> other = run.unlessApproved(now.get());
        if (other.isPresent()) {
            return other.get();
        }
        String handing = written(earlier);
        run.begin(handing);
        try {
            Optional<DomainTask> task = outgoingTransfers.handTo(name, request.tag());
            return task.isPresent()
                    ? new ExecutionResult.Sent(
                            sentence(request), List.of(task.get().id()))
                    : new ExecutionResult.Later(sentence(request), List.of(), request.pause(), handing);
        } catch (OvhUnknownOutcomeException e) {
            return sent(request, earlier).orElseGet(() -> new ExecutionResult.Again(e.getMessage()));
        }
    }

    private static String sentence(ReleaseRequest request) {
        return request.domain() + " goes to the registrar with the tag " + request.tag();
    }

    /** Tasks of any state, as one that has ended by now tells as well that it was sent. */
    private Optional<ExecutionResult> sent(ReleaseRequest request, List<Long> earlier) {
        List<Long> later = ids(outgoing(request.domain(), List.of())).stream()
                .filter(id -> !earlier.contains(id))
                .toList();
        return later.isEmpty() ? Optional.empty() : Optional.of(new ExecutionResult.Sent(sentence(request), later));
    }

    private static List<Long> ids(List<DomainTask> tasks) {
        return tasks.stream().map(DomainTask::id).toList();
    }

    /** @param statuses none: in any */
    private List<DomainTask> outgoing(DomainName name, List<String> statuses) {
        return tasks.find(name, "DomainOutgoingTransfer", statuses).found();
    }

    private static List<Long> earlier(String step) {
        try {
            return List.of(JSON.readValue(step, Long[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("This is no step of a release by tag: " + step, e);
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
