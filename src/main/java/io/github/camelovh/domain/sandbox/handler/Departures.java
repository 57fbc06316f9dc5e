// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import io.github.camelovh.domain.sandbox.server.SandboxWorld;

/** Removes names that leave the account. Their zones stay, because they are separate services. */
final class Departures {

    private final SandboxWorld world;
    private final Portfolio portfolio;
    private final Extensions extensions;
    private final OtherRegistrars elsewhere;
    private final Zones zones;

    Departures(SandboxWorld world, Portfolio portfolio, Extensions extensions, OtherRegistrars elsewhere, Zones zones) {
        this.world = world;
        this.portfolio = portfolio;
        this.extensions = extensions;
        this.elsewhere = elsewhere;
        this.zones = zones;
    }

    /** Completes a transfer to another registrar. */
    TaskOutcome perform(TaskState task) {
        return portfolio
                .find(task.domain)
                .map(name -> {
                    leave(name, task.change);
                    return TaskOutcome.done();
                })
                .orElseGet(() -> TaskOutcome.error("This domain name is not in the account any more", false));
    }

    void leave(NameState name, String registrar) {
        zones.find(name.name).ifPresent(zones::change);
        elsewhere.took(name, registrar);
        portfolio.forget(name);
    }

    /**
     * Checks the transfer request of another registrar against the rules of the registry.
     *
     * @param code the auth code in the request; null for none
     * @throws IllegalArgumentException with the registry's reason for a refusal
     */
    void check(NameState name, String code) {
        Extension extension = extensions.find(name.extension).orElseThrow();
        long now = world.now().toEpochMilli();
        if (extension.byTag()) {
            throw refused(name, "it moves by a tag, which its present registrar sets");
        }
        if (name.leaving != 0) {
            throw refused(name, "another transfer is under way");
        }
        if (extension.lock() && !name.lock.equals("unlocked")) {
            throw refused(name, "it is locked");
        }
        if (extension.generic() && now < Math.max(name.heldUntil, name.created + IncomingTransfers.YOUTH)) {
            throw refused(name, "it was registered, transferred or sold less than 60 days ago");
        }
        if (extension.code() && !name.authCode.equals(code)) {
            throw refused(name, "the auth code is missing or wrong");
        }
    }

    private static IllegalArgumentException refused(NameState name, String why) {
        return new IllegalArgumentException("The registry refuses the transfer of " + name.name + ": " + why);
    }
}
