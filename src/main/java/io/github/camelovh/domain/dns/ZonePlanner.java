// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import io.github.camelovh.domain.api.model.DomainName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Computes the smallest set of writes that changes a zone into the desired one. A pure function: the same zones give
 * the same plan, independent of the order of their records.
 *
 * <p>Records that are served as desired stay, in any spelling; duplicates are deleted. A record keeps its id if a
 * record of its name and type is desired. Not changed are: records that are not ours ({@link Ownership}); entries that
 * OVHcloud manages for a redirection or a DynHost, unless that guard is open; the name servers of the zone itself if
 * none are desired, because a zone without name servers cannot be intended.
 */
public final class ZonePlanner {

    private final ZoneSnapshot now;
    private final GuardSettings settings;
    private final List<Entry> current;
    private final List<GuardBreach> breaches = new ArrayList<>();

    private ZonePlanner(ZoneSnapshot now, GuardSettings settings) {
        this.now = now;
        this.settings = settings;
        this.current = now.records().stream()
                .map(held -> Entry.of(now.zone(), held, now.defaultTtl()))
                .toList();
    }

    /**
     * The plan for the desired zone.
     *
     * @param now the zone as it was read; with ids, if the plan will be applied
     * @param desired all desired records, as far as they are ours; equal ones count once
     * @throws InvalidRecordsException when a record to be written is not valid, or conflicts with the rest; existing
     * records are not checked
     */
    public static PlannedZone plan(
            ZoneSnapshot now, List<ZoneRecord> desired, Ownership ownership, GuardSettings settings) {
        return new ZonePlanner(now, settings).towards(desired, ownership);
    }

    /** Whether a desired record is missing, so that the plan cannot be empty. This is much less work than the plan. */
    static boolean lacks(ZoneSnapshot now, List<ZoneRecord> desired) {
        Set<RecordForm> there = now.records().stream()
                .map(held -> RecordForm.of(now.zone(), held.value(), now.defaultTtl()))
                .collect(Collectors.toSet());
        return desired.stream().anyMatch(wish -> !there.contains(RecordForm.of(now.zone(), wish, now.defaultTtl())));
    }

    /**
     * The plan that restores the records of an earlier read, in exact text and number: for undo. It checks no record,
     * because all of them existed; deleted records get new ids.
     *
     * @param now the zone, or the one name of it that {@code former} contains
     * @param former the earlier zone
     */
    public static PlannedZone restore(ZoneSnapshot now, ZoneSnapshot former, GuardSettings settings) {
        if (!now.zone().equals(former.zone()) || !Objects.equals(now.subDomain(), former.subDomain())) {
            throw new IllegalArgumentException(
                    now.place() + " cannot be restored to the former state of " + former.place());
        }
        return new ZonePlanner(now, settings).backTo(former);
    }

    /**
     * The rest of an import that should have changed the zone. No guards and no checks, because the plan of the import
     * passed them. Duplicates are left as they are.
     *
     * @param expected all records of the zone, each valid
     */
    static ZonePlan rest(ZoneSnapshot now, List<ZoneRecord> expected) {
        var planner = new ZonePlanner(now, GuardSettings.DEFAULT);
        ZoneMatch match = ZoneMatch.byForm(planner.current, planner.entries(expected));
        List<Entry> spare = match.spare().stream()
                .filter(entry -> !match.duplicates().contains(entry))
                .toList();
        return planner.planned(match, spare, 0, true, false).plan();
    }

    private PlannedZone backTo(ZoneSnapshot former) {
        List<Entry> was = entries(former.values());
        ZoneMatch match = ZoneMatch.byText(current, was);
        return planned(match, match.spare(), 0, false, was.isEmpty());
    }

