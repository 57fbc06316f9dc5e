// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.contact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.change.ChangeRun;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * What is remembered of a change of owner once it was begun ({@link ChangeRun#step}).
 *
 * @param from the owner contact of before
 * @param to path of the contact that is to be owner
 * @param net what was approved to be paid without tax
 * @param currency of that
 * @param step where the purchase stands; null before its first step
 * @param facts what it knows, JSON without secrets; null before its first step
 * @param orderId the order; null while it is not known
 * @param orderedAt when it was ordered by OVHcloud's clock, milliseconds since 1970; 0 while it is not known
 */
record OwnerChangeProgress(
        long from,
        String to,
        BigDecimal net,
        String currency,
        String step,
        String facts,
        Long orderId,
        long orderedAt) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Nothing was done yet. */
    static OwnerChangeProgress of(long from, String to, Money net) {
        return new OwnerChangeProgress(from, to, net.amount(), net.currency(), null, null, null, 0);
    }

    static OwnerChangeProgress of(String json) {
        try {
            return JSON.readValue(json, OwnerChangeProgress.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("This is no step of a change of owner: " + json, e);
        }
    }

    String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A step can always be written as JSON", e);
        }
    }

    Money approved() {
        return new Money(net, currency);
    }

    OwnerChangeProgress at(String newStep, String newFacts) {
        return new OwnerChangeProgress(from, to, net, currency, newStep, newFacts, orderId, orderedAt);
    }

    OwnerChangeProgress ordered(long order, Instant at) {
        return new OwnerChangeProgress(from, to, net, currency, step, facts, order, at.toEpochMilli());
    }
}
