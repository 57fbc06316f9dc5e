// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import io.github.camelovh.domain.api.catalog.Nearest;
import io.github.camelovh.domain.api.catalog.Parameter;
import io.github.camelovh.domain.desired.Targets;
import io.github.camelovh.domain.dns.Delegations;
import io.github.camelovh.domain.dns.InvalidRecordsException;
import io.github.camelovh.domain.dns.InvalidZoneFileException;
import io.github.camelovh.domain.dns.RecordType;
import io.github.camelovh.domain.dns.ZoneApplied;
import io.github.camelovh.domain.dns.ZonePlan;
import io.github.camelovh.domain.dns.ZoneReading;
import io.github.camelovh.domain.dns.ZoneSync;
import io.github.camelovh.domain.dns.ZoneWish;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Zones as a whole: read, planned, led to a wish, brought back. Thread-safe. */
final class DnsOperations {
    private static final String ZONE = "zoneName";

    private static final String REFRESH_OWED = "refreshOwed";
    private static final String IMPORT_ABOVE = "importAbove";

    private final ZoneSync zones;

    private DnsOperations(ZoneSync zones) {
        this.zones = zones;
    }

    static List<CompositeOperation> of(ZoneSync zones, Delegations delegations, Targets targets) {
        DnsOperations all = new DnsOperations(zones);
        List<CompositeOperation> operations = new ArrayList<>(List.of(
                composite(
                        "records",
                        List.of(zone(), Parameter.local("reading", "string", false)),
                        "the zone with all its records; reading is export (default, no ids), ids, pages, batch or single",
                        all::records),
                composite(
                        "plan",
                        wish(),
                        "the writes that lead from the zone to the wish in the body, with a digest; nothing is written",
                        in -> all.zones.plan(all.wish(in))),
                composite(
                        "sync",
                        wish(Parameter.local("plan", "string", false), refreshOwed()),
                        "what was written to lead the zone to the wish in the body, one refresh last, and the restore"
                                + " point; with plan (the JSON of an approved plan) exactly that or what is left of it",
                        all::sync),
                composite(
                        "upsert",
                        ZoneGuards.parameters(
                                zone(),
                                Parameter.local("fieldType", "string", true),
                                Parameter.local("subDomain", "string", false),
                                Parameter.local("target", "string", false),
                                Parameter.local("targets", "json", false),
                                Parameter.local("ttl", "long", false),
                                refreshOwed()),
                        "what was written to make one record set as wished, one refresh last, and the restore point of"
                                + " that name; without target it goes",
                        all::upsert),
                composite("export", List.of(zone()), "the zone file as text", in -> zones.export(in.domain(ZONE))),
                composite(
                        "import",
                        List.of(
                                zone(),
                                Parameter.local("wait", CompositeInput.WAIT, false),
                                Parameter.local(CompositeInput.BODY, "string", false)),
                        "the task that replaces the whole zone by the zone file in the body, after its end (5 minutes)",
                        in -> zones.importFile(
                                in.domain(ZONE),
                                ZoneBodies.file(in.body()),
                                in.<Duration>value("wait").orElse(Duration.ofMinutes(5)))),
                composite(
                        "undo",
                        ZoneGuards.parameters(
                                Parameter.local(CompositeInput.BODY, CompositeInput.OBJECT, false), refreshOwed()),
                        "what was written to bring back the restore point in the body, letter by letter",
                        all::undo)));
        operations.addAll(DelegationOperations.of(delegations, targets));
        return operations;
    }

    private static CompositeOperation composite(
            String name, List<Parameter> parameters, String answer, Function<CompositeInput, Object> act) {
        return new CompositeOperation("dns", name, parameters, answer, in -> {
            try {
                return act.apply(in);
            } catch (InvalidRecordsException | InvalidZoneFileException e) {
                throw new WrongUsageException(e.getMessage());
            }
        });
    }

    private static Parameter zone() {
        return Parameter.local(ZONE, "string", true);
    }

    private static Parameter refreshOwed() {
        return Parameter.local(REFRESH_OWED, "boolean", false);
    }

    private static List<Parameter> wish(Parameter... more) {
        List<Parameter> parameters = new ArrayList<>(List.of(zone()));
        parameters.addAll(List.of(more));
        parameters.add(Parameter.local(IMPORT_ABOVE, "long", false));
        parameters.add(Parameter.local("ownedNames", "string[]", false));
        parameters.add(Parameter.local("ownedPrefixes", "string[]", false));
        parameters.add(Parameter.local("ownedTypes", "string[]", false));
        parameters.add(Parameter.local(CompositeInput.BODY, CompositeInput.OBJECT, false));
        return ZoneGuards.parameters(parameters.toArray(Parameter[]::new));
    }

    private Object records(CompositeInput in) {
        String word = in.text("reading").orElse("export").toUpperCase(Locale.ROOT);
        ZoneReading reading;
        try {
            reading = ZoneReading.valueOf(word);
        } catch (IllegalArgumentException e) {
            throw new WrongUsageException("reading is export, ids, pages, batch or single, not \""
                    + in.text("reading").orElse("") + "\"; nothing was read");
        }
        return zones.read(in.domain(ZONE), reading);
    }

    private ZoneWish wish(CompositeInput in) {
        ZoneWish wish = new ZoneWish(
                in.domain(ZONE),
                ZoneBodies.records(in.domain(ZONE), in.body()),
                ZoneGuards.ownership(in),
                ZoneGuards.settings(in));
        try {
            return wish.importingAbove(
                    in.<Long>value(IMPORT_ABOVE).map(Math::toIntExact).orElse(null));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new WrongUsageException(e.getMessage() + "; nothing was written");
        }
    }

    private Object sync(CompositeInput in) {
        ZonePlan approved;
        try {
            approved = in.text("plan").map(ZonePlan::fromJson).orElse(null);
        } catch (IllegalArgumentException e) {
            throw new WrongUsageException(
                    "The approved plan cannot be used: " + e.getMessage() + "; nothing was written");
        }
        return zones.sync(wish(in), approved, in.isSet(REFRESH_OWED));
    }

    private ZoneApplied servedIfOwed(ZoneApplied done, CompositeInput in) {
        return in.isSet(REFRESH_OWED) ? zones.serveOwed(done) : done;
    }

    private Object upsert(CompositeInput in) {
        String word = in.text("fieldType").orElseThrow();
        RecordType type = RecordType.named(word)
                .orElseThrow(() -> new WrongUsageException(
                        "There is no record type \"" + word + "\"" + Nearest.hint(word, ZoneGuards.types())));
        List<String> targets = new ArrayList<>();
        in.text("target").ifPresent(targets::add);
        in.<Object>value("targets").ifPresent(several -> targets.addAll(ZoneBodies.texts(several)));
        ZoneApplied done = zones.upsert(
                in.domain(ZONE),
                in.text("subDomain").orElse(""),
                type,
                targets,
                in.<Long>value("ttl").orElse(0L),
                ZoneGuards.settings(in));
        return servedIfOwed(done, in);
    }

    private Object undo(CompositeInput in) {
        return servedIfOwed(zones.undo(ZoneBodies.restorePoint(in.body()), ZoneGuards.settings(in)), in);
    }
}
