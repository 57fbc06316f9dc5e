// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import io.github.camelovh.domain.api.OvhApiException;
import io.github.camelovh.domain.api.OvhAuthenticationException;
import io.github.camelovh.domain.api.OvhMissingRightException;
import io.github.camelovh.domain.api.model.DomainTask;
import io.github.camelovh.domain.app.endpoint.Endpoints;
import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.ledger.Request;
import io.github.camelovh.domain.task.Mending;
import io.github.camelovh.domain.task.Proposal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Mends the task of a row that is watched, from what the row and a person gave. What is tried is written to the ledger before
 * it is done, so that the same values are set once, whichever process goes on; a try that did not come through is made again,
 * with growing pauses and a bounded number of times. Thread-safe.
 */
public final class TaskRepair {
    /** What a row says at its end while OVHcloud has to act. */
    static final String BY_ITSELF = "; OVHcloud tries again by itself";

    static final String IN_THEIR_HANDS = "; it is in the hands of OVHcloud";

    private static final Logger LOG = LoggerFactory.getLogger(TaskRepair.class);
    private static final int MOST_TRIES = 5;
    private static final String AS_IT_IS = "as it is";
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
    /** How far the clock of OVHcloud and ours may be apart. */
    private static final Duration CLOCKS_APART = Duration.ofSeconds(5);

    private final Ledger ledger;
    private final Endpoints endpoints;
    private final RowSecrets secrets;
    private final Clock clock;

    /**
     * Where a task stands after it was looked at.
     *
     * @param news for the operator
     * @param whatToDo how a person helps it on; null while it goes on by itself
     * @param memo what is remembered from now on
     */
    record Standing(String news, String whatToDo, RepairProgress memo) {
        boolean needsPerson() {
            return whatToDo != null;
        }
    }

