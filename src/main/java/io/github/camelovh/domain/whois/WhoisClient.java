// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.whois;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelovh.domain.api.ApiCall;
import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.api.catalog.Operation;
import io.github.camelovh.domain.api.catalog.OperationCatalog;
import io.github.camelovh.domain.api.model.DomainName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * Reads and sets what whois shows of names, one contact at a time. OVHcloud accepts only whole lists, removes contacts
 * that are not in the list, and has no lock. So changes of one client take turns, and each change is read back and
 * repeated if another process overwrote it. Thread-safe.
 *
 * <p>Every method throws {@link io.github.camelovh.domain.api.OvhApiException} when OVHcloud cannot be reached, or
 * refuses, and {@link IllegalArgumentException} for what the registry does not offer, before anything is changed.
 */
public final class WhoisClient {
    private static final Operation OPTIN_RULES = OperationCatalog.row("whois:listOptinRules");
    private static final Operation OPTINS = OperationCatalog.row("whois:listOptins");
    private static final Operation UPDATE_OPTINS = OperationCatalog.row("whois:updateOptins");
    private static final Operation OBFUSCATABLE = OperationCatalog.row("whois:listObfuscatableContacts");
    private static final Operation EMAILS = OperationCatalog.row("whois:listObfuscatedEmails");
    private static final Operation UPDATE_EMAILS = OperationCatalog.row("whois:updateObfuscatedEmails");

    /** How often a change is repeated after another process overwrote it. */
    private static final int TIMES = 4;

    private static final int LOCKS = 64;

    private final OvhApi api;
    private final List<Lock> turns =
            Stream.<Lock>generate(ReentrantLock::new).limit(LOCKS).toList();

    public WhoisClient(OvhApi api) {
        this.api = api;
    }

    /** Everything that can be set for a name, with its current state; four calls. */
    public WhoisState state(DomainName name) {
        return new WhoisState(name.ascii(), disclosures(name), obfuscations(name));
    }

    /** What is disclosed, two calls. */
    private List<Disclosure> disclosures(DomainName name) {
        Map<String, List<String>> now = lists(get(OPTINS, name));
        return lists(get(OPTIN_RULES, name)).entrySet().stream()
                .map(rule -> disclosure(rule.getKey(), rule.getValue(), now))
                .toList();
    }

    private static Disclosure disclosure(String type, List<String> choosable, Map<String, List<String>> now) {
        List<String> fields = now.getOrDefault(type, List.of());
        // If fields can be chosen and none is, nothing is shown.
        boolean disclosed = now.containsKey(type) && (choosable.isEmpty() || !fields.isEmpty());
        return new Disclosure(type, choosable, disclosed, choosable.isEmpty() ? List.of() : fields);
    }

    /** Which mail addresses are obfuscated, two calls. */
    public List<Obfuscation> obfuscations(DomainName name) {
        Map<String, JsonNode> now = new TreeMap<>();
        get(EMAILS, name).forEach(each -> now.put(each.path("type").asText(), each));
        List<Obfuscation> all = new ArrayList<>();
        for (JsonNode type : get(OBFUSCATABLE, name)) {
            JsonNode one = now.get(type.asText());
            all.add(new Obfuscation(
                    type.asText(),
                    one != null,
                    one == null ? null : one.path("value").asText(null),
                    one != null && one.path("status").asText().equals("done")));
        }
        return all;
    }

    /**
     * What {@link #setDisclosure} would change; two calls. Changes nothing.
     *
     * @return a line for each contact whose disclosure differs from the request; empty if none differs
     */
    public List<String> compareDisclosure(DomainName name, Map<String, DisclosureWish> wishes) {
        List<String> lines = new ArrayList<>();
        Map<String, Disclosure> now = byType(disclosures(name));
        new TreeMap<>(wishes).forEach((type, wish) -> {
            Disclosure held = held(name, now, type);
            String wished = wished(name, held, wish).word();
            if (!held.word().equals(wished)) {
                lines.add("disclosure of " + type + " " + held.word() + " -> " + wished);
            }
        });
        return lines;
    }

    private static Map<String, Disclosure> byType(List<Disclosure> all) {
        Map<String, Disclosure> byType = new LinkedHashMap<>();
        all.forEach(each -> byType.put(each.type(), each));
        return byType;
    }

    private static Disclosure held(DomainName name, Map<String, Disclosure> all, String type) {
        Disclosure held = all.get(type);
        if (held == null) {
            throw new IllegalArgumentException(
                    "the registry of " + name + " does not allow to set what is disclosed of \"" + type
                            + "\""
                            + (all.isEmpty() ? " or of other contacts" : ", only of " + String.join(", ", all.keySet()))
                            + "; nothing was changed");
        }
        return held;
    }

    private static Disclosure wished(DomainName name, Disclosure held, DisclosureWish wish) {
        Set<String> fields = new TreeSet<>(wish.all() ? held.choosable() : wish.fields());
        if (!held.choosable().containsAll(fields)) {
            throw new IllegalArgumentException("of " + held.type() + " of " + name + " can be disclosed: "
                    + (held.choosable().isEmpty() ? "all or none" : String.join(", ", held.choosable()))
                    + "; nothing was changed");
        }
        return new Disclosure(held.type(), held.choosable(), !wish.isNone(), List.copyOf(fields));
    }

