// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import io.github.camelovh.domain.sandbox.server.SandboxWorld;
import java.time.Duration;

/**
 * Changes of owner. Names that begin with {@code confirm-} wait for the mails of both owners, two weeks at most; the
 * owners of all other names are assumed to agree.
 */
final class Trades {
    static final String FUNCTION = "DomainTrade";

    private static final Duration PATIENCE = Duration.ofDays(14);

    private final SandboxWorld world;
    private final Portfolio portfolio;
    private final Arrivals arrivals;
    private final Mails mails;

    Trades(SandboxWorld world, Portfolio portfolio, Arrivals arrivals, Mails mails) {
        this.world = world;
        this.portfolio = portfolio;
        this.arrivals = arrivals;
        this.mails = mails;
    }

    /** Executes the next step of a change of owner. */
    TaskOutcome perform(TaskState task) {
        if (portfolio.find(task.domain).isEmpty()) {
            return TaskOutcome.error("This domain name is not in the account any more", false);
        }
        if (task.domain.startsWith("confirm-") && !(task.agreed && task.otherAgreed)) {
            return task.step == null
                    ? ask(task)
                    : TaskOutcome.cancelled("The owners did not confirm the change in time");
        }
        portfolio.change(portfolio.find(task.domain).orElseThrow(), name -> {
            name.whoisOwner = arrivals.copyOfOwner(task.change, name.name);
            arrivals.hold(name);
            return name;
        });
        return TaskOutcome.done();
    }

    private TaskOutcome ask(TaskState task) {
        task.step = TransferStep.CONFIRMATION;
        task.token = mails.send("confirm that another owner gets the name", task.domain, "present owner", task.id);
        task.otherToken = mails.send("confirm that you get the name", task.domain, "new owner", task.id);
        return TaskOutcome.goesOn(world.now().plus(PATIENCE).toEpochMilli());
    }

    /** Whether a task waits for the answer to the mail with this token. */
    static boolean waitsFor(TaskState task, String token) {
        return task.function.equals(FUNCTION)
                && task.step == TransferStep.CONFIRMATION
                && task.status == TaskState.Status.doing
                && (token.equals(task.token) || token.equals(task.otherToken));
    }

    /** Records that one of the owners has agreed. Returns whether both have agreed now. */
    static boolean agree(TaskState task, String token) {
        if (token.equals(task.token)) {
            task.agreed = true;
        } else {
            task.otherAgreed = true;
        }
        return task.agreed && task.otherAgreed;
    }
}
