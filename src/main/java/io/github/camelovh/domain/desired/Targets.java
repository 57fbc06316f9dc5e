// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.desired;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelovh.domain.api.ApiCall;
import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.api.OvhConflictException;
import io.github.camelovh.domain.api.Sleeper;
import io.github.camelovh.domain.api.catalog.Operation;
import io.github.camelovh.domain.api.catalog.OperationCatalog;
import io.github.camelovh.domain.api.model.DomainName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;

/**
 * Changes parts of the targets of names, and follows OVHcloud's tasks. Several programs may change one name at the same
 * time: no change is lost. Thread-safe.
 *
 * <p>Every method throws {@link io.github.camelovh.domain.api.OvhApiException} when OVHcloud cannot be reached, or
 * refuses.
 */
public final class Targets {
    private static final Operation GET = OperationCatalog.row("domain:getName");
    private static final Operation UPDATE = OperationCatalog.row("domain:updateName");
    private static final Set<String> OPEN_STATUS = Set.of("READY", "UPDATING", "ERROR");
    private static final Set<String> STOPPED = Set.of("DONE", "ERROR", "WAITING_USER_INPUT");
    /** How often a change is repeated on a newer target. */
    private static final int TIMES = 60;

    private static final int LONGEST_PAUSE_MILLIS = 1_000;
    private static final int PAUSE_MILLIS = 30;
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

    private final OvhApi api;
    private final Sleeper sleeper;
    private final LongSupplier nanos;

    /**
     * @param sleeper for the waits
     * @param nanos measures them
     */
    public Targets(OvhApi api, Sleeper sleeper, LongSupplier nanos) {
        this.api = api;
        this.sleeper = sleeper;
        this.nanos = nanos;
    }

    /**
     * Changes parts of a target, {@code PUT /v2/domain/name/{domainName}}, all of them in one step.
     *
     * @param changes at least one
     * @param patience how long to follow the resulting tasks; zero returns at once
     * @throws IllegalStateException if the state of the name does not allow a change; nothing was changed
     * @throws OvhConflictException if others changed it during each attempt; nothing was changed
     */
    public TargetOutcome change(DomainName name, List<TargetChange> changes, Duration patience) {
        long begun = nanos.getAsLong();
        for (int tried = 1; ; tried++) {
            JsonNode seen = read(name);
            String status = seen.path("resourceStatus").asText();
            if (!OPEN_STATUS.contains(status)) {
                throw new IllegalStateException(name + " is " + status
                        + " at OVHcloud, where its target cannot be changed; nothing was changed");
            }
            ObjectNode target = seen.path("targetSpec").isObject()
                    ? seen.path("targetSpec").deepCopy()
                    : ((ObjectNode) seen).objectNode();
            changes.forEach(each -> each.applyTo(target, seen.path("currentState")));
            if (target.equals(seen.path("targetSpec"))) {
                return followed(name, seen, false, begun, patience);
            }
            try {
                JsonNode after = api.send(ApiCall.of(UPDATE, name.ascii())
                                .withBody(
                                        Map.of("checksum", seen.path("checksum").asText(), "targetSpec", target)))
                        .json();
                return followed(name, after, true, begun, patience);
            } catch (OvhConflictException e) {
                if (tried == TIMES) {
                    throw e;
                }
                pause(name, pauseAfter(tried));
            }
        }
    }

    /** A random pause, so that those who lost the same race do not meet again. */
    private static Duration pauseAfter(int tried) {
        int most = Math.min(LONGEST_PAUSE_MILLIS, PAUSE_MILLIS * tried);
        return Duration.ofMillis(1L + ThreadLocalRandom.current().nextInt(most));
    }

    private JsonNode read(DomainName name) {
        return api.send(ApiCall.of(GET, name.ascii())).json();
    }

    private TargetOutcome followed(DomainName name, JsonNode answer, boolean changed, long begun, Duration patience) {
        TargetOutcome now = outcome(name, answer, changed);
        while (isMoving(now) && nanos.getAsLong() - begun < patience.toNanos()) {
            pause(name, LOOK_AGAIN);
            now = outcome(name, read(name), changed);
        }
        return now;
    }

    private static boolean isMoving(TargetOutcome now) {
        return now.tasks().stream().anyMatch(task -> !STOPPED.contains(task.status()));
    }

    private static TargetOutcome outcome(DomainName name, JsonNode answer, boolean changed) {
        List<TargetTask> tasks = new ArrayList<>();
        for (JsonNode each : answer.path("currentTasks")) {
            List<String> errors = new ArrayList<>();
            each.path("errors")
                    .forEach(error -> errors.add(error.path("message").asText()));
            tasks.add(new TargetTask(
                    each.path("id").asText(),
                    each.path("type").asText(null),
                    each.path("status").asText(),
                    errors));
        }
        return new TargetOutcome(
                name.ascii(),
                changed,
                answer.path("resourceStatus").asText(null),
                answer.path("checksum").asText(null),
                tasks);
    }

    private void pause(DomainName name, Duration time) {
        try {
            sleeper.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "The wait for the target of " + name + " was interrupted; check the name's current target", e);
        }
    }
}