    /**
     * Sets what is disclosed of some contacts, {@code PUT /domain/{serviceName}/configurations/optin}, and leaves all
     * others unchanged. Sends nothing if there is no difference.
     *
     * @param wishes by type of contact
     * @return the state of all contacts afterwards, read back
     * @throws IllegalStateException if other programs keep overwriting it, or OVHcloud does not accept it
     */
    public List<Disclosure> setDisclosure(DomainName name, Map<String, DisclosureWish> wishes) {
        return inTurn(name, () -> {
            for (int i = 0; i < TIMES; i++) {
                List<Disclosure> now = disclosures(name);
                if (!put(name, wishes, now)) {
                    return now;
                }
            }
            throw notTaken(name, "disclosure");
        });
    }

    /** Whether something had to be sent. */
    private boolean put(DomainName name, Map<String, DisclosureWish> wishes, List<Disclosure> now) {
        Map<String, Disclosure> all = byType(now);
        boolean differs = false;
        for (Map.Entry<String, DisclosureWish> each : wishes.entrySet()) {
            Disclosure held = held(name, all, each.getKey());
            Disclosure wished = wished(name, held, each.getValue());
            differs |= !held.word().equals(wished.word());
            all.put(each.getKey(), wished);
        }
        if (differs) {
            List<Map<String, Object>> list = all.values().stream()
                    .filter(Disclosure::disclosed)
                    .map(each -> Map.<String, Object>of("type", each.type(), "fields", each.fields()))
                    .toList();
            api.send(ApiCall.of(UPDATE_OPTINS, name.ascii()).withBody(Map.of("optin", list)));
        }
        return differs;
    }

    /**
     * What {@link #setObfuscation} would change; two calls. Changes nothing.
     *
     * @return a line for each contact that differs from the request; empty if none differs
     */
    public List<String> compareObfuscation(DomainName name, Map<String, Boolean> wishes) {
        Set<String> now = obfuscated(name, wishes.keySet());
        return new TreeMap<>(wishes)
                .entrySet().stream()
                        .filter(each -> each.getValue() != now.contains(each.getKey()))
                        .map(each -> each.getValue()
                                ? "obfuscate the mail address of " + each.getKey()
                                : "show the mail address of " + each.getKey())
                        .toList();
    }

    /**
     * Sets substitute mail addresses for some contacts, or removes them, {@code PUT
     * /domain/{serviceName}/configurations/obfuscatedEmails}, and leaves all others unchanged. Sends nothing if there
     * is no difference.
     *
     * @param wishes by type of contact, whether its address is obfuscated
     * @return the state of all contacts afterwards, read back
     * @throws IllegalStateException if other programs keep overwriting it, or OVHcloud does not accept it
     */
    public List<Obfuscation> setObfuscation(DomainName name, Map<String, Boolean> wishes) {
        return inTurn(name, () -> {
            for (int i = 0; i < TIMES; i++) {
                Set<String> now = obfuscated(name, wishes.keySet());
                Set<String> wished = new TreeSet<>(now);
                wishes.forEach((type, on) -> {
                    if (on) {
                        wished.add(type);
                    } else {
                        wished.remove(type);
                    }
                });
                if (wished.equals(now)) {
                    return obfuscations(name);
                }
                api.send(ApiCall.of(UPDATE_EMAILS, name.ascii()).withBody(Map.of("contacts", wished)));
            }
            throw notTaken(name, "mail addresses");
        });
    }

    private Set<String> obfuscated(DomainName name, Set<String> wished) {
        Map<String, Boolean> now = new TreeMap<>();
        obfuscations(name).forEach(each -> now.put(each.type(), each.obfuscated()));
        for (String type : wished) {
            if (!now.containsKey(type)) {
                throw new IllegalArgumentException("the mail address of \"" + type + "\" of " + name
                        + " cannot be obfuscated"
                        + (now.isEmpty() ? "" : ", only that of " + String.join(", ", now.keySet()))
                        + "; nothing was changed");
            }
        }
        Set<String> on = new TreeSet<>();
        now.forEach((type, obfuscated) -> {
            if (obfuscated) {
                on.add(type);
            }
        });
        return on;
    }

    private static IllegalStateException notTaken(DomainName name, String what) {
        return new IllegalStateException("the " + what + " of " + name + " in whois were set " + TIMES
                + " times, but still differ from the request: another program also sets them, or OVHcloud does not"
                + " accept them");
    }

    private interface Turn<T> {
        T take();
    }

    private <T> T inTurn(DomainName name, Turn<T> turn) {
        Lock lock = turns.get(Math.floorMod(name.hashCode(), LOCKS));
        lock.lock();
        try {
            return turn.take();
        } finally {
            lock.unlock();
        }
    }

    private JsonNode get(Operation operation, DomainName name) {
        return api.send(ApiCall.of(operation, name.ascii())).json();
    }

    private static Map<String, List<String>> lists(JsonNode told) {
        Map<String, List<String>> byType = new LinkedHashMap<>();
        for (JsonNode each : told) {
            List<String> fields = new ArrayList<>();
            each.path("fields").forEach(field -> fields.add(field.asText()));
            byType.put(each.path("type").asText(), fields.stream().sorted().toList());
        }
        return byType;
    }
}
