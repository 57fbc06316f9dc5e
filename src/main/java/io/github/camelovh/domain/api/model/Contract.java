// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api.model;

/**
 * A contract that an order accepts ({@code order.Contract}).
 *
 * @param name its title
 * @param url where it can be read
 * @param content its text
 */
public record Contract(String name, String url, String content) {}
