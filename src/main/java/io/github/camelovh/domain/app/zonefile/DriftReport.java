// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.zonefile;

/**
 * What became of the zones that were led to a wish.
 *
 * @param compared how many zones could be compared
 * @param drifted how many of them are not as wished any more
 * @param failed how many could not be compared
 * @param text for people
 */
public record DriftReport(int compared, int drifted, int failed, String text) {}
