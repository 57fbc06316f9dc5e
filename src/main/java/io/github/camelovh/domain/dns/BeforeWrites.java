// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

/** What has to be done before a zone is written to. Where it throws, the write is not made, and no other follows. */
@FunctionalInterface
public interface BeforeWrites {
    /**
     * Called once, directly before the first write; not called if there is nothing to write.
     *
     * @param before the way back
     */
    void first(ZoneSnapshot before);

    /** Called directly before each request that changes the zone or has it served, the first one too. */
    default void each() {}
}
