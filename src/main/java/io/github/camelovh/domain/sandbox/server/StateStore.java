// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * All state of a sandbox: its handlers, time and ids. Saved, loaded and reset together. Guarded by the sandbox's lock.
 */
final class StateStore {
    private final SandboxWorld world;
    private final List<ResourceHandlers> handlers;
    private final StateFile file;
    private long happenings;

    /** @param store null if state is not stored */
    StateStore(SandboxWorld world, List<ResourceHandlers> handlers, Path store) {
        this.world = world;
        this.handlers = List.copyOf(handlers);
        this.file = store == null ? null : new StateFile(store);
    }

    void open(Routes routes) {
        handlers.forEach(room -> room.register(routes));
        if (file != null) {
            file.read().ifPresent(this::load);
            keep();
        }
    }

    /** Writes the state to disk, if it is stored. Called before the answer of the call that changed it. */
    void keep() {
        happenings++;
        if (file != null) {
            file.write(save());
        }
    }

    /** The number of state changes since start. */
    long happenings() {
        return happenings;
    }

    void reset() {
        world.clock().restore(Duration.ZERO, List.of());
        world.ids().continueAt(Ids.FIRST);
        handlers.forEach(ResourceHandlers::reset);
        keep();
    }

    private JsonNode save() {
        ObjectNode state = JsonNodeFactory.instance.objectNode();
        state.put("seed", world.seed()).put("domains", world.domains()).put("owners", world.owners());
        state.put("shiftMillis", world.clock().shift().toMillis());
        state.put("nextId", world.ids().upcoming());
        ArrayNode timers = state.putArray("timers");
        for (SandboxClock.Timer timer : world.clock().waiting()) {
            ObjectNode json = timers.addObject();
            json.put("due", timer.due().toString())
                    .put("number", timer.number())
                    .put("name", timer.name());
            json.set("data", timer.data());
        }
        ObjectNode byName = state.putObject("rooms");
        handlers.forEach(room -> byName.set(room.name(), room.save()));
        return state;
    }

    private void load(JsonNode state) {
        List<SandboxClock.Timer> timers = new ArrayList<>();
        for (JsonNode json : state.path("timers")) {
            timers.add(new SandboxClock.Timer(
                    Instant.parse(json.path("due").asText()),
                    json.path("number").asLong(),
                    json.path("name").asText(),
                    json.get("data")));
        }
        world.clock().restore(Duration.ofMillis(state.path("shiftMillis").asLong()), timers);
        world.ids().continueAt(state.path("nextId").asLong(Ids.FIRST));
        handlers.forEach(room -> {
            JsonNode roomState = state.path("rooms").get(room.name());
            if (roomState != null) {
                room.load(roomState);
            }
        });
    }
}
