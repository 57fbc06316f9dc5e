// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import io.github.camelovh.domain.api.catalog.Parameter;
import io.github.camelovh.domain.desired.TargetChange;
import io.github.camelovh.domain.desired.Targets;
import io.github.camelovh.domain.whois.DisclosureWish;
import io.github.camelovh.domain.whois.WhoisChange;
import io.github.camelovh.domain.whois.WhoisClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** The operations on what whois shows of names, on top of {@link WhoisClient}. Thread-safe. */
final class WhoisOperations {
    private static final String RESOURCE = "whois";
    private static final String DISCLOSURE = "disclosure";
    private static final String OBFUSCATION = "obfuscation";
    private static final Parameter NAME = Parameter.subject("domain", "string", true);
    private static final Set<String> ON = Set.of("on", "true", "yes");
    private static final Set<String> OFF = Set.of("off", "false", "no");

    private WhoisOperations() {}

    static List<CompositeOperation> of(WhoisClient whoisClient, Targets targets) {
        return List.of(
                new CompositeOperation(
                        RESOURCE,
                        "get",
                        List.of(NAME),
                        "what whois shows of the name's contacts, and what can be set",
                        in -> whoisClient.state(in.domain("domain"))),
                new CompositeOperation(
                        RESOURCE,
                        "setDisclosure",
                        List.of(
                                NAME,
                                Parameter.wish(DISCLOSURE, CompositeInput.MAP).needed(),
                                Through.PARAMETER),
                        "what is disclosed of all contacts afterwards. disclosure.owner (admin, tech, billing, all)"
                                + " is none, all, or fields such as \"name email country\"; other contacts stay"
                                + " unchanged",
                        in -> refusing(() -> setDisclosure(whoisClient, targets, in))),
                new CompositeOperation(
                        RESOURCE,
                        "setObfuscation",
                        List.of(
                                NAME,
                                Parameter.wish(OBFUSCATION, CompositeInput.MAP).needed()),
                        "the substitute mail addresses of the contacts afterwards. obfuscation.owner (admin, tech,"
                                + " billing) is on or off; other contacts stay unchanged",
                        in -> refusing(() -> whoisClient.setObfuscation(in.domain("domain"), obfuscations(in)))),
                change(
                        "planDisclosure",
                        DISCLOSURE,
                        "what setDisclosure would change, a line for each contact. Changes nothing",
                        in -> disclosure(whoisClient, in).plan()),
                change(
                        "applyDisclosure",
                        DISCLOSURE,
                        "how the change of what is disclosed ended. With run, only what was approved is changed",
                        in -> disclosure(whoisClient, in).apply(RunParameter.of(in))),
                change(
                        "planObfuscation",
                        OBFUSCATION,
                        "what setObfuscation would change, a line for each contact. Changes nothing",
                        in -> obfuscation(whoisClient, in).plan()),
                change(
                        "applyObfuscation",
                        OBFUSCATION,
                        "how the change of obfuscated mail addresses ended. With run, only what was approved is changed",
                        in -> obfuscation(whoisClient, in).apply(RunParameter.of(in))));
    }

    private static CompositeOperation change(
            String name, String wishes, String answer, Function<CompositeInput, Object> act) {
        return new CompositeOperation(
                RESOURCE,
                name,
                name.startsWith("plan")
                        ? List.of(
                                NAME, Parameter.wish(wishes, CompositeInput.MAP).needed())
                        : List.of(
                                NAME, Parameter.wish(wishes, CompositeInput.MAP).needed(), RunParameter.OPTIONAL),
                answer,
                in -> refusing(() -> act.apply(in)));
    }

    private static WhoisChange disclosure(WhoisClient whoisClient, CompositeInput in) {
        return WhoisChange.ofDisclosure(whoisClient, in.domain("domain"), disclosures(in));
    }

    private static WhoisChange obfuscation(WhoisClient whoisClient, CompositeInput in) {
        return WhoisChange.ofObfuscation(whoisClient, in.domain("domain"), obfuscations(in));
    }

    private interface Change {
        Object make();
    }

    /** A request that the registry does not offer is the caller's mistake. */
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
                throw new IllegalArgumentException("obfuscation." + type + " must be on or off; nothing was changed");
            }
            wishes.put(type, ON.contains(word));
        });
        return wishes;
    }
}
