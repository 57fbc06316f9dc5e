// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.server;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The handlers of one resource, with their state, such as the carts or the tasks.
 *
 * <p>Implementations need no locks: the server calls handlers, timers, {@link #save} and {@link #load} one at a time,
 * under the sandbox's lock. A handler checks everything first and changes state last, because there is no rollback.
 */
public interface ResourceHandlers {

    /** The name under which this state is stored, e.g. {@code carts}; unique in the sandbox. */
    String name();

    /** Registers the API operations and the timers of this resource; called once, at start. */
    void register(Routes routes);

    /**
     * The whole state as JSON, for {@code --store}; never null. Timers are stored by the clock and are not part of it.
     */
    JsonNode save();

    /** Replaces the current state by one that {@link #save} returned; called before the first request. */
    void load(JsonNode state);

    /** Resets to the state right after start. */
    void reset();
}
