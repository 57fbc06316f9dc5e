// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

/**
 * The last entry of the journal about a purchase.
 *
 * @param key the purchase
 * @param step the step that was entered; for a step with an effect it is not known whether the effect happened
 * @param facts what was known when it was entered
 */
public record PurchaseRecord(PurchaseKey key, PurchaseStep step, PurchaseFacts facts) {}
