// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

/**
 * The result of some work, and the number of HTTP calls that it took.
 *
 * @param value may be null
 * @param callsMade by the thread that did the work, including retries and calls for clock and token
 */
public record Counted<T>(T value, int callsMade) {}
