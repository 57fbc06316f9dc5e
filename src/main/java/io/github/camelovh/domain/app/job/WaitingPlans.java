// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import io.github.camelovh.domain.app.ledger.BudgetLimits;
import io.github.camelovh.domain.app.ledger.FileState;
import io.github.camelovh.domain.app.ledger.ImportedFile;
import io.github.camelovh.domain.app.ledger.Ledger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The plans that wait for approval, for the person who may approve them. Thread-safe. */
public final class WaitingPlans {
    private final Ledger ledger;

    public WaitingPlans(Ledger ledger) {
        this.ledger = ledger;
    }

    private List<PlanSummary> plans() {
        return files().stream().map(file -> PlanSummary.of(ledger, file)).toList();
    }

    private List<ImportedFile> files() {
        return ledger.files().inState(FileState.PLANNED).stream()
                .filter(file -> file.planCode() != null && file.cancelled() == null)
                .toList();
    }

    /** What each of them is about; the answer is "yes" where there is one. */
    PlanAnswer list() {
        List<PlanSummary> plans =
                plans().stream().filter(plan -> plan.rows() > 0).toList();
        if (plans.isEmpty()) {
            return PlanAnswer.no("No plan waits for approval.");
        }
        return PlanAnswer.yes(plans.stream()
                .map(WaitingPlans::lines)
                .collect(Collectors.joining())
                .stripTrailing());
    }

    private static String lines(PlanSummary plan) {
        ImportedFile file = plan.file();
        StringBuilder text = new StringBuilder();
        text.append(file.planCode() + "  " + file.name() + ": " + plan.size() + "; " + limits(file.limits()) + '\n');
        text.append("           dropped by " + (file.droppedBy() == null ? "somebody" : file.droppedBy()) + " at "
                + file.receivedAt() + '\n');
        plan.unusual().forEach(line -> text.append("           unusual: " + line + '\n'));
        return text.toString();
    }

    private static String limits(BudgetLimits limits) {
        List<String> set = new ArrayList<>();
        if (limits.perItem() != null) {
            set.add(limits.perItem() + " for one name");
        }
        if (limits.perRun() != null) {
            set.add(limits.perRun() + " for the file");
        }
        if (limits.perDay() != null) {
            set.add(limits.perDay() + " for a day");
        }
        return set.isEmpty() ? "no limit" : "limits " + String.join(", ", set);
    }

    /** The code of the plan that waits for a file of this name; of several the newest. */
    Optional<String> of(String name) {
        return files().stream()
                .filter(file -> file.name().equals(name))
                .max(Comparator.comparingLong(ImportedFile::id))
                .map(ImportedFile::planCode);
    }

    /** Their codes and files, in one sentence. */
    String named() {
        String plans = files().stream()
                .map(file -> file.planCode() + " (" + file.name() + ")")
                .collect(Collectors.joining(", "));
        return plans.isEmpty() ? "No plan waits." : "The plans that wait: " + plans + ".";
    }
}