    public TaskRepair(Ledger ledger, Endpoints endpoints, RowSecrets secrets, Clock clock) {
        this.ledger = ledger;
        this.endpoints = endpoints;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * Looks at the task of a claimed row, and mends it where that can be done.
     *
     * @param labels what the row itself gave, by label
     */
    Standing look(Request row, DomainTask task, Map<String, String> labels) {
        RepairProgress memo = RepairProgress.of(row.memo()).ofTask(task.id());
        boolean mendable = "error".equals(task.status()) && task.canRelaunch();
        return mendable ? mend(row, task, labels, memo) : new Standing(waiting(task), null, memo);
    }

    private static String waiting(DomainTask task) {
        String what = "its task " + task.id() + " (" + task.function() + ") is " + task.status() + comment(task);
        return switch (task.status()) {
            case "error" -> what + BY_ITSELF;
            case "problem" -> what + IN_THEIR_HANDS;
            default -> what;
        };
    }

    private static String comment(DomainTask task) {
        return task.comment() == null || task.comment().isBlank() ? "" : ": " + task.comment();
    }

    private Standing mend(Request row, DomainTask task, Map<String, String> labels, RepairProgress memo) {
        Mending proposed = propose(row, task, labels, memo);
        Optional<RepairProgress.Try> open = memo.latest().filter(each -> !each.done() && !cameThrough(each, task));
        if (open.isPresent()) {
            return goOn(row, proposed, memo, open.get());
        }
        if (memo.again() && (proposed.needsAttention() || proposed.mends().isEmpty())) {
            return carryOut(row, asItIs(task), memo, AS_IT_IS);
        }
        if (proposed.needsAttention() || proposed.mends().isEmpty()) {
            return asking(row, task, proposed.sentence(), memo);
        }
        String mark = markOf(proposed);
        return memo.tries().stream().anyMatch(each -> each.mark().equals(mark))
                ? asking(row, task, proposed.sentence() + " already, and it is in error still", memo)
                : carryOut(row, proposed, memo, mark);
    }

    /** A try was begun and nobody knows that it came through: its values may be set, but the task was not begun again. */
    private Standing goOn(Request row, Mending proposed, RepairProgress memo, RepairProgress.Try open) {
        DomainTask task = proposed.task();
        long before = memo.tries().stream()
                .filter(each -> each.mark().equals(open.mark()))
                .count();
        if (before >= MOST_TRIES) {
            return asking(row, task, "it could not be begun again in " + MOST_TRIES + " tries", memo);
        }
        Instant next = Instant.ofEpochMilli(open.at()).plus(FIRST_PAUSE.multipliedBy((1L << before) - 1));
        if (clock.instant().isBefore(next)) {
            return new Standing("its task " + task.id() + " is begun again soon", null, memo);
        }
        boolean unset = !proposed.needsAttention() && !proposed.mends().isEmpty();
        return carryOut(row, unset ? proposed : asItIs(task), memo, open.mark());
    }

    private String markOf(Mending proposed) {
        return secrets.mark(proposed.task().id()
                + proposed.mends().stream()
                        .map(mend -> " " + mend.key() + "=" + mend.value())
                        .sorted()
                        .collect(Collectors.joining()));
    }

    /** A task that changed after the try was begun was begun again by it, though nobody lived to note that. */
    private static boolean cameThrough(RepairProgress.Try each, DomainTask task) {
        return task.lastUpdate() != null
                && task.lastUpdate()
                        .toInstant()
                        .isAfter(Instant.ofEpochMilli(each.at()).plus(CLOCKS_APART));
    }

    private static Mending asItIs(DomainTask task) {
        return new Mending(task, List.of(new Proposal.Leave("as it was asked for")), false);
    }

    /** The latest that a person gave wins. */
    private Mending propose(Request row, DomainTask task, Map<String, String> labels, RepairProgress memo) {
        Map<String, Object> known = new HashMap<>();
        Map<String, String> config = new HashMap<>(labels);
        config.putAll(secrets.supplied(memo.supplied(), row.domain()));
        known.put("config", config);
        secrets.authCode(row).ifPresent(code -> known.put("authCode", code));
        return endpoints.call("task", "proposeRepair", known, task).as(Mending.class);
    }

    private Standing carryOut(Request row, Mending proposed, RepairProgress memo, String mark) {
        DomainTask task = proposed.task();
        RepairProgress trying = memo.trying(mark, clock.millis());
        if (!ledger.claims().note(row.claim(), trying.json())) {
            return new Standing(row.outcome(), null, memo); // another worker has it; what is told here counts no more
        }
        try {
            endpoints.call("task", "repair", Map.of(), proposed);
        } catch (OvhAuthenticationException | OvhMissingRightException e) {
            throw e;
        } catch (OvhApiException e) {
            String said = withoutValues(e.getMessage(), proposed);
            LOG.warn("{}: task {} could not be begun again: {}", row.domain(), task.id(), said);
            return e.retryable()
                    ? new Standing("its task " + task.id() + " could not be begun again yet: " + said, null, trying)
                    : asking(row, task, said, trying);
        }
        String how =
                proposed.mends().isEmpty() ? "begun again" : "corrected (" + proposed.sentence() + ") and begun again";
        return new Standing("its task " + task.id() + " was " + how, null, trying.done());
    }

    /** A server that refuses a value may quote it. */
    private static String withoutValues(String text, Mending proposed) {
        String shown = text;
        for (Proposal.Mend mend : proposed.mends()) {
            shown = mend.value().isBlank() ? shown : shown.replace(mend.value(), "***");
        }
        return shown;
    }

    private static Standing asking(Request row, DomainTask task, String sentence, RepairProgress memo) {
        return new Standing(
                "its task " + task.id() + " (" + task.function() + ") is in error"
                        + (sentence.contains(String.valueOf(task.comment())) ? "" : comment(task)) + "; " + sentence,
                "drop a file with a row \"fix," + row.domain() + "\" that gives it (columns action, domain, authCode,"
                        + " config.NAME); without a value the task is only begun again",
                memo);
    }
}
