// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import io.github.camelovh.domain.api.catalog.Nearest;
import io.github.camelovh.domain.api.catalog.Parameter;
import io.github.camelovh.domain.desired.Targets;
import io.github.camelovh.domain.dns.Delegations;
import io.github.camelovh.domain.dns.Guard;
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
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The operations on whole zones: read, plan, sync, undo. Thread-safe. */
final class DnsOperations {
    private static final String ZONE = "zoneName";
    private static final String REFRESH_OWED = "refreshOwed";
    private static final String IMPORT_ABOVE = "importAbove";
    private static final String BEFORE_FIRST_WRITE = "beforeFirstWrite";
    /** What may stand beside a wish that says all: its limits, which may be made stricter, and what is no part of it. */
    private static final Set<String> BESIDE_A_WISH = Stream.concat(
                    Stream.of(
                            ZONE,
                            "plan",
                            REFRESH_OWED,
                            BEFORE_FIRST_WRITE,
                            ZoneGuards.NAMES,
                            ZoneGuards.PREFIXES,
                            ZoneGuards.TYPES),
                    Stream.of(Guard.values()).map(Guard::option))
            .collect(Collectors.toUnmodifiableSet());

    /** Permission for what would take something away because a list is empty. */
    static final Parameter ALLOW_DELETE = Parameter.limit("allowDelete", "boolean", "false");

    private final ZoneSync zones;

    private DnsOperations(ZoneSync zones) {
        this.zones = zones;
    }

    static List<CompositeOperation> of(ZoneSync zones, Delegations delegations, Targets targets) {
        DnsOperations all = new DnsOperations(zones);
        List<CompositeOperation> operations = new ArrayList<>(List.of(
                composite(
                        "records",
                        List.of(zone(), Parameter.wish("reading", "string")),
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
                                Parameter.limit("plan", "string", null),
                                refreshOwed(),
                                Parameter.wish(BEFORE_FIRST_WRITE, CompositeInput.OBJECT)),
                        "what was written to sync the zone with the desired records in the body, with one refresh at"
                                + " the end, and the restore point; with plan (the JSON of an approved plan) exactly"
                                + " that plan or the rest of it. beforeFirstWrite (a java.util.function.Consumer)"
                                + " gets the restore point before anything is written",
                        all::sync),
                composite(
                        "upsert",
                        ZoneGuards.parameters(
                                zone(),
                                Parameter.subject("fieldType", "string", true),
                                Parameter.subject("subDomain", "string", false),
                                Parameter.subject("target", "string", false),
                                Parameter.subject("targets", "json", false),
                                Parameter.wish("ttl", "long"),
                                refreshOwed(),
                                ALLOW_DELETE),
                        "what was written to set one record set, with one refresh at the end, and the restore point"
                                + " of that name; targets as an empty list, with allowDelete, removes the set",
                        all::upsert),
                composite(
                        "deleteRecords",
                        ZoneGuards.parameters(
                                zone(),
                                Parameter.subject("fieldType", "string", true),
                                Parameter.subject("subDomain", "string", true),
                                refreshOwed()),
                        "what was written to remove one record set, with one refresh at the end, and the restore point"
                                + " of that name; subDomain is @ for the zone itself",
                        in -> all.set(in, List.of())),
                composite("export", List.of(zone()), "the zone file as text", in -> zones.export(in.domain(ZONE))),
                composite(
                        "import",
                        List.of(
                                zone(),
                                Parameter.wish("wait", CompositeInput.WAIT),
                                Parameter.subject(CompositeInput.BODY, "string", false)),
                        "the task that replaces the whole zone by the zone file in the body, after its end (5 minutes)",
                        in -> zones.importFile(
                                in.domain(ZONE),
                                ZoneBodies.file(in.body()),
                                in.<Duration>value("wait").orElse(Duration.ofMinutes(5)))),
                composite(
                        "undo",
                        ZoneGuards.parameters(
                                Parameter.subject(CompositeInput.BODY, CompositeInput.OBJECT, false), refreshOwed()),
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
        return Parameter.subject(ZONE, "string", true);
    }

    private static Parameter refreshOwed() {
        return Parameter.wish(REFRESH_OWED, "boolean");
    }

    private static List<Parameter> wish(Parameter... more) {
        List<Parameter> parameters = new ArrayList<>(List.of(Parameter.subject(ZONE, "string", false)));
        parameters.addAll(List.of(more));
        parameters.add(Parameter.wish(IMPORT_ABOVE, "long"));
        parameters.addAll(ZoneGuards.ownershipParameters());
        parameters.add(Parameter.subject(CompositeInput.BODY, CompositeInput.OBJECT, false));
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

    /** Whatever stands beside a wish, and is no limit, would be ignored, which nobody would see. */
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
        return new ZoneWish(
                whole.zone(),
                whole.records(),
                ZoneGuards.ownership(in),
                ZoneGuards.settings(whole.guards(), in),
                whole.importAbove());
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
        boolean guarded = approved != null && !in.isOperators("plan");
        return zones.sync(wish(in), approved, guarded, in.isSet(REFRESH_OWED), beforeFirstWrite::accept);
    }

    private ZoneApplied servedIfOwed(ZoneApplied done, CompositeInput in) {
        return in.isSet(REFRESH_OWED) ? zones.serveOwed(done) : done;
    }

    /** Whoever gives no target, or an empty one, has forgotten it more often than wished the set away. */
    private Object upsert(CompositeInput in) {
        List<String> targets = new ArrayList<>();
        in.text("target").ifPresent(targets::add);
        Optional<Object> several = in.value("targets");
        several.ifPresent(given -> targets.addAll(ZoneBodies.texts(given)));
        if (targets.stream().anyMatch(String::isBlank)) {
            throw new WrongUsageException("dns:upsert was not begun: a target is empty");
        }
        if (targets.isEmpty() && (several.isEmpty() || !in.isSet(ALLOW_DELETE.name()))) {
            throw new WrongUsageException("dns:upsert was not begun: there is no target"
                    + (several.isEmpty() ? "" : ", and " + ALLOW_DELETE.name() + " is not set")
                    + ". dns:deleteRecords removes a record set");
        }
        return set(in, targets);
    }

    private Object set(CompositeInput in, List<String> targets) {
        String word = in.text("fieldType").orElseThrow();
        RecordType type = RecordType.named(word)
                .orElseThrow(() -> new WrongUsageException(
                        "There is no record type \"" + word + "\"" + Nearest.hint(word, ZoneGuards.types())));
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
