// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.action.transfer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelovh.domain.api.OvhApiException;
import io.github.camelovh.domain.api.OvhConflictException;
import io.github.camelovh.domain.api.OvhNotFoundException;
import io.github.camelovh.domain.api.model.AuthCode;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.app.action.Action;
import io.github.camelovh.domain.app.action.ActionRow;
import io.github.camelovh.domain.app.row.RowCommand;
import io.github.camelovh.domain.change.ExecutionResult;
import io.github.camelovh.domain.change.PlanOutcome;
import io.github.camelovh.domain.task.Tasks;
import io.github.camelovh.domain.transfer.OutgoingTransfers;
import io.github.camelovh.domain.transfer.OutgoingTransfers.Hold;
import io.github.camelovh.domain.transfer.OutgoingTransfers.Lock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Names that go to another registrar: {@code auth-code} and {@code release}. A code goes into a sealed file and nowhere else.
 * A released name is watched until it has left, or locked again. Thread-safe.
 */
public final class ReleaseActions implements Action {
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final String CERTIFICATE =
            "make a key and a certificate: openssl req -x509 -newkey rsa:3072 -nodes -days"
                    + " 365 -subj /CN=codes -keyout codes.key -out codes.pem; then set ovh-domain.release.certificate to codes.pem";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Supplier<OutgoingTransfers> outgoingTransfers;
    private final Supplier<Tasks> tasks;
    private final AuthCodeFiles codes;
    private final Duration relockAfter;
    private final Clock clock;
    private final TagRelease byTag;

    /**
     * What is remembered between two steps of a release.
     *
     * @param handedAt when the code was about to be handed over, milliseconds since 1970; null before that
     * @param handed whether it is known to be handed over
     * @param asked how often the lock was asked to change since then
     */
    private record Memo(Long handedAt, boolean handed, int asked) {
        static Memo of(String json) {
            try {
                return json == null ? new Memo(null, false, 0) : JSON.readValue(json, Memo.class);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("The ledger has no memo of a release: " + json, e);
            }
        }

        Memo isHanded() {
            return new Memo(handedAt, true, asked);
        }

        String json() {
            try {
                return JSON.writeValueAsString(this);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("A memo can always be written as JSON", e);
            }
        }
    }

    /** @param relockAfter a released name whose transfer has not begun by then is locked again */
    public ReleaseActions(
            Supplier<OutgoingTransfers> outgoingTransfers,
            Supplier<Tasks> tasks,
            AuthCodeFiles codes,
            Duration relockAfter,
            Clock clock) {
        this.outgoingTransfers = outgoingTransfers;
        this.tasks = tasks;
        this.codes = codes;
        this.relockAfter = relockAfter;
        this.clock = clock;
        this.byTag = new TagRelease(outgoingTransfers, tasks, pause());
    }

    @Override
    public List<String> actions() {
        return List.of(RowCommand.Leave.AUTH_CODE, RowCommand.Leave.RELEASE);
    }

    @Override
    public List<PlanOutcome> look(DomainName name, List<ActionRow> rows) {
        return rows.stream()
                .map(row -> finding(
                        name,
                        (RowCommand.Leave) row.command(),
                        outgoingTransfers.get().hold(name)))
                .toList();
    }

    private PlanOutcome finding(DomainName name, RowCommand.Leave row, Hold hold) {
        boolean release = row.action().equals(RowCommand.Leave.RELEASE);
        if (release && hold.leaving()) {
            return new PlanOutcome.AsWished(name + " is on its way to another registrar already");
        }
        if (OutgoingTransfers.movesByTag(name)) {
            return byTag.finding(name, row);
        }
        Optional<String> nobody = codes.objection();
        if (nobody.isPresent()) {
            return new PlanOutcome.Refused(nobody.get(), CERTIFICATE);
        }
        boolean open = hold.lock() == Lock.UNLOCKED || hold.lock() == Lock.UNAVAILABLE;
        if (!release && !open) {
            return new PlanOutcome.Refused(
                    name + " is locked, and its auth code is given only while it is not",
                    "write release in place of auth-code, or unlock it first");
        }
        return new PlanOutcome.Changes(List.of(release ? releaseLine(name) : handingLine(name)));
    }

    private String handingLine(DomainName name) {
        return "hand its auth code over to " + codes.placeOf(name) + " for " + codes.recipientShown();
    }

    private String releaseLine(DomainName name) {
        return "unlock it, " + handingLine(name) + ", and lock it again after " + relockAfter
                + " unless its transfer has begun";
    }

    @Override
    public List<ExecutionResult> act(DomainName name, List<ActionRow> rows) {
        return rows.stream().map(row -> ending(name, row)).toList();
    }

