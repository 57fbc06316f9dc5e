// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.task;

import io.github.camelovh.domain.api.model.DomainTask;
import io.github.camelovh.domain.api.model.TaskArgument;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules in their order: the first that proposes something for an argument wins, and what no rule knows is asked. Pure,
 * immutable.
 */
public final class RepairAdvisor {

    private final List<RepairRule> rules;

    private RepairAdvisor(List<RepairRule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** The rules that come with this release, in their order. */
    public static List<RepairSource> rulesOfThisRelease() {
        return RepairRules.STANDARD;
    }

    /** The book with the rules that come with the product. */
    public static RepairAdvisor standard() {
        return of(RepairRules.STANDARD);
    }

    /**
     * A book of an operator's rules. What they have no value for is asked: contacts and documents in their own words.
     *
     * @param sources in the order in which they are asked; may be empty
     */
    public static RepairAdvisor of(List<RepairSource> sources) {
        List<RepairRule> rules = new ArrayList<>(sources);
        rules.addAll(RepairRules.QUESTIONS);
        return new RepairAdvisor(rules);
    }

    /**
     * What to do about a task by its state alone.
     *
     * @return {@link Proposal.Leave} or {@link Proposal.Wait}, or null when its arguments must be looked at
     */
    Proposal byState(DomainTask task) {
        String what = task.function() + " of " + task.domain();
        return switch (task.status()) {
            case "done" -> new Proposal.Leave(what + " is done");
            case "cancelled" -> new Proposal.Leave(what + " was cancelled");
            case "todo", "doing" -> new Proposal.Wait(what + " is " + task.status());
            case "problem" -> new Proposal.Wait(what + " is in the hands of OVHcloud (problem)");
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
                    + ": look at task " + task.id() + " in the customer's console"));
        }
        return proposals;
    }

    private Proposal first(DomainTask task, TaskArgument argument, RepairFacts facts) {
        return rules.stream()
                .flatMap(rule -> rule.propose(task, argument, facts).stream())
                .findFirst()
                .orElseGet(() -> new Proposal.Ask("task " + task.id() + " (" + task.function() + " of " + task.domain()
                        + ") wants " + argument.key() + described(argument) + ": give it and relaunch the task"));
    }

    private static Proposal checked(DomainTask task, TaskArgument argument, Proposal proposal) {
        if (!(proposal instanceof Proposal.Mend mend)) {
            return proposal;
        }
        if (mend.value().equals(argument.value())) {
            return new Proposal.Ask(argument.key() + " of " + task.domain() + " was set from " + mend.because()
                    + " already, and the task is in error still" + comment(task) + ": give another value");
        }
        return ArgumentGuard.objection(argument, mend.value())
                .<Proposal>map(objection -> new Proposal.Ask(
                        mend.because() + " does not fit task " + task.id() + " of " + task.domain() + ": " + objection))
                .orElse(mend);
    }

    /** What a person has to know to give a value: what it is, and what is taken. */
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
