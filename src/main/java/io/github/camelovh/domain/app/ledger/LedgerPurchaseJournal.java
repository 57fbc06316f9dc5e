// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.order.PurchaseFacts;
import io.github.camelovh.domain.order.PurchaseJournal;
import io.github.camelovh.domain.order.PurchaseKey;
import io.github.camelovh.domain.order.PurchaseRecord;
import io.github.camelovh.domain.order.PurchaseStep;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes each step of a purchase to its request before the step has its effect, in a transaction of its own and only
 * under a claim that still counts; entering a step makes the lease last anew. A purchase that this process holds no
 * claim on is not entered. Thread-safe.
 */
public final class LedgerPurchaseJournal implements PurchaseJournal {
    private static final Logger LOG = LoggerFactory.getLogger(LedgerPurchaseJournal.class);

    private final Ledger ledger;
    private final ActiveLeases held;

    /** Writes under the claims that are held at the moment of writing. */
    public LedgerPurchaseJournal(Ledger ledger, ActiveLeases held) {
        this.ledger = ledger;
        this.held = held;
    }

    @Override
    public boolean enter(PurchaseKey key, PurchaseStep step, PurchaseFacts facts) {
        Optional<Claim> claim = held.of(key);
        boolean entered = claim.isPresent() && ledger.claims().enterStep(claim.get(), step.name(), facts.toJson());
        if (!entered) {
            LOG.info("{}: {} not entered, this process has no claim on it (any more); whoever has goes on", key, step);
        }
        return entered;
    }

    @Override
    public Optional<PurchaseRecord> find(PurchaseKey key) {
        return ledger.requests()
                .byPurchase(key.text(), held.of(key))
                .filter(request -> request.step() != null)
                .map(request -> new PurchaseRecord(
                        key, PurchaseStep.valueOf(request.step()), PurchaseFacts.fromJson(request.facts())));
    }

    @Override
    public Optional<DomainName> orderedFor(long orderId) {
        return ledger.requests().orderedFor(orderId).map(DomainName::of);
    }
}