    private ExecutionResult ending(DomainName name, ActionRow row) {
        RowCommand.Leave command = (RowCommand.Leave) row.command();
        if (command.tag() != null) {
            return byTag.ending(
                    name,
                    row,
                    () -> finding(name, command, outgoingTransfers.get().hold(name)));
        }
        Memo memo = Memo.of(row.step());
        try {
            Hold hold = outgoingTransfers.get().hold(name);
            if (!row.wasBegun()) {
                Optional<ExecutionResult> other = row.unlessApproved(finding(name, command, hold));
                if (other.isPresent()) {
                    return other.get();
                }
            }
            if (command.action().equals(RowCommand.Leave.AUTH_CODE)) {
                return new ExecutionResult.Done("its auth code is in "
                        + codes.handOver(name, outgoingTransfers.get().authCode(name)));
            }
            return released(name, hold, memo, row);
        } catch (OvhNotFoundException e) {
            if (memo.handedAt() == null) {
                throw e;
            }
            return new ExecutionResult.Done("it has left for another registrar");
        } catch (OvhApiException e) {
            if (memo.handedAt() == null || !(e.retryable() || e instanceof OvhConflictException)) {
                throw e;
            }
            // Its code is out, so it is never given up on: nobody else would lock it again.
            return new ExecutionResult.Later(
                    "its auth code is handed over; OVHcloud cannot be asked about it now: " + e.getMessage(),
                    List.of(),
                    pause(),
                    memo.json());
        }
    }

    private ExecutionResult released(DomainName name, Hold hold, Memo memo, ActionRow row) {
        if (hold.leaving()) {
            return new ExecutionResult.Later(
                    "its transfer to another registrar is under way", List.of(), pause(), memo.json());
        }
        if (memo.handedAt() != null) {
            return watched(name, hold, memo, row);
        }
        if (hold.lock() != Lock.UNLOCKED && hold.lock() != Lock.UNAVAILABLE) {
            return turned(name, hold, false, memo, row);
        }
        Instant now = clock.instant();
        Memo handing = new Memo(now.toEpochMilli(), false, 0);
        AuthCode code = outgoingTransfers.get().authCode(name);
        // Noted first: from here on the name is watched, and locked again, whatever becomes of this process.
        row.begin(handing.json());
        return new ExecutionResult.Later(
                "its auth code is in " + codes.handOver(name, code) + "; it is locked again at " + now.plus(relockAfter)
                        + " unless its transfer has begun",
                List.of(),
                pause(),
                handing.isHanded().json());
    }

    /** Asks for the lock to be set or lifted where that is not under way, and says what is awaited. */
    private ExecutionResult turned(DomainName name, Hold hold, boolean lock, Memo memo, ActionRow row) {
        if (hold.lock() == (lock ? Lock.LOCKING : Lock.UNLOCKING)) {
            return LockActions.underWay(tasks.get(), name, lock, memo.json(), pause());
        }
        if (memo.asked() >= LockActions.MOST_ASKED) {
            row.begin(new Memo(memo.handedAt(), memo.handed(), 0)
                    .json()); // a person who takes it up has it asked for anew
            return new ExecutionResult.Stuck(
                    name + " is " + LockActions.word(hold.lock()) + " still, after it was asked for " + memo.asked()
                            + " times" + (lock ? ", and its auth code is handed over" : ""),
                    "look at the name in the customer's console");
        }
        Memo asking = new Memo(memo.handedAt(), memo.handed(), memo.asked() + 1);
        row.begin(asking.json());
        outgoingTransfers.get().setLock(name, lock);
        return LockActions.underWay(tasks.get(), name, lock, asking.json(), pause());
    }

    /** The code is out: the name leaves in time, or is locked again. */
    private ExecutionResult watched(DomainName name, Hold hold, Memo memo, ActionRow row) {
        Instant deadline = Instant.ofEpochMilli(memo.handedAt()).plus(relockAfter);
        if (!memo.handed()) {
            // Noted, and not known to be handed over: the process died between the two.
            codes.handOver(name, outgoingTransfers.get().authCode(name));
        }
        if (clock.instant().isBefore(deadline)) {
            return new ExecutionResult.Later(
                    "its auth code is in " + codes.placeOf(name)
                            + ", and its transfer has not begun; it is locked again at " + deadline,
                    List.of(),
                    pause(),
                    memo.isHanded().json());
        }
        return hold.lock() == Lock.LOCKED || hold.lock() == Lock.UNAVAILABLE
                ? new ExecutionResult.Refused(
                        "nobody asked for " + name + " within " + relockAfter + " after its auth code was handed over"
                                + (hold.lock() == Lock.LOCKED ? ", so it is locked again" : ""),
                        "ask the new registrar; then drop the row again")
                : turned(name, hold, true, memo.isHanded(), row);
    }

    private Duration pause() {
        Duration part = relockAfter.dividedBy(20);
        return part.compareTo(LONGEST_PAUSE) < 0 ? part : LONGEST_PAUSE;
    }
}
