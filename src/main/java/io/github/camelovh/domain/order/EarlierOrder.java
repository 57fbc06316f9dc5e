// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

import io.github.camelovh.domain.api.OvhApiException;
import io.github.camelovh.domain.api.model.BillingOrder;
import io.github.camelovh.domain.api.model.Money;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the order of an earlier run of the same purchase where no journal has it, since the journal that keeps it ends the second run as
 * the first: by the cart that its key names at OVHcloud, for as long
 * as OVHcloud keeps that cart. Only reads: it orders and pays nothing, and moves no money of the budget. Thread-safe.
 */
final class EarlierOrder {

    private static final Logger LOG = LoggerFactory.getLogger(EarlierOrder.class);

    private final CartSearch search;
    private final OrderCalls orders;
    private final OrderSettings settings;
    private final PurchaseJournal journal;
    private final Holdings holdings;

    /** @param holdings of names */
    EarlierOrder(
            CartSearch search, OrderCalls orders, OrderSettings settings, PurchaseJournal journal, Holdings holdings) {
        this.search = search;
        this.orders = orders;
        this.settings = settings;
        this.journal = journal;
        this.holdings = holdings;
    }

    /**
     * A request that comes again ends as the first one did, with its order.
     *
     * @param outcome how this run ended
     * @return how the earlier run ended, if this one found all done or under way
     */
    PurchaseOutcome known(Purchase purchase, PurchaseOutcome outcome) {
        boolean underWay = outcome instanceof PurchaseOutcome.UnderWay;
        // The key of a change of owner says nothing about which one it was.
        if ((!underWay && !(outcome instanceof PurchaseOutcome.AlreadyOwned))
                || purchase.action() == PurchaseAction.TRADE) {
            return outcome;
        }
        // A purchase that a journal does not have is none of those that it was kept for.
        Optional<PurchaseOutcome.Ordered> before = journal.keeps() ? Optional.empty() : find(purchase);
        if (before.isPresent()) {
            return before.get();
        }
        return underWay && purchase.action() != PurchaseAction.ZONE
                ? new PurchaseOutcome.UnderWay(
                        purchase.domain(),
                        outcome.sentence(),
                        holdings.orderOf(purchase.domain()).orElse(outcome.orderId()))
                : outcome;
    }

    /** Empty if no order is found, if it was cancelled, or if it cannot be read now. */
    private Optional<PurchaseOutcome.Ordered> find(Purchase purchase) {
        try {
            PurchaseFacts fresh = PurchaseFacts.about(purchase);
            PurchaseFacts found = search.find(purchase, fresh.with(fresh.cart().searchFirst()));
            return found.checkout().attempted()
                    ? Optional.ofNullable(search.evidence(purchase, found).orderId())
                            .flatMap(order -> read(purchase, found.cart().id(), order))
                    : Optional.empty();
        } catch (OvhApiException e) {
            LOG.debug("{}: its earlier order was not looked for", purchase.key(), e);
            return Optional.empty();
        }
    }

    private Optional<PurchaseOutcome.Ordered> read(Purchase purchase, String cart, long orderId) {
        OrderStatus status = orders.status(orderId);
        if (status.cancelled()) {
            return Optional.empty();
        }
        BillingOrder order = orders.order(orderId);
        Money price = order.priceWithTax() == null ? null : order.priceWithTax().money();
        boolean payByHand = status.unpaid() && settings.payment() != OrderSettings.Payment.PREFERRED_METHOD;
        return Optional.of(
                new PurchaseOutcome.Ordered(purchase.domain(), orderId, cart, price, status.paid(), payByHand));
    }
}
