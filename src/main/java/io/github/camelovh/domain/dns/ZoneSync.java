// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.api.Sleeper;
import io.github.camelovh.domain.api.model.DomainName;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Zones read as a whole, compared with a wish, and led to it: plan first, then exactly that plan. Thread-safe; whoever lets
 * two changes of one zone run at once gets two plans that spoil each other.
 *
 * <p>A change that was broken off needs no memory: the next plan is simply the rest. Every method throws
 * {@link io.github.camelovh.domain.api.OvhApiException} when OVHcloud refuses or does not answer.
 */
public final class ZoneSync {
    private static final Logger LOG = LoggerFactory.getLogger(ZoneSync.class);
    private static final long USUAL_TTL = 3600;

    private final ZoneCalls calls;
    private final ZoneApplier applier;
    private final ZoneImporter importer;

    /**
     * A desk for one account.
     *
     * @param sleeper for waits
     * @param nanos measures them
     */
    public ZoneSync(OvhApi api, Sleeper sleeper, LongSupplier nanos) {
        this.calls = new ZoneCalls(api);
        this.applier = new ZoneApplier(calls, sleeper, nanos);
        this.importer = new ZoneImporter(calls, applier, nanos);
    }

    /** The zone as it is edited; name servers may still serve an older one. */
    public ZoneSnapshot read(DomainName zone, ZoneReading reading) {
        if (reading == ZoneReading.EXPORT) {
            return ofExport(zone, calls.export(zone));
        }
        ZoneCalls.Authority authority = calls.authority(zone);
        return new ZoneSnapshot(zone, authority.serial(), authority.ttl(), calls.records(zone, reading), null);
    }

    static ZoneSnapshot ofExport(DomainName zone, String text) {
        return snapshot(ZoneFile.read(text, zone, ZoneFileRules.EXPORT), text);
    }

    private static ZoneSnapshot snapshot(ZoneFile file, String text) {
        return new ZoneSnapshot(
                file.zone(),
                file.soa() == null ? 0 : file.soa().serial(),
                file.defaultTtl() == 0 ? USUAL_TTL : file.defaultTtl(),
                file.held(),
                text);
    }

    /** The zone as a zone file, as OVHcloud writes it. */
    public String export(DomainName zone) {
        return calls.export(zone);
    }

    /**
     * What leads from the zone to the wish. Takes one call where nothing is to be done, else two or a few more.
     *
     * @throws InvalidRecordsException when the wish holds records that a zone cannot have
     */
    public PlannedZone plan(ZoneWish wish) {
        return look(wish.zone(), now -> wish).planned();
    }

    /**
     * What would make each of these record sets as wished, with all else as it is. Takes one call; writes nothing.
     *
     * @param sets at least one, all of one zone
     * @return one plan for each, in their order; a set that a guard or the rest of the zone stops does not stop the others
     */
    public List<SetPlan> planSets(List<RecordSet> sets, GuardSettings guards) {
        return RecordSets.plans(read(sets.get(0).zone(), ZoneReading.EXPORT), sets, guards);
    }

    private record Look(ZoneSnapshot now, PlannedZone planned, ImportChoice choice) {}

    private Look look(DomainName zone, Function<ZoneSnapshot, ZoneWish> wishFor) {
        String text = calls.export(zone);
        ZoneFile file = ZoneFile.read(text, zone, ZoneFileRules.EXPORT);
        ZoneSnapshot exported = snapshot(file, text);
        ZoneWish wish = wishFor.apply(exported);
        if (!ZonePlanner.lacks(exported, wish.records())) {
            PlannedZone planned = ZonePlanner.plan(exported, wish.records(), wish.ownership(), wish.guards());
            if (planned.plan().isEmpty()) {
                return new Look(exported, planned, null);
            }
        }
        ZoneSnapshot now = new ZoneSnapshot(
                wish.zone(),
                exported.serial(),
                exported.defaultTtl(),
                calls.records(wish.zone(), ZoneReading.IDS),
                exported.exportText());
        PlannedZone exact = ZonePlanner.plan(now, wish.records(), wish.ownership(), wish.guards());
        ImportChoice choice = ImportChoice.of(exact.plan(), now, file, wish.importAbove());
        if (choice.objection() != null) {
            LOG.info(
                    "{}: no import is made, as {}; its records are written one by one",
                    wish.zone(),
                    choice.objection());
        }
        return new Look(now, choice.isImport() ? exact.byImport(wish.importAbove()) : exact, choice);
    }

