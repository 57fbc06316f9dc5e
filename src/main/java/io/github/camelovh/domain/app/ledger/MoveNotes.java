// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import io.github.camelovh.domain.api.model.Money;
import java.time.Instant;
import java.util.Objects;

/**
 * What is noted with a move. A null member leaves what stands in the ledger as it is.
 *
 * @param why reason of the move, for the audit trail and the result
 * @param whatToDo what the operator may do about it
 * @param orderId the order
 * @param finalPrice price with tax that was ordered
 * @param dueAt not to be claimed before; null: at once
 * @param facts what whoever goes on has to know, JSON without secrets
 * @param memo what its watchers remember, JSON without secrets
 */
public record MoveNotes(
        String why, String whatToDo, Long orderId, Money finalPrice, Instant dueAt, String facts, String memo) {
    public MoveNotes {
        Objects.requireNonNull(why);
    }

    /** A move with its reason. */
    public static MoveNotes why(String why) {
        return new MoveNotes(why, null, null, null, null, null, null);
    }

    /** What the operator may do about it. */
    public MoveNotes toDo(String text) {
        return new MoveNotes(why, text, orderId, finalPrice, dueAt, facts, memo);
    }

    /** The order it led to, and what that costs with tax (null if unknown). */
    public MoveNotes order(long id, Money priceWithTax) {
        return new MoveNotes(why, whatToDo, id, priceWithTax, dueAt, facts, memo);
    }

    /** Not before this instant is anybody to claim the request. */
    public MoveNotes notBefore(Instant instant) {
        return new MoveNotes(why, whatToDo, orderId, finalPrice, instant, facts, memo);
    }

    /** What whoever goes on has to know, JSON without secrets. */
    public MoveNotes knowing(String json) {
        return new MoveNotes(why, whatToDo, orderId, finalPrice, dueAt, json, memo);
    }

    /** What its watchers remember, JSON without secrets. */
    public MoveNotes remembering(String json) {
        return new MoveNotes(why, whatToDo, orderId, finalPrice, dueAt, facts, json);
    }
}
