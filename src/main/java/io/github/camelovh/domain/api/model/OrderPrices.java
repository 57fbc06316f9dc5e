// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api.model;

/**
 * Prices of an order ({@code order.OrderPrices}).
 *
 * @param withTax what is paid
 * @param withoutTax net
 * @param tax the difference
 * @param originalWithoutTax net before reductions, or null
 * @param reduction or null
 */
public record OrderPrices(Price withTax, Price withoutTax, Price tax, Price originalWithoutTax, Price reduction) {}
