// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.change;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.app.row.ContactCommand;
import io.github.camelovh.domain.whois.WhoisDesk;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What whois shows of the contacts of names: {@code set-disclosure} and {@code set-obfuscation}. Thread-safe. */
public final class WhoisRows implements NameChange {
    private final Supplier<WhoisDesk> desk;

    public WhoisRows(Supplier<WhoisDesk> desk) {
        this.desk = desk;
    }

    @Override
    public List<String> actions() {
        return List.of(ContactCommand.SetDisclosure.ACTION, ContactCommand.SetObfuscation.ACTION);
    }

    @Override
    public List<Finding> look(DomainName name, List<ChangeRow> rows) {
        return rows.stream().map(row -> finding(name, row)).toList();
    }

    private Finding finding(DomainName name, ChangeRow row) {
        try {
            List<String> lines = row.command() instanceof ContactCommand.SetDisclosure disclosure
                    ? desk.get().compareDisclosure(name, disclosure.wishes())
                    : desk.get().compareObfuscation(name, ((ContactCommand.SetObfuscation) row.command()).wishes());
            return lines.isEmpty()
                    ? new Finding.AsWished("whois shows what is wished already")
                    : new Finding.Changes(lines);
        } catch (IllegalArgumentException e) {
            return new Finding.Refused(e.getMessage(), "correct the row, or take it out of the file");
        }
    }

    @Override
    public List<Ending> act(DomainName name, List<ChangeRow> rows) {
        return rows.stream().map(row -> ending(name, row)).toList();
    }

    private Ending ending(DomainName name, ChangeRow row) {
        Optional<Ending> other = row.unlessApproved(finding(name, row));
        if (other.isPresent()) {
            return other.get();
        }
        try {
            if (row.command() instanceof ContactCommand.SetDisclosure disclosure) {
                desk.get().setDisclosure(name, disclosure.wishes());
            } else {
                desk.get().setObfuscation(name, ((ContactCommand.SetObfuscation) row.command()).wishes());
            }
            return new Ending.Done("set: " + String.join("; ", row.approved()));
        } catch (IllegalStateException e) {
            return new Ending.Again(e.getMessage());
        }
    }
}
