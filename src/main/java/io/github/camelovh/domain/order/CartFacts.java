// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What is known about the cart of a purchase. Immutable.
 *
 * @param id the cart; null while there is none
 * @param madeAt when it was made, in the server's time: no order can have been made from it before; null while unknown
 * @param search whether carts that carry the key are looked for before another is made
 * @param chosen whether it is sure, by listing, that this is the cart all buyers of the key agree on
 * @param assigned whether it is tied to the account
 * @param filled whether it may hold items that this run did not add
 * @param spares carts of ours with the same key that are empty and will be thrown away
 * @param dead carts whose order was cancelled: no evidence of a purchase
 * @param created how many carts this run asked for
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

    /** When to look for carts that carry the key. */
    public enum Search {
        /** After making one: saves a call where no cart is to be expected. */
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

    /** The listing says that {@code winner} is the one. A cart that this run did not make may be unassigned and filled. */
    CartFacts agreedOn(String winner, Instant at, List<String> others) {
        boolean same = winner.equals(id);
        return new CartFacts(winner, at, Search.DONE, true, same && assigned, !same || filled, others, dead, created);
    }

    /** The listing shows no other cart with the key: the one we made, if any, is the one, once others can see it. */
    CartFacts foundNone(boolean hidden) {
        return new CartFacts(
                id, madeAt, Search.DONE, id != null && !hidden, assigned, filled, List.of(), dead, created);
    }

    /** A new run counts its own carts, and looks for those of earlier ones before it makes another. */
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
        return new CartFacts(
                own ? null : id, own ? null : madeAt, search, chosen && !own, assigned, filled, left, dead, created);
    }

    CartFacts buried() {
        var all = new ArrayList<>(dead);
        all.add(id);
        return new CartFacts(null, null, Search.FIRST, false, false, false, List.of(), all, created);
    }
}
