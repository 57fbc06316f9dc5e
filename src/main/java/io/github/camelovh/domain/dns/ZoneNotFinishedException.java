// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

/**
 * A plan was begun and could not be brought to its end. What was done, and whether it is served, is in {@link #applied()};
 * a new plan is simply the rest.
 */
public final class ZoneNotFinishedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ZoneApplied applied;

    ZoneNotFinishedException(ZoneApplied applied, String message, Throwable cause) {
        super(message, cause);
        this.applied = applied;
    }

    /** How far it came. */
    public ZoneApplied applied() {
        return applied;
    }
}
