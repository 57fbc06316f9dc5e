// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

/**
 * What the account has of a name, before it is bought.
 *
 * @param owned whether the name is in the account
 * @param underWay a sentence about the open task or order that buying the name would double; null where there is none, or
 *     where the name is in the account
 */
public record Holding(boolean owned, String underWay) {}
