// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.action.whois;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.app.action.Action;
import io.github.camelovh.domain.app.action.ActionRow;
import io.github.camelovh.domain.app.row.ContactCommand;
import io.github.camelovh.domain.change.ExecutionResult;
import io.github.camelovh.domain.change.PlanOutcome;
import io.github.camelovh.domain.whois.WhoisClient;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What whois shows of the contacts of names: {@code set-disclosure} and {@code set-obfuscation}. Thread-safe. */
public final class WhoisActions implements Action {
    private final Supplier<WhoisClient> whoisClient;

    public WhoisActions(Supplier<WhoisClient> whoisClient) {
        this.whoisClient = whoisClient;
    }

    @Override
    public List<String> actions() {
        return List.of(ContactCommand.SetDisclosure.ACTION, ContactCommand.SetObfuscation.ACTION);
    }

    @Override
    public List<PlanOutcome> look(DomainName name, List<ActionRow> rows) {
        return rows.stream().map(row -> finding(name, row)).toList();
    }

    private PlanOutcome finding(DomainName name, ActionRow row) {
        try {
            List<String> lines = row.command() instanceof ContactCommand.SetDisclosure disclosure
                    ? whoisClient.get().compareDisclosure(name, disclosure.wishes())
                    : whoisClient
                            .get()
                            .compareObfuscation(name, ((ContactCommand.SetObfuscation) row.command()).wishes());
            return lines.isEmpty()
                    ? new PlanOutcome.AsWished("whois shows what is wished already")
                    : new PlanOutcome.Changes(lines);
        } catch (IllegalArgumentException e) {
            return new PlanOutcome.Refused(e.getMessage(), "correct the row, or take it out of the file");
        }
    }

    @Override
    public List<ExecutionResult> act(DomainName name, List<ActionRow> rows) {
        return rows.stream().map(row -> ending(name, row)).toList();
    }

    private ExecutionResult ending(DomainName name, ActionRow row) {
        Optional<ExecutionResult> other = row.unlessApproved(finding(name, row));
        if (other.isPresent()) {
            return other.get();
        }
        try {
            if (row.command() instanceof ContactCommand.SetDisclosure disclosure) {
                whoisClient.get().setDisclosure(name, disclosure.wishes());
            } else {
                whoisClient.get().setObfuscation(name, ((ContactCommand.SetObfuscation) row.command()).wishes());
            }
            return new ExecutionResult.Done("set: " + String.join("; ", row.approved()));
        } catch (IllegalStateException e) {
            return new ExecutionResult.Again(e.getMessage());
        }
    }
}
