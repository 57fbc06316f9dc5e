// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api.model;

/**
 * What an item of a cart buys ({@code order.cart.ItemSettings}; some members are not in the schema).
 *
 * @param domain the name, or null
 * @param planCode the extension, such as {@code fr}
 * @param pricingMode such as {@code create-default}
 * @param quantity or null
 */
public record ItemSettings(String domain, String planCode, String pricingMode, Long quantity) {}
