// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.task;

import io.github.camelovh.domain.api.model.DomainTask;
import io.github.camelovh.domain.api.model.TaskArgument;
import java.util.ArrayList;
import java.util.List;

/**
 * The repair rules in their order: the first proposal for an argument counts, and what no rule knows is asked of a
 * person. Pure, immutable.
 */
public final class RepairAdvisor {

    private final List<RepairRule> rules;

    private RepairAdvisor(List<RepairRule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** The rules of this release, in their order. */
    public static List<RepairSource> rulesOfThisRelease() {
        return RepairRules.STANDARD;
    }

    /** The advisor with the rules of this release. */
    public static RepairAdvisor standard() {
        return of(RepairRules.STANDARD);
    }

    /**
     * An advisor with an operator's rules. A person is asked for what they have no value for, with special sentences
     * for contacts and documents.
     *
     * @param sources in their order; may be empty
     */
    public static RepairAdvisor of(List<RepairSource> sources) {
        List<RepairRule> rules = new ArrayList<>(sources);
        rules.addAll(RepairRules.QUESTIONS);
        return new RepairAdvisor(rules);
    }

    /**
     * What to do about a task, judged by its state alone.
     *
     * @return {@link Proposal.Leave} or {@link Proposal.Wait}, or null when its arguments must be read
     */
    Proposal byState(DomainTask task) {
        String what = task.function() + " of " + task.domain();
        return switch (task.status()) {
            case "done" -> new Proposal.Leave(what + " is done");
            case "cancelled" -> new Proposal.Leave(what + " was cancelled");
            case "todo", "doing" -> new Proposal.Wait(what + " is " + task.status());
            case "problem" -> new Proposal.Wait(what + " has a problem that OVHcloud must solve (problem)");
            case "error" ->
                task.canRelaunch()
                        ? null
                        : new Proposal.Wait(
                                what + " is in error and cannot be relaunched: OVHcloud tries again by itself"
                                        + comment(task));
            default -> new Proposal.Wait(what + " is in the state " + task.status() + ", which is not known here");
        };
    }

    /**
     * What to do about each argument of a task in error; never empty.
     *
     * @param arguments all arguments of the task
     */
    List<Proposal> forArguments(DomainTask task, List<TaskArgument> arguments, RepairFacts facts) {
        List<Proposal> proposals = new ArrayList<>();
        for (TaskArgument argument : arguments) {
            if (!argument.readOnly()) {
                proposals.add(checked(task, argument, first(task, argument, facts)));
            }
        }
        if (proposals.isEmpty()) {
            proposals.add(new Proposal.Ask(task.function() + " of " + task.domain()
                    + " is in error, and it has no argument that could be set" + comment(task)
                    + ": check task " + task.id() + " in OVHcloud's console"));
        }
        return proposals;
    }

    private Proposal first(DomainTask task, TaskArgument argument, RepairFacts facts) {
        return rules.stream()
                .flatMap(rule -> rule.propose(task, argument, facts).stream())
                .findFirst()
                .orElseGet(() -> new Proposal.Ask("task " + task.id() + " (" + task.function() + " of " + task.domain()
                        + ") needs " + argument.key() + described(argument) + ": supply it and relaunch the task"));
    }

    private static Proposal checked(DomainTask task, TaskArgument argument, Proposal proposal) {
        if (!(proposal instanceof Proposal.Mend mend)) {
            return proposal;
        }
        if (mend.value().equals(argument.value())) {
            return new Proposal.Ask(argument.key() + " of " + task.domain() + " was set from " + mend.because()
                    + " already, but the task is still in error" + comment(task) + ": supply another value");
        }
        return ArgumentGuard.objection(argument, mend.value())
                .<Proposal>map(objection -> new Proposal.Ask(
                        mend.because() + " does not fit task " + task.id() + " of " + task.domain() + ": " + objection))
                .orElse(mend);
    }

    /** What a person must know to supply a value: what it is, and what is accepted. */
    private static String described(TaskArgument argument) {
        List<String> what = new ArrayList<>();
        if (argument.description() != null) {
            what.add(argument.description());
        }
        if (!argument.acceptedValues().isEmpty()) {
            what.add("one of " + String.join(", ", argument.acceptedValues()));
        }
        if (argument.minimumSize() != null) {
            what.add("at least " + argument.minimumSize() + " characters");
        }
        if (argument.maximumSize() != null) {
            what.add("at most " + argument.maximumSize() + " characters");
        }
        return what.isEmpty() ? "" : " (" + String.join("; ", what) + ")";
    }

    private static String comment(DomainTask task) {
        return task.comment() == null || task.comment().isBlank() ? "" : " (\"" + task.comment() + "\")";
    }
}
