// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import io.github.camelovh.domain.sandbox.server.SandboxWorld;
import io.github.camelovh.domain.sandbox.zone.ServedZone;
import io.github.camelovh.domain.sandbox.zone.SoaEntry;
import io.github.camelovh.domain.sandbox.zone.ZoneEntry;
import io.github.camelovh.domain.sandbox.zone.ZoneFileText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * The names at other registrars: those with such a prefix, generated from the seed when somebody asks, those that a
 * tester created, and those that left the account.
 */
final class OtherRegistrars {

    static final List<String> SERVERS = List.of("ns1.elsewhere.example", "ns2.elsewhere.example");

    private static final int YOUNG_DAYS = 20;

    private final SandboxWorld world;
    private final Account account;
    private final Extensions extensions;
    private final Portfolio portfolio;

    OtherRegistrars(SandboxWorld world, Account account, Extensions extensions, Portfolio portfolio) {
        this.world = world;
        this.account = account;
        this.extensions = extensions;
        this.portfolio = portfolio;
    }

    /**
     * A name as the shop sees it.
     *
     * @throws io.github.camelovh.domain.sandbox.server.SandboxRefusal if the text is not a domain name
     */
    SoldName name(String text) {
        SoldName name = SoldName.of(text, extensions);
        return account.elsewhere.containsKey(name.text()) ? name.takenElsewhere() : name;
    }

    /** The offer for a name of a known extension. */
    ShopOffer offer(SoldName name) {
        return ShopOffer.of(name, portfolio.has(name.text()), find(name.text()).orElse(null));
    }

    /** A name at its current registrar, or at the one that it left; read-only, because changes may be lost. */
    Optional<NameElsewhere> find(String text) {
        NameElsewhere kept = account.elsewhere.get(text);
        if (kept != null) {
            return Optional.of(kept);
        }
        return SoldName.find(text, extensions)
                .filter(name -> name.extension() != null && name.kind().isElsewhere())
                .map(this::madeUp);
    }

    /** A name at another registrar, to change it; a name that nobody has is created there. */
    NameElsewhere change(String text) {
        NameElsewhere state = find(text).orElseGet(() -> madeUp(SoldName.of(text, extensions)));
        account.elsewhere.put(state.name, state);
        return state;
    }

    private NameElsewhere madeUp(SoldName name) {
        Random random = world.random("elsewhere " + name.text());
        NameElsewhere made = new NameElsewhere();
        made.name = name.text();
        boolean young = name.kind() == SoldName.Kind.YOUNG;
        made.created = account.born - Portfolio.days(young ? YOUNG_DAYS : 400 + random.nextInt(3000));
        made.moved = made.created;
        made.expires = account.born + Portfolio.days(30 + random.nextInt(300));
        made.locked = name.kind() == SoldName.Kind.LOCKED;
        made.code = "AUTH-" + name.text();
        made.answer = switch (name.kind()) {
            case NACKED -> NameElsewhere.Answer.refuse;
            case RECLAIMED -> NameElsewhere.Answer.takeBack;
            default -> NameElsewhere.Answer.accept;
        };
        made.confirms = name.kind() != SoldName.Kind.UNCONFIRMED;
        made.nameServers.addAll(SERVERS);
        made.zoneFile = zone(name.text(), random, ZoneMaker.day(made.created));
        return made;
    }

    private static String zone(String name, Random random, LocalDate day) {
        String address = "198.51.100." + (1 + random.nextInt(254));
        List<ZoneEntry> entries = new ArrayList<>();
        SERVERS.forEach(server -> entries.add(entry("", "NS", server + ".")));
        entries.add(entry("", "A", address));
        entries.add(entry("", "MX", "10 mx.elsewhere.example."));
        entries.add(entry("", "TXT", "\"v=spf1 mx -all\""));
        entries.add(entry("www", "CNAME", name + "."));
        entries.add(entry("shop", "A", address));
        return ZoneFileText.write(SoaEntry.fresh(SERVERS.get(0) + ".", day), entries);
    }

    private static ZoneEntry entry(String subDomain, String type, String target) {
        return new ZoneEntry(0, subDomain, type, target, 0);
    }

    /** The zone that name servers elsewhere have of a name; empty if they have none any more. */
    Optional<ServedZone> served(String text) {
        return find(text).filter(state -> state.serves).map(NameElsewhere::served);
    }

    /** Records that the name has moved to the account. */
    void left(NameElsewhere state) {
        if (!state.servesAfterwards) {
            change(state.name).serves = false;
        }
    }

    /** Records that a name of the account has moved to another registrar, with its name servers. */
    void took(NameState name, String registrar) {
        NameElsewhere state = change(name.name);
        state.registrar = registrar;
        state.created = name.created;
        state.moved = world.now().toEpochMilli();
        state.expires = name.expires;
        state.locked = false;
        state.answer = NameElsewhere.Answer.accept;
        state.confirms = true;
        state.nameServers =
                new ArrayList<>(name.nameServers.stream().map(host -> host.host).toList());
    }
}
