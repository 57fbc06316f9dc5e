// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

/**
 * What a piece of work gave, and the HTTP calls that it took.
 *
 * @param value may be null
 * @param callsMade by the thread that did the work, repetitions, clock and tokens included
 */
public record Counted<T>(T value, int callsMade) {}
