// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

/**
 * What the journal last wrote about a purchase.
 *
 * @param key whose it is
 * @param step the step that was entered; for one with an effect it is not known whether that effect took place
 * @param facts what was known on entering it
 */
public record PurchaseRecord(PurchaseKey key, PurchaseStep step, PurchaseFacts facts) {}
