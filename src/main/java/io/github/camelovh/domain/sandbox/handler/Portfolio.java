// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import io.github.camelovh.domain.sandbox.server.SandboxWorld;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * The names of the account: those that it owned at start, generated from the seed when somebody asks, and those in the
 * state. Fifty thousand names need only the memory for a list of names.
 */
final class Portfolio {

    /** The first name of every portfolio, so that a sample file can rely on a name that is owned already. */
    static final String FIRST_NAME = "already-mine.com";

    private static final String[] FIRST_WORDS = {
        "atelier",
        "blue",
        "cafe",
        "delta",
        "ecole",
        "fabrique",
        "garden",
        "haus",
        "iris",
        "jardin",
        "kite",
        "lumiere",
        "maison",
        "north",
        "orange",
        "petit",
        "quartz",
        "river",
        "studio",
        "terra"
    };
    private static final String[] SECOND_WORDS = {
        "bois", "cloud", "digital", "energie", "forum", "graph", "hotel", "info", "journal", "konzept", "labs", "media",
        "net", "office", "photo", "shop", "travel", "velo", "web", "zen"
    };
    /** Extensions in the frequency of a French reseller. */
    private static final String[] SPREAD = {
        "com", "com", "com", "com", "fr", "fr", "fr", "fr", "net", "org", "eu", "eu", "de", "uk", "co.uk", "io", "ovh",
        "app", "dev", "berlin"
    };

    private static final long FIRST_SERVICE = 6_000_000_000L;
    private static final int TWO_YEARS_IN_DAYS = 730;
    private static final int TEN_YEARS_IN_DAYS = 3650;

    private final SandboxWorld world;
    private final Account account;
    private final Extensions extensions;
    private final List<String> given;
    private final Map<String, Integer> indexes;
    private final long owner;
    /** The first expiry dates of the names at start, computed when first needed. */
    private long[] firstExpiries;

    Portfolio(SandboxWorld world, Account account, Extensions extensions, long owner) {
        this.world = world;
        this.account = account;
        this.extensions = extensions;
        this.owner = owner;
        given = new ArrayList<>(world.domains());
        indexes = new HashMap<>(2 * world.domains());
        Random random = world.random("portfolio");
        for (int i = 0; i < world.domains(); i++) {
            String name = i == 0 ? FIRST_NAME : madeUp(random, i);
            given.add(name);
            indexes.put(name, i);
        }
    }

    private static String madeUp(Random random, int number) {
        return pick(random, FIRST_WORDS) + "-" + pick(random, SECOND_WORDS) + "-" + number + "." + pick(random, SPREAD);
    }

    private static String pick(Random random, String[] words) {
        return words[random.nextInt(words.length)];
    }

    /** The first of the names at start that a contact owns; empty if there are fewer names than contacts. */
    Optional<String> firstOf(int ownerIndex) {
        return ownerIndex < given.size() ? Optional.of(given.get(ownerIndex)) : Optional.empty();
    }

    List<String> names() {
        List<String> all = new ArrayList<>(given);
        if (!account.departed.isEmpty()) {
            all.removeIf(account.departed::contains);
        }
        account.names.keySet().stream().filter(name -> !isGiven(name)).forEach(all::add);
        return all;
    }

    /** Whether a name belongs to the account since the start. */
    private boolean isGiven(String name) {
        return indexes.containsKey(name) && !account.departed.contains(name);
    }

    boolean has(String name) {
        return name.startsWith("expired-") || account.names.containsKey(name) || isGiven(name);
    }

    /**
     * A name of the account, read-only, because changes may be lost.
     *
     * @throws io.github.camelovh.domain.sandbox.server.SandboxRefusal if it is not in the account (any more) or is
     * expired
     */
    NameState get(String text) {
        if (text.startsWith("expired-")) {
            throw Refuse.expired();
        }
        if (text.startsWith("vanishing-")) {
            throw Refuse.noSuchService();
        }
        return find(text).orElseThrow(Refuse::noSuchService);
    }

