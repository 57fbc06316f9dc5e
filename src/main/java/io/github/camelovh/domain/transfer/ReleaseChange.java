// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.transfer;

import io.github.camelovh.domain.api.OvhApiException;
import io.github.camelovh.domain.api.OvhConflictException;
import io.github.camelovh.domain.api.OvhNotFoundException;
import io.github.camelovh.domain.api.model.AuthCode;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.change.ChangeRun;
import io.github.camelovh.domain.change.ExecutionResult;
import io.github.camelovh.domain.change.PlanOutcome;
import io.github.camelovh.domain.task.Tasks;
import io.github.camelovh.domain.transfer.OutgoingTransfers.Hold;
import io.github.camelovh.domain.transfer.OutgoingTransfers.Lock;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Lets a name go to another registrar: unlocks it, hands its auth code over, and watches it until it has left, or locks it
 * again. A name of {@code .uk} is handed to the registrar with a tag. Thread-safe. Every method throws {@link OvhApiException}
 * when OVHcloud cannot be asked, or refuses.
 */
public final class ReleaseChange {
    private final OutgoingTransfers outgoingTransfers;
    private final LockChange lock;
    private final TagRelease byTag;
    private final Clock clock;

    public ReleaseChange(OutgoingTransfers outgoingTransfers, Tasks tasks, Clock clock) {
        this.outgoingTransfers = outgoingTransfers;
        this.lock = new LockChange(outgoingTransfers, tasks);
        this.byTag = new TagRelease(outgoingTransfers, tasks);
        this.clock = clock;
    }

    /** What would be done. Changes nothing, and fetches no code. */
    public PlanOutcome plan(ReleaseRequest request) {
        return plan(request, outgoingTransfers.hold(request.domain()));
    }

    private PlanOutcome plan(ReleaseRequest request, Hold hold) {
        DomainName name = request.domain();
        if (hold.leaving()) {
            return new PlanOutcome.AsWished(name + " is on its way to another registrar already");
        }
        if (OutgoingTransfers.movesByTag(name)) {
            return byTag.plan(request);
        }
        Optional<PlanOutcome.Refused> nobody = request.codes().objection();
        if (nobody.isPresent()) {
            return nobody.get();
        }
        return new PlanOutcome.Changes(List.of("unlock it, " + AuthCodeChange.line(name, request.codes())
                + ", and lock it again after " + request.relockAfter() + " unless its transfer has begun"));
    }

    /**
     * Does the next step: lifts the lock, hands the code over, or sets the lock again. To be called again while it answers
     * {@code Later}; a name whose code is out is never given up on, as nobody else would lock it again.
     */
    public ExecutionResult apply(ReleaseRequest request, ChangeRun run) {
        if (OutgoingTransfers.movesByTag(request.domain())) {
            return byTag.apply(request, run, () -> plan(request));
        }
        ReleaseStep step = ReleaseStep.of(run.step());
        Supplier<Optional<ExecutionResult>> act = () -> {
            Hold hold = outgoingTransfers.hold(request.domain());
            Optional<ExecutionResult> other =
                    run.wasBegun() ? Optional.empty() : run.unlessApproved(plan(request, hold));
            return Optional.of(other.orElseGet(() -> next(request, hold, step, run)));
        };
        return watched(request, step, act).orElseThrow();
    }

    /**
     * Looks how a release that was begun stands. Sends nothing.
     *
     * @return {@code Later} while it waits, or its end; empty where {@link #apply} has the next step to do
     */
    public Optional<ExecutionResult> check(ReleaseRequest request, ChangeRun run) {
        if (OutgoingTransfers.movesByTag(request.domain())
                || !ReleaseStep.of(run.step()).handed()) {
            return Optional.empty();
        }
        ReleaseStep step = ReleaseStep.of(run.step());
        return watched(request, step, () -> seen(request, outgoingTransfers.hold(request.domain()), step));
    }

    private Optional<ExecutionResult> watched(
            ReleaseRequest request, ReleaseStep step, Supplier<Optional<ExecutionResult>> look) {
        if (step.handedAt() == null) {
            return look.get();
        }
        try {
            return look.get();
        } catch (OvhNotFoundException e) {
            return Optional.of(new ExecutionResult.Done("it has left for another registrar"));
        } catch (OvhApiException e) {
            if (!e.retryable() && !(e instanceof OvhConflictException)) {
                throw e;
            }
            return Optional.of(later(
                    request,
                    step,
                    "its auth code is handed over; OVHcloud cannot be asked about it now: " + e.getMessage()));
        }
    }

    private ExecutionResult next(ReleaseRequest request, Hold hold, ReleaseStep step, ChangeRun run) {
        DomainName name = request.domain();
        if (step.handedAt() == null && !hold.leaving()) {
            return hold.isOpen() ? handOver(request, run) : lock(request, hold, false, step, run);
        }
        if (!step.handed() && !hold.leaving()) {
            // Noted, and not known to be handed over: the process died between the two.
            request.codes().handOver(name, outgoingTransfers.authCode(name));
        }
        ReleaseStep now = hold.leaving() ? step : step.isHanded();
        return seen(request, hold, now).orElseGet(() -> lock(request, hold, true, now, run));
    }

    private ExecutionResult handOver(ReleaseRequest request, ChangeRun run) {
        DomainName name = request.domain();
        Instant now = clock.instant();
        ReleaseStep handing = ReleaseStep.handingAt(now);
        AuthCode code = outgoingTransfers.authCode(name);
        // Noted first: from here on the name is watched, and locked again, whatever becomes of this process.
        run.begin(handing.text());
        request.codes().handOver(name, code);
        return later(
                request,
                handing.isHanded(),
                "its auth code is in " + request.codes().placeOf(name) + "; it is locked again at "
                        + now.plus(request.relockAfter()) + " unless its transfer has begun");
    }

    private ExecutionResult lock(ReleaseRequest request, Hold hold, boolean locked, ReleaseStep step, ChangeRun run) {
        String besides = locked ? ", and its auth code is handed over" : "";
        return lock.ask(
                request.domain(),
                hold,
                locked,
                new LockChange.Asking(step.asked(), besides, request.pause(), times -> step.asked(times)
                        .text()),
                run);
    }

    /** The code is out, or the name leaves: what is seen of it; empty where it has to be locked again. */
    private Optional<ExecutionResult> seen(ReleaseRequest request, Hold hold, ReleaseStep step) {
        DomainName name = request.domain();
        if (hold.leaving()) {
            return Optional.of(later(request, step, "its transfer to another registrar is under way"));
        }
        Instant deadline = Instant.ofEpochMilli(step.handedAt()).plus(request.relockAfter());
        if (clock.instant().isBefore(deadline)) {
            return Optional.of(later(
                    request,
                    step,
                    "its auth code is in " + request.codes().placeOf(name)
                            + ", and its transfer has not begun; it is locked again at " + deadline));
        }
        return hold.lock() == Lock.LOCKED || hold.lock() == Lock.UNAVAILABLE
                ? Optional.of(new ExecutionResult.Refused(
                        "nobody asked for " + name + " within " + request.relockAfter()
                                + " after its auth code was handed over"
                                + (hold.lock() == Lock.LOCKED ? ", so it is locked again" : ""),
                        "ask the new registrar; then drop the row again"))
                : Optional.empty();
    }

    private static ExecutionResult later(ReleaseRequest request, ReleaseStep step, String sentence) {
        return new ExecutionResult.Later(sentence, List.of(), request.pause(), step.text());
    }
}
