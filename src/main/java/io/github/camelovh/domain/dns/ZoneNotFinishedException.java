// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

/**
 * A plan was begun but not completed. {@link #applied()} says what was done, and whether it is served; a new plan is
 * the rest.
 */
public final class ZoneNotFinishedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ZoneApplied applied;

    ZoneNotFinishedException(ZoneApplied applied, String message, Throwable cause) {
        super(message, cause);
        this.applied = applied;
    }

    /** What was done. */
    public ZoneApplied applied() {
        return applied;
    }
}
