// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import io.github.camelovh.domain.api.model.Money;
import java.time.Instant;

/**
 * One requested action on one name, as stored.
 *
 * @param id number in the ledger
 * @param fileId the file it came from
 * @param line its line there
 * @param action what is asked, as in the file
 * @param domain the name in ASCII form
 * @param state where it stands
 * @param version grows with every move and every claim; the fence of a lease
 * @param owner who works on it, null if nobody
 * @param leaseUntil until when that is believed, null if nobody does
 * @param dueAt not to be claimed before, null if at once
 * @param purchaseKey key of its purchase, null if nothing is bought
 * @param byCart whether it is bought by a cart; what is not is done as a change
 * @param rowData the row as JSON, without secrets
 * @param sealedSecret its secret, to be opened by {@link SecretSeal}; null if none
 * @param plan what it costs or changes, null before that was asked
 * @param step last purchase step entered, null if no effect was attempted
 * @param facts what was known when entering it, or what a change that was sent left to watch, JSON; null if none
 * @param memo what its watchers remember of it between two looks, JSON without secrets; null if nothing
 * @param orderId the order, null if none
 * @param finalPrice price with tax that was ordered, null if none
 * @param outcome result in words, null before
 * @param whatToDo what the operator may do about it, null if nothing
 * @param receivedAt when the row came
 * @param changedAt last move
 */
public record Request(
        long id,
        long fileId,
        long line,
        String action,
        String domain,
        RequestState state,
        int version,
        String owner,
        Instant leaseUntil,
        Instant dueAt,
        String purchaseKey,
        boolean byCart,
        String rowData,
        String sealedSecret,
        PlanFigures plan,
        String step,
        String facts,
        String memo,
        Long orderId,
        Money finalPrice,
        String outcome,
        String whatToDo,
        Instant receivedAt,
        Instant changedAt) {

    /** Whether it costs money, as far as is known: a change that may cost some is seen not to once it is planned. */
    public boolean buys() {
        return purchaseKey != null && (plan == null || plan.withoutTax() != null);
    }

    /** The hold that its owner has on it; only of use for a request that {@link WorkQueue#claim} answered. */
    public Claim claim() {
        return new Claim(id, domain, state, version, owner, purchaseKey);
    }
}
