// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelovh.domain.api.catalog.Parameter;
import io.github.camelovh.domain.desired.TargetChange;
import io.github.camelovh.domain.desired.Targets;
import io.github.camelovh.domain.dns.DsKey;
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

    private TargetOperations() {}

    static List<CompositeOperation> of(Targets targets) {
        return List.of(new CompositeOperation(
                "domain",
                "changeTarget",
                List.of(
                        Parameter.local(NAME, "string", true),
                        Parameter.local("nameServers", "string[]", false),
                        Parameter.local("hosts", CompositeInput.MAP, false),
                        Parameter.local("keys", "json", false),
                        Parameter.local("protected", "boolean", false),
                        Parameter.local("disclosure", CompositeInput.MAP, false),
                        Parameter.local("wait", CompositeInput.WAIT, false)),
                "the state of the name after these parts of its target (version 2) were changed in one step:"
                        + " nameServers; hosts.NAME with addresses separated by spaces, no address removes it; keys"
                        + " as for dns:setDs; protected; disclosure.owner (admin, tech, billing) all or none. Other"
                        + " parts stay, including changes that others make meanwhile",
                in -> change(targets, in)));
    }

    private static Object change(Targets targets, CompositeInput in) {
        List<TargetChange> changes = new ArrayList<>();
        in.<List<String>>value("nameServers")
                .ifPresent(hosts -> changes.add(new TargetChange.NameServers(
                        hosts.stream().map(NameServerHost::of).toList())));
        in.<Map<String, String>>value("hosts")
                .ifPresent(hosts -> hosts.forEach((host, ips) -> changes.add(new TargetChange.Host(host, words(ips)))));
        in.<JsonNode>value("keys").ifPresent(keys -> changes.add(new TargetChange.Keys(keys(keys))));
        in.<Boolean>value("protected").ifPresent(on -> changes.add(new TargetChange.Protection(on)));
        in.<Map<String, String>>value("disclosure")
                .ifPresent(wishes -> wishes.forEach((contact, text) -> changes.add(disclosed(contact, text))));
        if (changes.isEmpty()) {
            throw new WrongUsageException(
                    "domain:changeTarget was not begun: give a part of the target, such as nameServers, hosts.NAME,"
                            + " keys, protected or disclosure.owner");
        }
        try {
            return targets.change(
                    in.domain(NAME), changes, in.<Duration>value("wait").orElse(Duration.ZERO));
        } catch (IllegalStateException e) {
            throw new WrongUsageException(e.getMessage());
        }
    }

    static TargetChange disclosed(String contact, String text) {
        DisclosureWish wish = DisclosureWish.of(text);
        if (!wish.all() && !wish.equals(new DisclosureWish(false, Set.of()))) {
            throw new WrongUsageException(
                    "version 2 discloses a whole contact or nothing, not single fields; nothing was changed");
        }
        return new TargetChange.Disclosed(contact, wish.all());
    }

    private static List<String> words(String text) {
        String plain = text.strip();
        return plain.isEmpty() || plain.equalsIgnoreCase("none") ? List.of() : Arrays.asList(plain.split("[\\s,;]+"));
    }

    /** Keys in the form of {@code dns:setDs}: a list, or an object with the member {@code keys}. */
    static List<DsKey> keys(JsonNode given) {
        List<DsKey> keys = new ArrayList<>();
        (given.isArray() ? given : given.path("keys"))
                .forEach(key -> keys.add(new DsKey(
                        key.path("algorithm").asInt(),
                        key.path("flags").asInt(),
                        key.path("tag").asInt(-1),
                        key.path("publicKey").asText())));
        return keys;
    }
}