    /**
     * Leads the zone to the wish: exactly by the approved plan or what is left of it, or not at all. Whether one import may
     * serve is then as in that plan, whatever the wish says of it; what is left may still come record by record.
     *
     * @param approved the plan that somebody saw; null to take the one that is made now, if no guard stops it
     * @param refreshOwed whether an earlier run is known to have written without having the zone served, so that a refresh is
     *     due even when nothing is left to write; OVHcloud itself does not always tell
     * @throws ZoneRefusedException when a guard stops the plan, or it is not the approved one; nothing was written
     * @throws ZoneNotFinishedException when it was begun and broke off, or the zone, read again, is not as wished
     * @throws InvalidRecordsException when the wish holds records that a zone cannot have
     */
    public ZoneApplied sync(ZoneWish wish, ZonePlan approved, boolean refreshOwed) {
        return sync(wish, approved, refreshOwed, before -> {});
    }

    /**
     * As {@link #sync(ZoneWish, ZonePlan, boolean)}, and hands out the restore point before anything is written, so that it
     * can be kept where a crash does not take it.
     *
     * @param beforeFirstWrite called once, right before the first write; not at all when nothing is to be written. What it
     *     throws keeps the zone as it is
     */
    public ZoneApplied sync(
            ZoneWish wish, ZonePlan approved, boolean refreshOwed, Consumer<ZoneSnapshot> beforeFirstWrite) {
        ZoneWish asApproved = approved == null ? wish : wish.importingAbove(approved.importAbove());
        Look look = look(wish.zone(), now -> asApproved);
        if (approved == null) {
            refuseBreaches(look.planned());
        } else {
            refuseOther(look.planned().plan(), approved);
        }
        return apply(look, now -> wish, refreshOwed, beforeFirstWrite);
    }

    /**
     * Makes these record sets as wished and leaves all else as it is, with one refresh at the end.
     *
     * @param sets at least one, all of one zone
     * @param approved the writes that somebody saw, as {@link ZoneChange#toString} tells them; any other is refused; null where
     *     nobody is asked
     * @param refreshOwed as for {@link #sync(ZoneWish, ZonePlan, boolean)}
     * @param beforeFirstWrite as for {@link #sync(ZoneWish, ZonePlan, boolean, Consumer)}
     * @throws ZoneRefusedException when a guard stops it, or it would write something else; nothing was written
     * @throws ZoneNotFinishedException as for {@link #sync(ZoneWish, ZonePlan, boolean)}
     */
    public ZoneApplied applySets(
            List<RecordSet> sets,
            GuardSettings guards,
            Collection<String> approved,
            boolean refreshOwed,
            Consumer<ZoneSnapshot> beforeFirstWrite) {
        Function<ZoneSnapshot, ZoneWish> wishFor = now -> RecordSets.wish(now, sets, guards);
        Look look = look(sets.get(0).zone(), wishFor);
        refuseBreaches(look.planned());
        ZonePlan plan = look.planned().plan();
        if (approved != null) {
            refuse(plan, plan.beyond(Set.copyOf(approved)), "its rows were approved");
        }
        return apply(look, wishFor, refreshOwed, beforeFirstWrite);
    }

    private ZoneApplied apply(
            Look look,
            Function<ZoneSnapshot, ZoneWish> wishFor,
            boolean refreshOwed,
            Consumer<ZoneSnapshot> beforeFirstWrite) {
        ZonePlan plan = look.planned().plan();
        if (plan.isEmpty()) {
            return new ZoneApplied(plan, 0, serveLeftovers(plan.zone(), refreshOwed), null);
        }
        beforeFirstWrite.accept(look.now());
        if (plan.isImport()) {
            return importer.apply(plan, look.choice(), look.now());
        }
        ZoneApplied done = applier.apply(plan, look.now());
        ZoneProof.verify(done, wishFor, () -> read(plan.zone(), ZoneReading.EXPORT));
        return done;
    }

    /** A run that died between its last write and the refresh left edits that nobody serves. */
    private boolean serveLeftovers(DomainName zone, boolean owed) {
        if (!owed) {
            return applier.serveWaiting(zone);
        }
        applier.refresh(zone);
        return true;
    }

    /**
     * Makes up for a refresh that an earlier run is known to owe, as it was cut off between its last write and the refresh.
     *
     * @param done what {@link #upsert} or {@link #undo} did; where that made a refresh, nothing is owed any more
     */
    public ZoneApplied serveOwed(ZoneApplied done) {
        if (done.refreshed()) {
            return done;
        }
        applier.refresh(done.plan().zone());
        return new ZoneApplied(done.plan(), done.written(), true, done.before());
    }

