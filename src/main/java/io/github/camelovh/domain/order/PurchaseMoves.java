// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

import static io.github.camelovh.domain.order.PurchaseStep.*;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which step may follow which step: the whole state machine in one table, separate from {@link PurchaseProtocol} so
 * that each checks the other. Read a line as "after this, one of these".
 */
final class PurchaseMoves {

    /**
     * Where a run may begin: from the start, with a checkout in doubt (and perhaps an empty cart to delete), or with a
     * known order.
     */
    static final Set<PurchaseStep> BEGINNINGS =
            Collections.unmodifiableSet(EnumSet.of(LOOK_AT_HOLDINGS, DISCARD_CART, RECONCILE, READ_ORDER));

    private static final Map<PurchaseStep, Set<PurchaseStep>> TABLE = table();

    private PurchaseMoves() {}

    private static Map<PurchaseStep, Set<PurchaseStep>> table() {
        Map<PurchaseStep, Set<PurchaseStep>> t = new EnumMap<>(PurchaseStep.class);
        // A run that continues from a journal may need every step that is not done yet.
        t.put(
                LOOK_AT_HOLDINGS,
                EnumSet.of(
                        FIND_CARTS,
                        CREATE_CART,
                        ASSIGN_CART,
                        DISCARD_CART,
                        ASK_OFFERS,
                        LIST_ITEMS,
                        ADD_ITEM,
                        DISCARD_ITEM,
                        READ_REQUIREMENTS,
                        LIST_CONFIGURATION,
                        CONFIGURE,
                        DRY_RUN,
                        OWNED,
                        UNDER_WAY,
                        FAILED));
        t.put(
                FIND_CARTS,
                EnumSet.of(
                        CREATE_CART, ASSIGN_CART, DISCARD_CART, ASK_OFFERS, LIST_ITEMS, ADD_ITEM, RECONCILE, FAILED));
        t.put(CREATE_CART, EnumSet.of(ASSIGN_CART, FIND_CARTS, REFUSED, FAILED));
        t.put(ASSIGN_CART, EnumSet.of(FIND_CARTS, ASSIGN_CART, DISCARD_CART, ASK_OFFERS, LIST_ITEMS, ADD_ITEM, FAILED));
        t.put(
                DISCARD_CART,
                EnumSet.of(DISCARD_CART, FIND_CARTS, RECONCILE, ASK_OFFERS, LIST_ITEMS, ADD_ITEM, REFUSED, FAILED));
        t.put(ASK_OFFERS, EnumSet.of(ADD_ITEM, DISCARD_CART, FIND_CARTS, RECONCILE, FAILED));
        t.put(
                LIST_ITEMS,
                EnumSet.of(
                        FIND_CARTS,
                        DISCARD_CART,
                        ASK_OFFERS,
                        ADD_ITEM,
                        DISCARD_ITEM,
                        READ_REQUIREMENTS,
                        LIST_CONFIGURATION,
                        CONFIGURE,
                        DRY_RUN,
                        RESERVE,
                        RECONCILE,
                        FAILED,
                        UNFINISHED));
        t.put(ADD_ITEM, filling(READ_REQUIREMENTS, CONFIGURE, DRY_RUN));
        t.put(
                DISCARD_ITEM,
                filling(ASK_OFFERS, ADD_ITEM, DISCARD_ITEM, READ_REQUIREMENTS, LIST_CONFIGURATION, CONFIGURE, DRY_RUN));
        t.put(READ_REQUIREMENTS, filling(LIST_CONFIGURATION, CONFIGURE, DRY_RUN));
        t.put(LIST_CONFIGURATION, filling(DISCARD_ITEM, CONFIGURE, DRY_RUN, CHECK_OUT));
        t.put(CONFIGURE, filling(CONFIGURE, DRY_RUN));
        t.put(DRY_RUN, filling(RESERVE));
        // The cart is read again where this run did not fill it alone.
        t.put(RESERVE, EnumSet.of(CHECK_OUT, LIST_ITEMS, DISCARD_CART));
        // After a checkout without an answer, the only next step is a search.
        t.put(CHECK_OUT, EnumSet.of(ORDERED, PAY, READ_ORDER, RECONCILE, FIND_CARTS, FAILED, UNFINISHED));
        // If nothing was ordered, the same cart is filled further, from where it was.
        t.put(
                RECONCILE,
                EnumSet.of(
                        DISCARD_CART,
                        LIST_ITEMS,
                        DISCARD_ITEM,
                        READ_REQUIREMENTS,
                        LIST_CONFIGURATION,
                        CONFIGURE,
                        DRY_RUN,
                        RECONCILE,
                        WAIT,
                        READ_ORDER,
                        UNFINISHED));
        t.put(WAIT, EnumSet.of(RECONCILE, READ_ORDER));
        t.put(PAY, EnumSet.of(ORDERED, READ_ORDER, UNFINISHED));
        t.put(READ_ORDER, EnumSet.of(ORDERED, PAY, WAIT, LOOK_AT_HOLDINGS, FIND_CARTS, UNFINISHED));
        return Collections.unmodifiableMap(t);
    }

    /** What may follow each step that fills a cart, and more. */
    private static Set<PurchaseStep> filling(PurchaseStep... more) {
        Set<PurchaseStep> all = EnumSet.of(FIND_CARTS, DISCARD_CART, LIST_ITEMS, RECONCILE, FAILED, UNFINISHED);
        all.addAll(List.of(more));
        return all;
    }

    /** What may follow {@code step}; empty after an end. */
    static Set<PurchaseStep> after(PurchaseStep step) {
        return TABLE.getOrDefault(step, Set.of());
    }

    static void check(PurchaseKey key, List<PurchaseStep> history, PurchaseStep into) {
        boolean legal = history.isEmpty()
                ? BEGINNINGS.contains(into)
                : after(history.get(history.size() - 1)).contains(into);
        if (!legal) {
            throw new IllegalStateException("the purchase \"" + key + "\" must not move into " + into + " after "
                    + history + "; nothing was done in that step");
        }
    }
}
