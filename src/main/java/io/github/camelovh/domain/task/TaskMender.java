// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.task;

import io.github.camelovh.domain.api.OvhServerFaultException;
import io.github.camelovh.domain.api.OvhUnknownOutcomeException;
import io.github.camelovh.domain.api.model.DomainTask;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Determines how a task can be repaired, sets its arguments and relaunches it. Thread-safe. */
final class TaskMender {

    private static final Logger LOG = LoggerFactory.getLogger(TaskMender.class);

    private final TaskCalls calls;
    private final RepairAdvisor repairAdvisor;

    TaskMender(TaskCalls calls, RepairAdvisor repairAdvisor) {
        this.calls = calls;
        this.repairAdvisor = repairAdvisor;
    }

    /** The proposals; reads the arguments and changes nothing. */
    Mending propose(DomainTask task, RepairFacts facts) {
        Proposal byState = repairAdvisor.byState(task);
        List<Proposal> proposals = byState != null
                ? List.of(byState)
                : repairAdvisor.forArguments(task, calls.arguments(task.id()), facts);
        return new Mending(task, proposals, false);
    }

    /** Sets what was proposed, and relaunches the task. */
    Mending carryOut(Mending proposed) {
        DomainTask task = proposed.task();
        proposed.mends().forEach(mend -> calls.set(task.id(), mend.key(), mend.value()));
        relaunch(task);
        LOG.info("{}: task {} ({}) was repaired and relaunched", task.domain(), task.id(), task.function());
        return new Mending(task, proposed.proposals(), true);
    }

    void relaunch(DomainTask task) {
        try {
            calls.relaunch(task.id());
        } catch (OvhUnknownOutcomeException | OvhServerFaultException e) {
            if (calls.task(task.id()).status().equals("error")) {
                throw e; // it seems not to be relaunched: the caller checks again later
            }
        }
    }
}