    /** As {@link #get}, but also finds names that play expired or vanishing ones. */
    Optional<NameState> find(String name) {
        NameState kept = account.names.get(name);
        if (kept != null) {
            return Optional.of(kept);
        }
        return isGiven(name) ? Optional.of(atStart(indexes.get(name))) : Optional.empty();
    }

    /** Changes a name and stores the change. */
    NameState change(NameState name, UnaryOperator<NameState> how) {
        NameState changed = how.apply(name);
        changed.updated = world.now().toEpochMilli();
        account.names.put(changed.name, changed);
        return changed;
    }

    /** Removes a name from the account. */
    void forget(NameState name) {
        account.names.remove(name.name);
        if (indexes.containsKey(name.name)) {
            account.departed.add(name.name);
        }
    }

    /** The names of packs, by pack: names that begin with {@code pack-} and differ only in their extension. */
    Map<String, List<NameState>> packs() {
        Map<String, List<NameState>> packs = new TreeMap<>();
        account.names.values().stream().filter(name -> name.pack() != null).forEach(name -> packs.computeIfAbsent(
                        name.pack(), key -> new ArrayList<>())
                .add(name));
        return packs;
    }

    /** A name and the other names of its pack, which are renewed together. */
    List<NameState> renewedTogether(NameState name) {
        return name.pack() == null ? List.of(name) : packs().get(name.pack());
    }

    Optional<NameState> byService(long serviceId) {
        long index = serviceId - FIRST_SERVICE;
        if (index >= 0 && index < given.size() && isGiven(given.get((int) index))) {
            return find(given.get((int) index));
        }
        return account.names.values().stream()
                .filter(name -> name.serviceId == serviceId)
                .findFirst();
    }

    List<Long> services() {
        List<Long> all = new ArrayList<>(given.size());
        for (int i = 0; i < given.size(); i++) {
            if (isGiven(given.get(i))) {
                all.add(FIRST_SERVICE + i);
            }
        }
        account.names.values().stream().filter(name -> !isGiven(name.name)).forEach(name -> all.add(name.serviceId));
        return all;
    }

    /** Names that expire before a time, including names that have expired already. */
    List<NameState> expiringBefore(long time) {
        if (firstExpiries == null) {
            firstExpiries = given.stream()
                    .mapToLong(name -> atStart(indexes.get(name)).expires)
                    .toArray();
        }
        List<NameState> all = new ArrayList<>();
        for (int i = 0; i < firstExpiries.length; i++) {
            if (firstExpiries[i] < time && isGiven(given.get(i)) && !account.names.containsKey(given.get(i))) {
                all.add(atStart(i));
            }
        }
        account.names.values().stream().filter(name -> name.expires < time).forEach(all::add);
        return all;
    }

    private NameState atStart(int index) {
        String text = given.get(index);
        Random random = world.random("name " + text);
        NameState made = fresh(text, FIRST_SERVICE + index, owner + index % world.owners());
        made.created = account.born - days(1 + random.nextInt(TEN_YEARS_IN_DAYS));
        made.expires = account.born + days(1 + random.nextInt(TWO_YEARS_IN_DAYS)) + random.nextInt(86_400) * 1000L;
        made.updated = made.created;
        made.automatic = random.nextInt(4) != 0;
        return made;
    }

    /** A name directly after its registration, without dates. */
    NameState fresh(String text, long serviceId, long whoisOwner) {
        NameState made = new NameState();
        made.name = text;
        made.extension = text.substring(text.indexOf('.') + 1);
        made.serviceId = serviceId;
        made.whoisOwner = whoisOwner;
        made.lock = extensions.find(made.extension).filter(Extension::lock).isPresent() ? "locked" : "unavailable";
        made.authCode = "Aa1-" + world.uuid("auth code " + text).toString().substring(0, 12);
        long host = 33_578_504L + 2L * Math.floorMod(text.hashCode(), 1_000_000);
        made.nameServers.add(NameState.Host.of(host, "dns103.ovh.net"));
        made.nameServers.add(NameState.Host.of(host + 1, "ns103.ovh.net"));
        return made;
    }

    static long days(long count) {
        return Duration.ofDays(count).toMillis();
    }
}
