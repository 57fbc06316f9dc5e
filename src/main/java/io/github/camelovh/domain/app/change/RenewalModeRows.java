// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.change;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.app.row.RowCommand;
import io.github.camelovh.domain.renewal.RenewalDesk;
import io.github.camelovh.domain.renewal.RenewalMode;
import io.github.camelovh.domain.renewal.RenewalState;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What happens to names when they expire: {@code set-auto-renew}. Thread-safe. */
public final class RenewalModeRows implements NameChange {
    private final Supplier<RenewalDesk> desk;

    public RenewalModeRows(Supplier<RenewalDesk> desk) {
        this.desk = desk;
    }

    @Override
    public List<String> actions() {
        return List.of(RowCommand.SetRenewal.ACTION);
    }

    @Override
    public List<Finding> look(DomainName name, List<ChangeRow> rows) {
        RenewalState state = desk.get().state(name);
        return rows.stream().map(row -> finding(state, modeOf(row))).toList();
    }

    private static RenewalMode modeOf(ChangeRow row) {
        return ((RowCommand.SetRenewal) row.command()).mode();
    }

    private static Finding finding(RenewalState state, RenewalMode wished) {
        if (state.mode() == wished) {
            return new Finding.AsWished("its renewal is " + wished.word() + " already");
        }
        if (state.forced() || (wished == RenewalMode.CANCEL && !state.cancellable())) {
            return new Finding.Refused(
                    "its renewal is fixed by OVHcloud (" + state.mode().word() + ")", "take the row out of the file");
        }
        return new Finding.Changes(List.of("renewal " + state.mode().word() + " -> " + wished.word()
                + (wished == RenewalMode.CANCEL ? ": the name is given up on " + state.expiration() : "")));
    }

    @Override
    public List<Ending> act(DomainName name, List<ChangeRow> rows) {
        return rows.stream().map(row -> ending(name, row)).toList();
    }

    private Ending ending(DomainName name, ChangeRow row) {
        RenewalState state = desk.get().state(name);
        Optional<Ending> other = row.unlessApproved(finding(state, modeOf(row)));
        if (other.isPresent()) {
            return other.get();
        }
        try {
            RenewalState after = desk.get().set(name, modeOf(row));
            return new Ending.Done("its renewal is " + after.mode().word() + "; it expires on " + after.expiration());
        } catch (IllegalStateException e) {
            return new Ending.Again(e.getMessage());
        }
    }
}
