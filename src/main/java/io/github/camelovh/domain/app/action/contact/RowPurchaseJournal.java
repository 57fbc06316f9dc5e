// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.action.contact;

import io.github.camelovh.domain.app.action.ActionRow;
import io.github.camelovh.domain.order.PurchaseFacts;
import io.github.camelovh.domain.order.PurchaseJournal;
import io.github.camelovh.domain.order.PurchaseKey;
import io.github.camelovh.domain.order.PurchaseRecord;
import io.github.camelovh.domain.order.PurchaseStep;
import java.util.Optional;

/** The steps of one row's purchase, written into the row's memo before they are taken. Used by one thread. */
final class RowPurchaseJournal implements PurchaseJournal {
    private final ActionRow row;
    private OwnerChangeProgress memo;

    RowPurchaseJournal(ActionRow row, OwnerChangeProgress memo) {
        this.row = row;
        this.memo = memo;
    }

    @Override
    public boolean enter(PurchaseKey key, PurchaseStep step, PurchaseFacts facts) {
        OwnerChangeProgress next = memo.at(step.name(), facts.toJson());
        row.begin(next.json());
        memo = next;
        return true;
    }

    @Override
    public Optional<PurchaseRecord> find(PurchaseKey key) {
        return Optional.ofNullable(memo.step())
                .map(step -> new PurchaseRecord(key, PurchaseStep.valueOf(step), PurchaseFacts.fromJson(memo.facts())));
    }

    /** The memo as it was written last. */
    OwnerChangeProgress memo() {
        return memo;
    }
}
