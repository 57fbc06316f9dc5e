// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.server;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One stateful part of the sandbox, such as the carts or the tasks.
 *
 * <p>Rooms need no locks: the server calls handlers, timers, {@link #save} and {@link #load} one at a time, under the
 * one lock of the house. A handler checks everything first and changes state last, because nothing is rolled back.
 */
public interface ResourceHandlers {

    /** The name under which the state of this room is kept, e.g. {@code carts}; unique in the house. */
    String name();

    /** Tells which API operations this room answers and which timers it owns; called once, at start. */
    void register(Routes routes);

    /** The whole state as JSON, for {@code --store}; never null. Timers are kept by the clock and are not part of it. */
    JsonNode save();

    /** Takes a state that {@link #save} gave, in place of the present one; called before the first request. */
    void load(JsonNode state);

    /** Goes back to the state right after start. */
    void reset();
}