    private static void refuseBreaches(PlannedZone planned) {
        if (!planned.allowed()) {
            throw new ZoneRefusedException(
                    planned.plan(),
                    planned.breaches(),
                    planned.plan().zone() + " was not changed: " + Delegations.sentences(planned.breaches()));
        }
    }

    /** Serials grow with each refresh, also with that of a run that broke off: what is left tells, not the serial. */
    private static void refuseOther(ZonePlan plan, ZonePlan approved) {
        refuse(plan, plan.beyond(approved), "plan " + approved.digest() + " was made");
        if (!plan.zone().equals(approved.zone())) {
            throw new ZoneRefusedException(
                    plan,
                    List.of(),
                    plan.zone() + " was not changed: plan " + approved.digest() + " is one of " + approved.zone());
        }
    }

    private static void refuse(ZonePlan plan, List<ZoneChange> news, String since) {
        if (!news.isEmpty()) {
            throw new ZoneRefusedException(
                    plan,
                    List.of(),
                    plan.zone() + " was not changed: it is another zone since " + since + ". "
                            + news.size() + " changes would be new, the first is \"" + news.get(0)
                            + "\". Look at the new plan " + plan.digest() + " and approve that one");
        }
    }

    /**
     * Makes one record set of a zone as wished, whatever it was; reads no more of the zone than the records of that name.
     * Shares of the zone do not bound it, as the zone is not read. Its restore point is that name, with all its types.
     *
     * @param subDomain empty or {@code @} for the apex
     * @param targets none takes the record set away
     * @param ttl seconds; 0 for the zone's default
     * @throws InvalidRecordsException when the name lies outside the zone, or cannot have these records
     */
    public ZoneApplied upsert(
            DomainName zone, String subDomain, RecordType type, List<String> targets, long ttl, GuardSettings guards) {
        String name = relative(zone, subDomain);
        ZoneSnapshot now = readName(zone, name);
        List<ZoneRecord> wished = targets.stream()
                .map(target -> new ZoneRecord(name, type, target, ttl))
                .toList();
        PlannedZone planned =
                ZonePlanner.plan(now, wished, new Ownership(Set.of(), Set.of(), Set.of(type)), ofOneName(guards));
        return applied(planned, now);
    }

    /** The API finds a name by its letters, so a name that is relative to the zone already is asked for as it was given. */
    private static String relative(DomainName zone, String subDomain) {
        try {
            String name = NameText.relative(subDomain, zone.ascii() + ".");
            return name.equalsIgnoreCase(subDomain) ? subDomain : name;
        } catch (MalformedException e) {
            throw new InvalidRecordsException("What is wished for " + zone, List.of(e.getMessage()));
        }
    }

    private ZoneSnapshot readName(DomainName zone, String name) {
        ZoneCalls.Authority authority = calls.authority(zone);
        return new ZoneSnapshot(zone, authority.serial(), authority.ttl(), calls.recordsOf(zone, name), name, null);
    }

    /** Of one name, everything may change; how much that is of the zone is not known. */
    private static GuardSettings ofOneName(GuardSettings guards) {
        return guards.with(Guard.UPDATE_PERCENT, 100)
                .with(Guard.DELETE_PERCENT, 100)
                .opening(Guard.EMPTY);
    }

    private ZoneApplied applied(PlannedZone planned, ZoneSnapshot now) {
        refuseBreaches(planned);
        return planned.plan().isEmpty()
                ? new ZoneApplied(planned.plan(), 0, false, null)
                : applier.apply(planned.plan(), now);
    }

    /**
     * Brings back the records that the zone had, letter by letter; ids of records that were deleted are new. The restore
     * point of an {@link #upsert} brings back its name and leaves the rest of the zone alone.
     *
     * @param former the restore point of a {@link ZoneApplied}
     */
    public ZoneApplied undo(ZoneSnapshot former, GuardSettings guards) {
        boolean whole = former.subDomain() == null;
        ZoneSnapshot now = whole ? read(former.zone(), ZoneReading.IDS) : readName(former.zone(), former.subDomain());
        return applied(ZonePlanner.restore(now, former, whole ? guards : ofOneName(guards)), now);
    }

    /**
     * Replaces the whole zone by a zone file, in one call; all ids become new.
     *
     * @param patience how long to wait for the import's end; zero returns at once
     * @return the task
     */
    public ZoneTask importFile(DomainName zone, String zoneFile, Duration patience) {
        return importer.ended(zone, calls.importFile(zone, zoneFile), patience);
    }
}
