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
package io.github.camelovh.domain.app.desk;

import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.app.ledger.BudgetLimits;
import io.github.camelovh.domain.app.ledger.HeldClaims;
import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.ledger.LedgerBudget;
import io.github.camelovh.domain.app.ledger.Request;
import io.github.camelovh.domain.order.Budget;
import io.github.camelovh.domain.order.PurchaseKey;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The budget of the file that a purchase belongs to: a file is a run, before and after a restart. Thread-safe.
 */
public final class FileBudgets implements Budget {
    private final Ledger ledger;
    private final HeldClaims held;
    private final BudgetLimits limits;
    private final Map<PurchaseKey, Long> files = new ConcurrentHashMap<>();

    public FileBudgets(Ledger ledger, HeldClaims held, BudgetLimits limits) {
        this.ledger = ledger;
        this.held = held;
        this.limits = limits;
    }

    /** Whether a limit allows to buy anything at all. */
    boolean allowBuying() {
        return limits.allowBuying();
    }

    void begin(Request request) {
        files.put(new PurchaseKey(request.purchaseKey()), request.fileId());
    }

    void end(Request request) {
        files.remove(new PurchaseKey(request.purchaseKey()), request.fileId());
    }

    @Override
    public Optional<String> reserve(PurchaseKey key, Money withTax) {
        return budget(key).reserve(key, withTax);
    }

    @Override
    public void release(PurchaseKey key) {
        budget(key).release(key);
    }

    @Override
    public void settle(PurchaseKey key, Money withTax) {
        budget(key).settle(key, withTax);
    }

    private LedgerBudget budget(PurchaseKey key) {
        Long file = files.get(key);
        if (file == null) {
            throw new IllegalStateException("The purchase \"" + key + "\" belongs to no file that is being bought");
        }
        return new LedgerBudget(ledger, held, limits, "file-" + file);
    }
}
