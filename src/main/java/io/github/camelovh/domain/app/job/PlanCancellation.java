// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import io.github.camelovh.domain.api.Plural;
import io.github.camelovh.domain.app.ledger.Cancellations;
import io.github.camelovh.domain.app.ledger.FileState;
import io.github.camelovh.domain.app.ledger.ImportedFile;
import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.ledger.PlanCode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Ends what was not begun, on a person's word: a plan that waits, or a file. Thread-safe. */
public final class PlanCancellation {
    private static final String NOTHING = " Nothing was changed. ";

    private final Ledger ledger;
    private final WaitingPlans waiting;

    public PlanCancellation(Ledger ledger) {
        this.ledger = ledger;
        this.waiting = new WaitingPlans(ledger);
    }

    /**
     * Rejects the plan with this code.
     *
     * @param by who rejects it, as the operating system knows it
     * @param why in words, for the results
     */
    PlanAnswer reject(PlanCode code, String by, String why) {
        Optional<ImportedFile> file = ledger.files().findByCode(code);
        if (file.isEmpty()) {
            return PlanAnswer.no("No plan has the code " + code + "." + NOTHING + waiting.named());
        }
        String name = file.get().name();
        return ledger.cancellations()
                .reject(file.get().id(), code.text(), by, why)
                .map(ended -> PlanAnswer.yes(
                        "The plan " + code + " of " + name + " is rejected: " + rows(ended.ended()) + " cancelled."))
                .orElseGet(() -> PlanAnswer.no("The plan " + code + " of " + name + " does not wait: the file is "
                        + standing(ledger.files().find(file.get().id()).orElseThrow()) + "." + NOTHING
                        + "What is not begun yet of a file ends by: ovh-domain cancel " + code));
    }

    /**
     * Cancels what is not begun of a file.
     *
     * @param what the name of the file, or the code of its plan
     * @param by who cancels it, as the operating system knows it
     * @param why in words, for the results
     */
    PlanAnswer cancel(String what, String by, String why) {
        Optional<ImportedFile> byCode =
                PlanCode.read(what).flatMap(code -> ledger.files().findByCode(code));
        List<ImportedFile> named = byCode.map(List::of).orElseGet(() -> ledger.files().named(what).stream()
                .filter(file -> file.state() != FileState.FINISHED && file.state() != FileState.REFUSED)
                .toList());
        if (named.isEmpty()) {
            return PlanAnswer.no("There is no unfinished file with the name " + what + ", and no plan with that code."
                    + NOTHING + "`ovh-domain status` shows the files.");
        }
        if (named.size() > 1) {
            return PlanAnswer.no("Several files have the name " + what + ": "
                    + named.stream()
                            .map(file -> standing(file) + (file.planCode() == null ? "" : " (" + file.planCode() + ")"))
                            .collect(Collectors.joining(", "))
                    + "." + NOTHING + "Name the one that is meant by its code.");
        }
        return cancel(named.get(0), by, why);
    }

    private PlanAnswer cancel(ImportedFile file, String by, String why) {
        Optional<Cancellations.Ended> ended = ledger.cancellations().cancel(file.id(), by, why);
        if (ended.isPresent()) {
            long goingOn = ended.get().goingOn();
            return PlanAnswer.yes(file.name() + ": " + rows(ended.get().ended()) + " cancelled."
                    + (goingOn == 0
                            ? ""
                            : " " + rows(goingOn) + " not, as "
                                    + (goingOn == 1
                                            ? "it was begun or may have been: it goes on."
                                            : "they were begun or may have been: they go on.")));
        }
        return PlanAnswer.no("Nothing of " + file.name() + " can be cancelled: the file is " + standing(file)
                + (file.state() == FileState.RECEIVING
                        ? ", and a process reads it." + NOTHING + "Try again in a moment."
                        : ", and every row was begun or is at its end." + NOTHING.stripTrailing()));
    }

    private static String rows(long count) {
        return Plural.of(count, "row is", "rows are");
    }

    private static String standing(ImportedFile file) {
        return file.endedUnapproved() ? "cancelled" : file.state().name().toLowerCase(Locale.ROOT);
    }
}
