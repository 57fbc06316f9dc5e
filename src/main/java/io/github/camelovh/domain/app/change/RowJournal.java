/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.github.camelovh.domain.app.change;

import io.github.camelovh.domain.order.PurchaseFacts;
import io.github.camelovh.domain.order.PurchaseJournal;
import io.github.camelovh.domain.order.PurchaseKey;
import io.github.camelovh.domain.order.PurchaseRecord;
import io.github.camelovh.domain.order.PurchaseStep;
import java.util.Optional;

/** The steps of one row's purchase, written into the row's memo before they are taken. Used by one thread. */
final class RowJournal implements PurchaseJournal {
    private final ChangeRow row;
    private OwnerMemo memo;

    RowJournal(ChangeRow row, OwnerMemo memo) {
        this.row = row;
        this.memo = memo;
    }

    @Override
    public boolean enter(PurchaseKey key, PurchaseStep step, PurchaseFacts facts) {
        OwnerMemo next = memo.at(step.name(), facts.toJson());
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
    OwnerMemo memo() {
        return memo;
    }
}