    private PlannedZone towards(List<ZoneRecord> desired, Ownership ownership) {
        List<Entry> wishes = entries(desired);
        ZoneMatch match = ZoneMatch.byForm(current, wishes);
        boolean keepsNs = wishes.stream().noneMatch(Entry::isApexNs);
        Set<String> claimed = match.wanted().stream()
                .filter(ManagedEntries::claims)
                .map(Entry::owner)
                .collect(Collectors.toSet());
        var managed = new ManagedEntries(current);
        List<Entry> ours = new ArrayList<>();
        List<Entry> left = new ArrayList<>();
        List<String> taken = new ArrayList<>();
        for (Entry entry : match.spare()) {
            boolean foreign = !ownership.owns(entry.value()) || (keepsNs && entry.isApexNs());
            String service = settings.opens(Guard.MANAGED) ? null : managed.service(entry);
            if (foreign || (service != null && !claimed.contains(entry.owner()))) {
                left.add(entry);
            } else {
                ours.add(entry);
                if (service != null) {
                    taken.add(entry.value() + " belongs to " + service);
                }
            }
        }
        judge(match.wanted(), wishes, left);
        guardForeign(match.wanted(), ownership);
        if (!taken.isEmpty()) {
            Guards.add(
                    breaches,
                    Guard.MANAGED,
                    "It would change what OVHcloud manages in " + now.zone() + " (" + Guards.named(taken) + ")",
                    "set " + Guard.MANAGED.option() + " if that is intended");
        }
        return planned(match, ours, left.size(), true, wishes.isEmpty());
    }

    private List<Entry> entries(List<ZoneRecord> records) {
        return records.stream()
                .map(record -> Entry.of(now.zone(), record, now.defaultTtl()))
                .toList();
    }

    /** Checks what will be written, alone and together with everything that will exist at its name. */
    private void judge(List<Entry> wanted, List<Entry> wishes, List<Entry> left) {
        List<String> problems = new ArrayList<>();
        Set<String> owners = new HashSet<>();
        for (Entry wish : wanted) {
            problems.addAll(RecordCheck.problems(now.zone(), wish));
            owners.add(wish.owner());
        }
        List<Entry> beside = new ArrayList<>(wishes);
        beside.addAll(left);
        Conflict.among(now.zone(), beside, owners::contains).forEach(conflict -> problems.add(conflict.sentence()));
        if (!problems.isEmpty()) {
            throw new InvalidRecordsException("The request for " + now.zone(), problems);
        }
    }

    private void guardForeign(List<Entry> wanted, Ownership ownership) {
        List<Entry> foreign =
                wanted.stream().filter(entry -> !ownership.owns(entry.value())).toList();
        if (!foreign.isEmpty() && !settings.opens(Guard.FOREIGN)) {
            Guards.add(
                    breaches,
                    Guard.FOREIGN,
                    "It would write records of " + now.zone() + " that are not ours ("
                            + Guards.named(foreign.stream().map(Entry::value).toList()) + ")",
                    "set " + Guard.FOREIGN.option() + ", or extend what is ours, if that is intended");
        }
    }

    private PlannedZone planned(
            ZoneMatch match, List<Entry> spare, int leftAlone, boolean normalised, boolean emptyWish) {
        UpdatePairs pairs = UpdatePairs.of(match.wanted(), spare);
        List<ZoneChange> updates = new ArrayList<>();
        for (UpdatePairs.Pair pair : pairs.updates()) {
            updates.add(
                    new ZoneChange.Update(pair.before().held(), text(pair.after(), normalised), Reasons.update(pair)));
        }
        Set<String> changedAliases = pairs.updates().stream()
                .map(UpdatePairs.Pair::after)
                .filter(entry -> entry.type() == RecordType.CNAME)
                .map(Entry::owner)
                .collect(Collectors.toSet());
        List<WriteOrder.Coming> creates = new ArrayList<>();
        for (Entry wish : pairs.creates()) {
            creates.add(new WriteOrder.Coming(wish, new ZoneChange.Create(text(wish, normalised), Reasons.CREATE)));
        }
        List<WriteOrder.Going> deletes = new ArrayList<>();
        for (Entry entry : pairs.deletes()) {
            boolean copy = match.duplicates().contains(entry);
            deletes.add(new WriteOrder.Going(entry, copy ? Reasons.DUPLICATE : Reasons.DELETE));
        }
        DomainName zone = now.zone();
        ZonePlan plan = ZonePlan.of(
                zone,
                now.serial(),
                WriteOrder.of(updates, changedAliases, creates, deletes),
                match.unchanged(),
                leftAlone);
        breaches.addAll(Guards.of(plan, settings));
        if (emptyWish && plan.deletes() > 0 && !settings.opens(Guard.EMPTY)) {
            Guards.add(
                    breaches,
                    Guard.EMPTY,
                    "No record at all is desired for " + zone + ", so it would delete all records that are ours",
                    "set " + Guard.EMPTY.option() + " if that is intended");
        }
        return new PlannedZone(plan, breaches);
    }

    private ZoneRecord text(Entry wish, boolean normalised) {
        return normalised ? wish.toApi(now.zone()) : wish.value();
    }
}
