// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What is known about the cart of a purchase. Immutable.
 *
 * @param id the cart; null while there is none
 * @param madeAt when it was created, in the server's time: no order can come from it before that time; null while
 * unknown
 * @param search whether carts with the key are searched for before another one is created
 * @param chosen whether a list confirmed that all buyers of the key agree on this cart
 * @param assigned whether it is assigned to the account
 * @param filled whether it may hold items that this run did not add
 * @param spares our other carts with the same key, which are empty and will be deleted
 * @param dead carts whose order was cancelled, so they are no evidence of a purchase
 * @param created how many carts this run created
 */
public record CartFacts(
        String id,
        Instant madeAt,
        Search search,
        boolean chosen,
        boolean assigned,
        boolean filled,
        List<String> spares,
        List<String> dead,
        int created) {

    /** When to search for carts with the key. */
    public enum Search {
        /** After creating one: saves a call if no other cart is expected. */
        AFTER_CREATION,
        FIRST,
        DONE
    }

    static final CartFacts NONE =
            new CartFacts(null, null, Search.AFTER_CREATION, false, false, false, List.of(), List.of(), 0);

    public CartFacts {
        spares = List.copyOf(spares);
        dead = List.copyOf(dead);
    }

    CartFacts asked() {
        return new CartFacts(id, madeAt, search, chosen, assigned, filled, spares, dead, created + 1);
    }

    CartFacts made(String newId, Instant at) {
        return new CartFacts(newId, at, search, false, false, false, spares, dead, created);
    }

    CartFacts assigned(boolean sure) {
        return new CartFacts(id, madeAt, search, chosen, sure, filled, spares, dead, created);
    }

    /**
     * The list shows that {@code winner} is the common cart. A cart that this run did not create may be unassigned and
     * filled.
     */
    CartFacts agreedOn(String winner, Instant at, List<String> others) {
        boolean same = winner.equals(id);
        return new CartFacts(winner, at, Search.DONE, true, same && assigned, !same || filled, others, dead, created);
    }

    /**
     * The list shows no other cart with the key: our own cart, if we have one, is the common cart, as soon as others
     * can see it.
     */
    CartFacts foundNone(boolean hidden) {
        return new CartFacts(
                id, madeAt, Search.DONE, id != null && !hidden, assigned, filled, List.of(), dead, created);
    }

    /** A new run counts its own carts, and searches for those of earlier runs before it creates another one. */
    CartFacts restarted() {
        return new CartFacts(id, madeAt, id == null ? Search.FIRST : search, chosen, assigned, filled, spares, dead, 0);
    }

    CartFacts searchFirst() {
        return new CartFacts(null, null, Search.FIRST, false, false, false, List.of(), dead, created);
    }

    CartFacts doubted() {
        return new CartFacts(id, madeAt, search, chosen, assigned, true, spares, dead, created);
    }

    CartFacts without(String spare) {
        var left = new ArrayList<>(spares);
        left.remove(spare);
        boolean own = spare.equals(id);
        CartFacts rest = new CartFacts(id, madeAt, search, chosen, assigned, filled, left, dead, created);
        return own ? rest.searchFirst() : rest;
    }

    CartFacts buried() {
        var all = new ArrayList<>(dead);
        all.add(id);
        return new CartFacts(null, null, Search.FIRST, false, false, false, List.of(), all, created);
    }
}
