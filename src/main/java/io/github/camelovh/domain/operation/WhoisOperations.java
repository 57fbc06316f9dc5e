// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import io.github.camelovh.domain.api.catalog.Parameter;
import io.github.camelovh.domain.desired.TargetChange;
import io.github.camelovh.domain.desired.Targets;
import io.github.camelovh.domain.whois.DisclosureWish;
import io.github.camelovh.domain.whois.WhoisClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What whois shows of names: {@link WhoisClient} by the names of operations and parameters. Thread-safe. */
final class WhoisOperations {
    private static final String RESOURCE = "whois";
    private static final String DISCLOSURE = "disclosure";
    private static final String OBFUSCATION = "obfuscation";
    private static final Parameter NAME = Parameter.local("domain", "string", true);
    private static final Set<String> ON = Set.of("on", "true", "yes");
    private static final Set<String> OFF = Set.of("off", "false", "no");

    private WhoisOperations() {}

    static List<CompositeOperation> of(WhoisClient whoisClient, Targets targets) {
        return List.of(
                new CompositeOperation(
                        RESOURCE,
                        "get",
                        List.of(NAME),
                        "what whois shows of the name's contacts, and what of it can be chosen",
                        in -> whoisClient.state(in.domain("domain"))),
                new CompositeOperation(
                        RESOURCE,
                        "setDisclosure",
                        List.of(NAME, Parameter.local(DISCLOSURE, CompositeInput.MAP, true), Through.PARAMETER),
                        "what is disclosed of all contacts then. disclosure.owner (admin, tech, billing, all) is none, all, or"
                                + " fields such as \"name email country\"; contacts that are not named stay as they are",
                        in -> refusing(() -> setDisclosure(whoisClient, targets, in))),
                new CompositeOperation(
                        RESOURCE,
                        "setObfuscation",
                        List.of(NAME, Parameter.local(OBFUSCATION, CompositeInput.MAP, true)),
                        "the mail addresses that stand in for those of the contacts then. obfuscation.owner (admin, tech, billing)"
                                + " is on or off; contacts that are not named stay as they are",
                        in -> refusing(() -> whoisClient.setObfuscation(in.domain("domain"), obfuscations(in)))));
    }

    private interface Change {
        Object make();
    }

    /** What the registry does not offer is the caller's mistake. */
    private static Object refusing(Change change) {
        try {
            return change.make();
        } catch (IllegalArgumentException e) {
            throw new WrongUsageException(e.getMessage());
        }
    }

    private static Object setDisclosure(WhoisClient whoisClient, Targets targets, CompositeInput in) {
        if (!Through.target(in)) {
            return whoisClient.setDisclosure(in.domain("domain"), disclosures(in));
        }
        List<TargetChange> changes = new ArrayList<>();
        in.<Map<String, String>>value(DISCLOSURE)
                .orElseThrow()
                .forEach((contact, text) -> changes.add(TargetOperations.disclosed(contact, text)));
        return targets.change(in.domain("domain"), changes, Duration.ZERO);
    }

    private static Map<String, DisclosureWish> disclosures(CompositeInput in) {
        Map<String, DisclosureWish> wishes = new TreeMap<>();
        in.<Map<String, String>>value(DISCLOSURE)
                .orElseThrow()
                .forEach((type, text) -> wishes.put(type, DisclosureWish.of(text)));
        return wishes;
    }

    private static Map<String, Boolean> obfuscations(CompositeInput in) {
        Map<String, Boolean> wishes = new TreeMap<>();
        in.<Map<String, String>>value(OBFUSCATION).orElseThrow().forEach((type, text) -> {
            String word = text.strip().toLowerCase(Locale.ROOT);
            if (!ON.contains(word) && !OFF.contains(word)) {
                throw new IllegalArgumentException("obfuscation." + type + " has to be on or off; nothing was changed");
            }
            wishes.put(type, ON.contains(word));
        });
        return wishes;
    }
}
