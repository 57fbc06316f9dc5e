// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.app.ledger.ActiveLeases;
import io.github.camelovh.domain.app.ledger.BudgetLimits;
import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.ledger.LedgerBudget;
import io.github.camelovh.domain.app.ledger.Request;
import io.github.camelovh.domain.order.Budget;
import io.github.camelovh.domain.order.PurchaseKey;
import java.util.Optional;

/**
 * The budget of the file that a purchase belongs to: a file is a run, before and after a restart. Thread-safe.
 */
public final class FileBudgets implements Budget {
    private final Ledger ledger;
    private final ActiveLeases held;
    private final BudgetLimits limits;

    private record OfRow(LedgerBudget budget, PurchaseKey key) implements Budget {
        @Override
        public Optional<String> reserve(PurchaseKey asked, Money withTax) {
            return budget.reserve(key, withTax);
        }

        @Override
        public void release(PurchaseKey asked) {
            budget.release(key);
        }

        @Override
        public void cancel(PurchaseKey asked) {
            budget.cancel(key);
        }

        @Override
        public void settle(PurchaseKey asked, Money withTax) {
            budget.settle(key, withTax);
        }
    }

    /**
     * @param held claims of this process
     * @param limits what is set now; the limits that a plan was shown with hold beside them
     */
    public FileBudgets(Ledger ledger, ActiveLeases held, BudgetLimits limits) {
        this.ledger = ledger;
        this.held = held;
        this.limits = limits;
    }

    /** Whether the limits that are set now allow to buy anything at all. */
    boolean allowBuying() {
        return limits.allowBuying();
    }

    /** Whether they, or those that the file's plan was shown with, allow to buy what is in it. */
    boolean allowBuying(long fileId) {
        return limitsOf(fileId).allowBuying();
    }

    private BudgetLimits limitsOf(long fileId) {
        return limits.tightenedBy(ledger.files().find(fileId).orElseThrow().limits());
    }

    /** The budget of one row's file, whatever key it is asked under. */
    Budget of(Request row) {
        return new OfRow(
                new LedgerBudget(ledger, held, limitsOf(row.fileId()), "file-" + row.fileId()),
                new PurchaseKey(row.purchaseKey()));
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
    public void cancel(PurchaseKey key) {
        budget(key).cancel(key);
    }

    @Override
    public void settle(PurchaseKey key, Money withTax) {
        budget(key).settle(key, withTax);
    }

    /** Counts what is set aside for it as spent: it was ordered, for a price that is not known. */
    void settleReserved(PurchaseKey key) {
        budget(key).settleReserved(key);
    }

    /** Of a purchase whose lease ended meanwhile too: what it spent counts for its file, whoever goes on with it. */
    private LedgerBudget budget(PurchaseKey key) {
        long file = ledger.requests()
                .byPurchase(key.text(), held.of(key))
                .map(Request::fileId)
                .orElseThrow(
                        () -> new IllegalStateException("No row of the ledger asked for the purchase \"" + key + "\""));
        return new LedgerBudget(ledger, held, limitsOf(file), "file-" + file);
    }
}
