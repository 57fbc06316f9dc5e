// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

/**
 * A guard that a plan would violate, so that nothing of the plan may be done.
 *
 * @param guard which one
 * @param sentence what the plan would do, what the limit is, and which option opens it
 */
public record GuardBreach(Guard guard, String sentence) {

    @Override
    public String toString() {
        return sentence;
    }
}
