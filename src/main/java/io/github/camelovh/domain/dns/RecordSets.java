// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Converts some record sets to the desired state of their zone. */
final class RecordSets {
    private RecordSets() {}

    /** The zone as it is, with the sets as desired; only names and types of the sets are ours. */
    static ZoneWish wish(ZoneSnapshot now, List<RecordSet> sets, GuardSettings guards) {
        Set<String> names = new HashSet<>();
        Set<RecordType> types = new HashSet<>();
        for (RecordSet set : sets) {
            names.add(set.subDomain());
            types.add(set.type().served());
        }
        Ownership ownership = new Ownership(names, Set.of(), types);
        List<ZoneRecord> wished =
                with(sets, now.values()).stream().filter(ownership::owns).toList();
        return new ZoneWish(now.zone(), wished, ownership, guards.opening(Guard.EMPTY));
    }

    private static List<ZoneRecord> with(List<RecordSet> sets, List<ZoneRecord> records) {
        List<ZoneRecord> wished = records;
        for (RecordSet set : sets) {
            wished = set.in(wished);
        }
        return wished;
    }

    /**
     * The plan of each set: all of them together if nothing prevents that. Otherwise first the sets are removed that a
     * guard stops, then those that conflict with the current zone, so that one refused set does not stop the others.
     */
    static List<SetPlan> plans(ZoneSnapshot now, List<RecordSet> sets, GuardSettings guards) {
        Map<RecordSet, String> refused = new HashMap<>();
        List<RecordSet> rest = sets;
        for (Objection objection : List.<Objection>of(RecordSets::guarded, RecordSets::any)) {
            if (any(now, rest, guards).isPresent()) {
                rest.forEach(set -> objection.to(now, List.of(set), guards).ifPresent(why -> refused.put(set, why)));
                rest = rest.stream().filter(set -> !refused.containsKey(set)).toList();
            }
        }
        Optional<String> still = any(now, rest, guards);
        if (still.isPresent()) {
            rest.forEach(set -> refused.put(set, still.get()));
            rest = List.of();
        }
        Iterator<List<ZoneChange>> shares = shares(now, rest, guards).iterator();
        return sets.stream()
                .map(set -> refused.containsKey(set)
                        ? SetPlan.refused(set, refused.get(set))
                        : new SetPlan(set, shares.next(), null))
                .toList();
    }

    /** An objection against some sets. */
    @FunctionalInterface
    private interface Objection {
        Optional<String> to(ZoneSnapshot now, List<RecordSet> sets, GuardSettings guards);
    }

    private static Optional<String> guarded(ZoneSnapshot now, List<RecordSet> sets, GuardSettings guards) {
        try {
            return judged(now, sets, guards);
        } catch (InvalidRecordsException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> any(ZoneSnapshot now, List<RecordSet> sets, GuardSettings guards) {
        try {
            return sets.isEmpty() ? Optional.empty() : judged(now, sets, guards);
        } catch (InvalidRecordsException e) {
            return Optional.of(String.join("; ", e.problems()));
        }
    }

    private static Optional<String> judged(ZoneSnapshot now, List<RecordSet> sets, GuardSettings guards) {
        PlannedZone planned = plan(now, sets, guards);
        if (!planned.allowed()) {
            return Optional.of(Delegations.sentences(planned.breaches()));
        }
        List<String> left = unmet(now, planned.plan(), sets).stream()
                .map(set -> set.label() + " stays: OVHcloud manages it for a redirection or a DynHost" + " ("
                        + Guard.MANAGED.option() + " opens that), or it is the last name server of the zone")
                .toList();
        return left.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", left));
    }

    /** A duplicate of a record outside the sets is deleted with them: it is shown with the first set that changes. */
    private static List<List<ZoneChange>> shares(ZoneSnapshot now, List<RecordSet> sets, GuardSettings guards) {
        List<ZoneChange> open = new ArrayList<>(
                sets.isEmpty() ? List.of() : plan(now, sets, guards).plan().changes());
        List<List<ZoneChange>> shares = new ArrayList<>();
        for (RecordSet set : sets) {
            List<ZoneChange> share = open.stream().filter(set::concerns).toList();
            open.removeAll(share);
            shares.add(new ArrayList<>(share));
        }
        shares.stream().filter(share -> !share.isEmpty()).findFirst().ifPresent(first -> first.addAll(open));
        return shares;
    }

    private static PlannedZone plan(ZoneSnapshot now, List<RecordSet> sets, GuardSettings guards) {
        ZoneWish wish = wish(now, sets, guards);
        return ZonePlanner.plan(now, wish.records(), wish.ownership(), wish.guards());
    }

    /** The sets that a plan would not reach, because it does not change what OVHcloud manages. */
    private static List<RecordSet> unmet(ZoneSnapshot now, ZonePlan plan, List<RecordSet> sets) {
        Set<HeldRecord> gone = new HashSet<>();
        List<ZoneRecord> after = new ArrayList<>();
        for (ZoneChange change : plan.changes()) {
            if (change instanceof ZoneChange.Delete delete) {
                gone.add(delete.record());
            } else {
                after.add(change.subject());
            }
            if (change instanceof ZoneChange.Update update) {
                gone.add(update.before());
            }
        }
        now.records().stream().filter(held -> !gone.contains(held)).forEach(held -> after.add(held.value()));
        return sets.stream()
                .filter(set -> !forms(now, set.in(after)).equals(forms(now, after)))
                .toList();
    }

    private static Set<RecordForm> forms(ZoneSnapshot zone, List<ZoneRecord> records) {
        return records.stream()
                .map(record -> RecordForm.of(zone.zone(), record, zone.defaultTtl()))
                .collect(Collectors.toSet());
    }
}
