/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.github.camelovh.domain.sandbox.server;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One stateful part of the sandbox, such as the carts or the tasks.
 *
 * <p>Rooms need no locks: the server calls handlers, timers, {@link #save} and {@link #load} one at a time, under the
 * one lock of the house. A handler checks everything first and changes state last, because nothing is rolled back.
 */
public interface Room {

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
