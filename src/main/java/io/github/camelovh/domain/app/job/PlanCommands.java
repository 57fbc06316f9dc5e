// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

/** Does what a person wants done about plans, in the process that has the ledger. Thread-safe. */
public final class PlanCommands {
    private final PlanApproval approval;
    private final PlanCancellation cancellation;
    private final WaitingPlans waiting;

    public PlanCommands(PlanApproval approval, PlanCancellation cancellation, WaitingPlans waiting) {
        this.approval = approval;
        this.cancellation = cancellation;
        this.waiting = waiting;
    }

    /**
     * Does it.
     *
     * @param by who wants it, as the operating system knows it
     */
    public PlanAnswer answer(PlanCommand asked, String by) {
        return asked.match(new PlanCommand.Cases<>() {
            @Override
            public PlanAnswer approve(PlanCommand.Approve command) {
                return approval.approve(command.code(), by);
            }

            @Override
            public PlanAnswer reject(PlanCommand.Reject command) {
                return cancellation.reject(command.code(), by, command.why());
            }

            @Override
            public PlanAnswer cancel(PlanCommand.Cancel command) {
                return cancellation.cancel(command.what(), by, command.why());
            }

            @Override
            public PlanAnswer waiting(PlanCommand.Waiting command) {
                return waiting.list();
            }
        });
    }
}
