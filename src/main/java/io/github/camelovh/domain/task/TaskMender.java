/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.github.camelovh.domain.task;

import io.github.camelovh.domain.api.OvhServerFaultException;
import io.github.camelovh.domain.api.OvhUnknownOutcomeException;
import io.github.camelovh.domain.api.model.DomainTask;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets a task's arguments right and relaunches it: all that the book proposes, or nothing while something must be asked.
 *
 * <p>Thread-safe. The same value is set once per task: by the argument's own value, and, where OVHcloud hides that, by the
 * memory of this object for its latest thousand repairs.
 */
final class TaskMender {

    private static final Logger LOG = LoggerFactory.getLogger(TaskMender.class);
    private static final int REMEMBERED = 1000;

    private final TaskCalls calls;
    private final RepairBook book;
    private final Set<String> tried = Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    }));

    TaskMender(TaskCalls calls, RepairBook book) {
        this.calls = calls;
        this.book = book;
    }

    Mending mend(DomainTask task, RepairFacts facts) {
        Mending proposed = propose(task, facts);
        List<Proposal> proposals = proposed.proposals().stream()
                .map(each -> unlessTried(task, each))
                .toList();
        Mending untried = new Mending(task, proposals, false);
        if (untried.needsAttention() || untried.mends().isEmpty()) {
            return untried;
        }
        Mending done = carryOut(untried);
        untried.mends().forEach(mend -> tried.add(mark(task, mend)));
        return done;
    }

    private Proposal unlessTried(DomainTask task, Proposal proposal) {
        return proposal instanceof Proposal.Mend mend && tried.contains(mark(task, mend))
                ? new Proposal.Ask(mend.key() + " of " + task.domain() + " was set from " + mend.because()
                        + " already, and the task is in error still: give another value")
                : proposal;
    }

    /** What would be done; reads the arguments and changes nothing. */
    Mending propose(DomainTask task, RepairFacts facts) {
        Proposal byState = book.byState(task);
        List<Proposal> proposals =
                byState != null ? List.of(byState) : book.forArguments(task, calls.arguments(task.id()), facts);
        return new Mending(task, proposals, false);
    }

    /** Sets what was proposed, and begins the task again. */
    Mending carryOut(Mending proposed) {
        DomainTask task = proposed.task();
        proposed.mends().forEach(mend -> calls.set(task.id(), mend.key(), mend.value()));
        relaunch(task);
        LOG.info("{}: task {} ({}) was mended and relaunched", task.domain(), task.id(), task.function());
        return new Mending(task, proposed.proposals(), true);
    }

    void relaunch(DomainTask task) {
        try {
            calls.relaunch(task.id());
        } catch (OvhUnknownOutcomeException | OvhServerFaultException e) {
            if (calls.task(task.id()).status().equals("error")) {
                throw e; // not relaunched as far as can be seen: the caller looks again later
            }
        }
    }

    private static String mark(DomainTask task, Proposal.Mend mend) {
        return task.id() + " " + mend.key() + " " + mend.value().hashCode();
    }
}
