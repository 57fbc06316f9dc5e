// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.contact;

import io.github.camelovh.domain.change.ChangeRun;
import io.github.camelovh.domain.order.PurchaseFacts;
import io.github.camelovh.domain.order.PurchaseJournal;
import io.github.camelovh.domain.order.PurchaseKey;
import io.github.camelovh.domain.order.PurchaseRecord;
import io.github.camelovh.domain.order.PurchaseStep;
import java.util.Optional;

/** The steps of the purchase of one run, noted there before they are taken. Used by one thread. */
final class RunPurchaseJournal implements PurchaseJournal {
    private final ChangeRun run;
    private OwnerChangeProgress progress;

    RunPurchaseJournal(ChangeRun run, OwnerChangeProgress progress) {
        this.run = run;
        this.progress = progress;
    }

    @Override
    public boolean enter(PurchaseKey key, PurchaseStep step, PurchaseFacts facts) {
        OwnerChangeProgress next = progress.at(step.name(), facts.toJson());
        run.begin(next.json());
        progress = next;
        return true;
    }

    @Override
    public Optional<PurchaseRecord> find(PurchaseKey key) {
        return Optional.ofNullable(progress.step())
                .map(step ->
                        new PurchaseRecord(key, PurchaseStep.valueOf(step), PurchaseFacts.fromJson(progress.facts())));
    }

    /** How far it came. */
    OwnerChangeProgress progress() {
        return progress;
    }
}
