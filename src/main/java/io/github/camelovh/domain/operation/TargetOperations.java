// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelovh.domain.api.catalog.Nearest;
import io.github.camelovh.domain.api.catalog.Parameter;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.desired.TargetChange;
import io.github.camelovh.domain.desired.Targets;
import io.github.camelovh.domain.dns.DsKey;
import io.github.camelovh.domain.dns.Guard;
import io.github.camelovh.domain.dns.GuardBreach;
import io.github.camelovh.domain.dns.Guards;
import io.github.camelovh.domain.dns.NameServerHost;
import io.github.camelovh.domain.whois.DisclosureWish;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The operations on names as desired state, on top of {@link Targets}. Thread-safe. */
final class TargetOperations {
    private static final String NAME = "domain";
    private static final List<String> KEY_MEMBERS = List.of("algorithm", "flags", "tag", "publicKey");

    private TargetOperations() {}

    static List<CompositeOperation> of(Targets targets) {
        return List.of(new CompositeOperation(
                "domain",
                "changeTarget",
                List.of(
                        Parameter.subject(NAME, "string", true),
                        Parameter.subject("nameServers", "string[]", false),
                        Parameter.subject("hosts", CompositeInput.MAP, false),
                        Parameter.subject("keys", "json", false),
                        ZoneGuards.parameter(Guard.DS),
                        Parameter.wish("protected", "boolean"),
                        Parameter.wish("disclosure", CompositeInput.MAP),
                        Parameter.wish("wait", CompositeInput.WAIT)),
                "the state of the name after these parts of its target (version 2) were changed in one step:"
                        + " nameServers; hosts.NAME with addresses separated by spaces, none removes it; keys"
                        + " as for dns:setDs; protected; disclosure.owner (admin, tech, billing) all or none. Other"
                        + " parts stay, including changes that others make meanwhile",
                in -> change(targets, in)));
    }

    private static Object change(Targets targets, CompositeInput in) {
        try {
            return targets.change(
                    in.domain(NAME), changes(in), in.<Duration>value("wait").orElse(Duration.ZERO));
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new WrongUsageException(e.getMessage());
        }
    }

    private static List<TargetChange> changes(CompositeInput in) {
        List<TargetChange> changes = new ArrayList<>();
        in.<List<String>>value("nameServers")
                .ifPresent(hosts -> changes.add(new TargetChange.NameServers(
                        hosts.stream().map(NameServerHost::of).toList())));
        in.<Map<String, String>>value("hosts")
                .ifPresent(hosts -> hosts.forEach((host, ips) -> changes.add(new TargetChange.Host(host, words(ips)))));
        in.<JsonNode>value("keys").ifPresent(keys -> changes.add(keys(keys, in, in.domain(NAME))));
        in.<Boolean>value("protected").ifPresent(on -> changes.add(new TargetChange.Protection(on)));
        in.<Map<String, String>>value("disclosure")
                .ifPresent(wishes -> wishes.forEach((contact, text) -> changes.add(disclosed(contact, text))));
        if (changes.isEmpty()) {
            throw new WrongUsageException(
                    "domain:changeTarget was not begun: give a part of the target, such as nameServers, hosts.NAME,"
                            + " keys, protected or disclosure.owner");
        }
        return changes;
    }

    static TargetChange disclosed(String contact, String text) {
        DisclosureWish wish = DisclosureWish.of(text);
        if (!wish.all() && !wish.equals(new DisclosureWish(false, Set.of()))) {
            throw new WrongUsageException(
                    "version 2 discloses a whole contact or nothing, not single fields; nothing was changed");
        }
        return new TargetChange.Disclosed(contact, wish.all());
    }

    /**
     * Other keys, which need the same permission with both versions of the API.
     *
     * @throws WrongUsageException without it
     */
    static TargetChange keys(JsonNode given, CompositeInput in, DomainName name) {
        List<DsKey> keys = keys(given);
        List<GuardBreach> breaches = Guards.ofDs(name, true, DelegationOperations.guards(in));
        if (!breaches.isEmpty()) {
            throw new WrongUsageException("The keys of " + name + " were not changed: " + breaches.get(0));
        }
        return new TargetChange.Keys(keys);
    }

    private static void refuseUnknown(JsonNode key) {
        key.fieldNames().forEachRemaining(member -> {
            if (!KEY_MEMBERS.contains(member)) {
                throw new WrongUsageException("a key has no member \"" + member + "\""
                        + Nearest.hint(member, KEY_MEMBERS) + "; nothing was changed");
            }
        });
    }

    private static List<String> words(String text) {
        String plain = text.strip();
        if (plain.isEmpty()) {
            throw new WrongUsageException(
                    "domain:changeTarget was not begun: a host has no address; none removes the host");
        }
        return plain.equalsIgnoreCase("none") ? List.of() : Arrays.asList(plain.split("[\\s,;]+"));
    }

    /**
     * Keys in the form of {@code dns:setDs}: a list, or an object with the member {@code keys}. An empty list means that none is
     * wished.
     *
     * @throws WrongUsageException if it is neither
     */
    static List<DsKey> keys(JsonNode given) {
        List<DsKey> keys = new ArrayList<>();
        JsonNode list = given.isArray() ? given : given.path("keys");
        if (!list.isArray()) {
            throw new WrongUsageException(
                    "keys has to be a list of objects with algorithm, flags, tag and publicKey; nothing was changed");
        }
        list.forEach(TargetOperations::refuseUnknown);
        list.forEach(key -> keys.add(new DsKey(
                key.path("algorithm").asInt(),
                key.path("flags").asInt(),
                key.path("tag").asInt(-1),
                key.path("publicKey").asText())));
        return keys;
    }
}
