// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelovh.domain.sandbox.server.Routes;
import io.github.camelovh.domain.sandbox.server.SandboxWorld;
import java.time.Duration;
import java.util.Optional;

/** The transfer locks of names. Tasks set and lift them, and they are set again automatically after seven days. */
final class Locks {

    private static final String TIMER = "name.relock";
    private static final Duration OPEN = Duration.ofDays(7);
    private static final Duration LATER = Duration.ofDays(1);

    private final SandboxWorld world;
    private final Portfolio portfolio;
    private final TaskStore tasks;

    Locks(SandboxWorld world, Portfolio portfolio, TaskStore tasks) {
        this.world = world;
        this.portfolio = portfolio;
        this.tasks = tasks;
    }

    void register(Routes routes) {
        routes.onTimer(TIMER, this::comeBack);
    }

    /** Locks or unlocks a name by a task; also used by the target of version 2. */
    NameState set(NameState name, String wanted) {
        if (name.lock.equals("unavailable")) {
            throw Refuse.badRequest("The extension ." + name.extension + " has no transfer lock");
        }
        boolean lock =
                switch (wanted) {
                    case "locked" -> true;
                    case "unlocked" -> false;
                    default -> throw Refuse.badRequest("transferLockStatus can be set to locked or unlocked");
                };
        if (name.lock.endsWith("ing")) {
            throw Refuse.conflict("A task that changes the lock of " + name.name + " is under way");
        }
        if (name.leaving != 0) {
            throw Refuse.conflict("A transfer of " + name.name + " to another registrar is under way");
        }
        name.lock = lock ? "locking" : "unlocking";
        tasks.begin(lock ? "DomainLock" : "DomainUnlock", name.name, 0, null);
        return name;
    }

    /** Records that a task has set the lock. */
    static void closed(NameState name) {
        name.lock = "locked";
        name.unlockedAt = 0;
    }

    /** Records that a task has lifted the lock. */
    static void opened(SandboxWorld world, NameState name) {
        name.lock = "unlocked";
        name.unlockedAt = world.now().toEpochMilli();
        schedule(world, OPEN, name);
    }

    private static void schedule(SandboxWorld world, Duration in, NameState name) {
        world.clock().scheduleIn(in, TIMER, Json.object("name", name.name, "unlockedAt", name.unlockedAt));
    }

    /** Handles the timer. It is ignored if the lock was set or lifted again since then. */
    private void comeBack(JsonNode timer) {
        Optional<NameState> found = portfolio
                .find(timer.get("name").asText())
                .filter(name -> name.lock.equals("unlocked"))
                .filter(name -> name.unlockedAt == timer.get("unlockedAt").asLong());
        if (found.isEmpty()) {
            return;
        }
        if (found.get().leaving != 0) {
            schedule(world, LATER, found.get());
        } else {
            portfolio.change(found.get(), name -> set(name, "locked"));
        }
    }
}
