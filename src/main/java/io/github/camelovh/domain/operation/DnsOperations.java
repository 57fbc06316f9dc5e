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
import io.github.camelovh.domain.dns.ZoneSnapshot;
import io.github.camelovh.domain.dns.ZoneSync;
import io.github.camelovh.domain.dns.ZoneWish;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;

/** The operations on whole zones: read, plan, sync, undo. Thread-safe. */
final class DnsOperations {
    private static final String ZONE = "zoneName";
    private static final String REFRESH_OWED = "refreshOwed";
    private static final String IMPORT_ABOVE = "importAbove";
    private static final String BEFORE_FIRST_WRITE = "beforeFirstWrite";
    private static final Set<String> BESIDE_A_WISH = Set.of(ZONE, "plan", REFRESH_OWED, BEFORE_FIRST_WRITE);

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
                        "the zone with all its records; reading is export (default, no ids), ids, pages, batch or"
                                + " single",
                        all::records),
                composite(
                        "plan",
                        wish(),
                        "the plan with the writes that change the zone into the desired records in the body, with a"
                                + " digest; nothing is written. The body is a zone file, a list of records, or a"
                                + " ZoneWish, which is complete and needs no parameters",
                        in -> all.zones.plan(all.wish(in))),
                composite(
                        "sync",
                        wish(
                                Parameter.local("plan", "string", false),
                                refreshOwed(),
                                Parameter.local(BEFORE_FIRST_WRITE, CompositeInput.OBJECT, false)),
                        "what was written to sync the zone with the desired records in the body, with one refresh at"
                                + " the end, and the restore point; with plan (the JSON of an approved plan) exactly"
                                + " that plan or the rest of it. beforeFirstWrite (a java.util.function.Consumer)"
                                + " gets the restore point before anything is written",
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
                        "what was written to set one record set, with one refresh at the end, and the restore point"
                                + " of that name; without target the set is removed",
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
                        "what was written to restore the restore point in the body, in exact text",
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
                throw new WrongUsageException(e);
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
        List<Parameter> parameters = new ArrayList<>(List.of(Parameter.local(ZONE, "string", false)));
        parameters.addAll(List.of(more));
        parameters.add(Parameter.local(IMPORT_ABOVE, "long", false));
        parameters.addAll(ZoneGuards.ownershipParameters());
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
        if (in.body() instanceof ZoneWish whole) {
            return alone(whole, in);
        }
        if (!in.names().contains(ZONE)) {
            throw new WrongUsageException(
                    "parameter \"zoneName\" (string) is missing, and the body is no ZoneWish; nothing was read");
        }
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

    /** A limit beside a wish that has its own would be ignored, which nobody would see. */
    private static ZoneWish alone(ZoneWish whole, CompositeInput in) {
        Set<String> others = new TreeSet<>(in.names());
        others.removeAll(BESIDE_A_WISH);
        if (in.names().contains(ZONE) && !in.domain(ZONE).equals(whole.zone())) {
            others.add(ZONE);
        }
        if (!others.isEmpty()) {
            throw new WrongUsageException("The body is a ZoneWish for " + whole.zone() + ", which says all: "
                    + String.join(", ", others) + " cannot be given beside it. Nothing was read");
        }
        return whole;
    }

    @SuppressWarnings("unchecked") // a consumer of something else fails at its first use, before anything is written
    private Object sync(CompositeInput in) {
        ZonePlan approved;
        try {
            approved = in.text("plan").map(ZonePlan::fromJson).orElse(null);
        } catch (IllegalArgumentException e) {
            throw new WrongUsageException(
                    "The approved plan cannot be used: " + e.getMessage() + "; nothing was written");
        }
        Consumer<ZoneSnapshot> beforeFirstWrite =
                in.object(BEFORE_FIRST_WRITE, Consumer.class).orElse(before -> {});
        return zones.sync(wish(in), approved, in.isSet(REFRESH_OWED), beforeFirstWrite::accept);
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
