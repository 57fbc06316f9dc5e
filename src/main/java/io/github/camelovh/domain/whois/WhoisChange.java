// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.whois;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.change.ChangeRun;
import io.github.camelovh.domain.change.ExecutionResult;
import io.github.camelovh.domain.change.PlanOutcome;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** A change of what whois shows of one name: told first, then made. Thread-safe. */
public final class WhoisChange {
    private final Supplier<List<String>> compare;
    private final Runnable set;

    private WhoisChange(Supplier<List<String>> compare, Runnable set) {
        this.compare = compare;
        this.set = set;
    }

    /**
     * Of what is disclosed.
     *
     * @param wishes what is to be disclosed, by type of contact
     */
    public static WhoisChange ofDisclosure(WhoisClient client, DomainName name, Map<String, DisclosureWish> wishes) {
        return new WhoisChange(() -> client.compareDisclosure(name, wishes), () -> client.setDisclosure(name, wishes));
    }

    /**
     * Of mail addresses that stand in for the real ones.
     *
     * @param wishes whether the mail address is obfuscated, by type of contact
     */
    public static WhoisChange ofObfuscation(WhoisClient client, DomainName name, Map<String, Boolean> wishes) {
        return new WhoisChange(
                () -> client.compareObfuscation(name, wishes), () -> client.setObfuscation(name, wishes));
    }

    /** What it would change now; two calls. Changes nothing. */
    public PlanOutcome plan() {
        try {
            List<String> lines = compare.get();
            return lines.isEmpty()
                    ? new PlanOutcome.AsWished("whois shows what is wished already")
                    : new PlanOutcome.Changes(lines);
        } catch (IllegalArgumentException e) {
            return new PlanOutcome.Refused(e.getMessage(), "correct the row, or take it out of the file");
        }
    }

    /** Makes it, as far as it was approved; compares first, so that doing it again changes nothing. */
    public ExecutionResult apply(ChangeRun run) {
        return run.ifApproved(plan(), this::set);
    }

    private ExecutionResult set(PlanOutcome.Changes changes) {
        try {
            set.run();
            return new ExecutionResult.Done("set: " + String.join("; ", changes.lines()));
        } catch (IllegalStateException e) {
            return new ExecutionResult.Again(e.getMessage());
        }
    }
}
