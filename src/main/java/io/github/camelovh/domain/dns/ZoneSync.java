// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.api.Sleeper;
import io.github.camelovh.domain.api.model.DomainName;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads whole zones, compares them with the desired state, and syncs them: first a plan, then exactly that plan.
 * Thread-safe, but two changes of one zone at the same time disturb each other's plans.
 *
 * <p>An interrupted change needs no record: the next plan is the rest. Every method throws {@link
 * io.github.camelovh.domain.api.OvhApiException} when OVHcloud refuses or does not answer.
 */
public final class ZoneSync {
    private static final Logger LOG = LoggerFactory.getLogger(ZoneSync.class);
    private static final long USUAL_TTL = 3600;

    private final ZoneCalls calls;
    private final ZoneApplier applier;
    private final ZoneImporter importer;

    /**
     * For one account.
     *
     * @param sleeper for waits
     * @param nanos measures them
     */
    public ZoneSync(OvhApi api, Sleeper sleeper, LongSupplier nanos) {
        this.calls = new ZoneCalls(api);
        this.applier = new ZoneApplier(calls, sleeper, nanos);
        this.importer = new ZoneImporter(calls, applier, nanos);
    }

    /** The edited zone; name servers may still serve an older version. */
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
     * The plan that changes the zone into the desired one. Needs one call if there is nothing to do, otherwise two or a
     * few more.
     *
     * @throws InvalidRecordsException when the desired records are not valid for a zone
     */
    public PlannedZone plan(ZoneWish wish) {
        return look(wish.zone(), now -> wish).planned();
    }

    /**
     * The plan for each of these record sets, with everything else unchanged. Needs one call; writes nothing.
     *
     * @param sets at least one, all of one zone
     * @return one plan for each, in their order; a set that is stopped by a guard or by the rest of the zone does not
     * stop the others
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
                    "{}: no import is made, because {}; its records are written one by one",
                    wish.zone(),
                    choice.objection());
        }
        return new Look(now, choice.isImport() ? exact.byImport(wish.importAbove()) : exact, choice);
    }

    /**
     * Syncs the zone: exactly by the approved plan or the rest of it, or not at all. The plan also decides whether one
     * import may be used, whatever the wish says; the rest may still be written record by record.
     *
     * @param approved the plan that somebody saw; null to use the current plan, if no guard stops it
     * @param refreshOwed whether an earlier run is known to have written without a refresh, so that a refresh is needed
     * even if nothing is left to write; OVHcloud itself does not always show that
     * @param before where the restore point can be stored before a crash
     * @throws ZoneRefusedException when a guard stops the plan, or it is not the approved one; nothing was written
     * @throws ZoneNotFinishedException when it was begun and not completed, or the zone, read again, is not as desired
     * @throws InvalidRecordsException when the desired records are not valid for a zone
     */
    public ZoneApplied sync(ZoneWish wish, ZonePlan approved, boolean refreshOwed, BeforeWrites before) {
        return sync(wish, approved, false, refreshOwed, before);
    }

    /**
     * The same for a plan that need not be an approved one.
     *
     * @param guarded whether the guards hold for {@code approved} too, which then only says what may be written
     */
    public ZoneApplied sync(
            ZoneWish wish, ZonePlan approved, boolean guarded, boolean refreshOwed, BeforeWrites before) {
        ZoneWish asApproved = approved == null ? wish : wish.importingAbove(approved.importAbove());
        Look look = look(wish.zone(), now -> asApproved);
        if (approved == null || guarded) {
            ZoneRefusals.refuseBreaches(look.planned());
        }
        if (approved != null) {
            ZoneRefusals.refuseOther(look.planned().plan(), approved);
        }
        return apply(look, now -> wish, refreshOwed, before);
    }

    /**
     * Syncs the whole zone, record by record.
     *
     * @param approved the lines of the plan that was approved, as {@link ZoneChange#toString} and {@link GuardBreach#planLine} write
     * them; any other write is refused, and a guard that none of them opens holds for the zone as it is now; null if no approval is
     * needed, so that all guards hold
     * @param rest whether this is the rest of what was begun, which no guard judges anew: its shares are those of another zone
     * @param refreshOwed as for {@link #sync}
     * @param before as for {@link #sync}
     * @throws ZoneRefusedException when a guard stops it, or it would write something else; nothing was written
     * @throws ZoneNotFinishedException as for {@link #sync}
     * @throws InvalidRecordsException when the desired records are not valid for a zone
     */
    public ZoneApplied applyWish(
            ZoneWish wish, Collection<String> approved, boolean rest, boolean refreshOwed, BeforeWrites before) {
        ZoneWish single = wish.importingAbove(null);
        Look look = look(wish.zone(), now -> single);
        if (approved == null) {
            ZoneRefusals.refuseBreaches(look.planned());
        } else {
            ZoneRefusals.refuseUnapproved(look.planned().plan(), approved);
            if (!rest) {
                ZoneRefusals.refuseBreaches(look.planned().opened(approved));
            }
        }
        return apply(look, now -> single, refreshOwed, before);
    }

    /**
     * Changes these record sets, leaves everything else unchanged, and refreshes once at the end.
     *
     * @param sets at least one, all of one zone
     * @param approved the writes that somebody saw, as {@link ZoneChange#toString} writes them; any other is refused;
     * null if no approval is needed
     * @param refreshOwed as for {@link #sync}
     * @param before as for {@link #sync}
     * @throws ZoneRefusedException when a guard stops it, or it would write something else; nothing was written
     * @throws ZoneNotFinishedException as for {@link #sync}
     */
    public ZoneApplied applySets(
            List<RecordSet> sets,
            GuardSettings guards,
            Collection<String> approved,
            boolean refreshOwed,
            BeforeWrites before) {
        Function<ZoneSnapshot, ZoneWish> wishFor = now -> RecordSets.wish(now, sets, guards);
        Look look = look(sets.get(0).zone(), wishFor);
        ZoneRefusals.refuseBreaches(look.planned());
        if (approved != null) {
            ZoneRefusals.refuseUnapproved(look.planned().plan(), approved);
        }
        return apply(look, wishFor, refreshOwed, before);
    }

    private ZoneApplied apply(
            Look look, Function<ZoneSnapshot, ZoneWish> wishFor, boolean refreshOwed, BeforeWrites before) {
        ZonePlan plan = look.planned().plan();
        if (plan.isEmpty()) {
            return new ZoneApplied(plan, 0, serveLeftovers(plan.zone(), refreshOwed, before::each), null);
        }
        before.first(look.now());
        if (plan.isImport()) {
            return importer.apply(plan, look.choice(), look.now());
        }
        ZoneApplied done = applier.apply(plan, look.now(), before::each);
        ZoneProof.verify(done, wishFor, () -> read(plan.zone(), ZoneReading.EXPORT));
        return done;
    }

    /** A run that died between its last write and the refresh left edits that are not served. */
    private boolean serveLeftovers(DomainName zone, boolean owed, Runnable eachWrite) {
        if (!owed) {
            return applier.serveWaiting(zone, eachWrite);
        }
        applier.refresh(zone, eachWrite);
        return true;
    }

    /**
     * Makes the refresh that an earlier run is known to owe, because it was interrupted between its last write and the
     * refresh.
     *
     * @param done the result of {@link #upsert} or {@link #undo}; if that made a refresh, nothing is owed any more
     */
    public ZoneApplied serveOwed(ZoneApplied done) {
        if (done.refreshed()) {
            return done;
        }
        applier.refresh(done.plan().zone(), () -> {});
        return new ZoneApplied(done.plan(), done.written(), true, done.before());
    }

    /**
     * Sets one record set of a zone, whatever it was; reads only the records of that name. The share of the zone is not
     * limited, because the zone is not read. The restore point is that name, with all its types.
     *
     * @param subDomain empty or {@code @} for the apex
     * @param targets none removes the record set
     * @param ttl seconds; 0 for the zone's default
     * @throws InvalidRecordsException when the name is outside the zone, or cannot have these records
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

    /**
     * The API finds a name by its exact text, so a name that is already relative to the zone is used as it was given.
     */
    private static String relative(DomainName zone, String subDomain) {
        try {
            String name = NameText.relative(subDomain, zone.ascii() + ".");
            return name.equalsIgnoreCase(subDomain) ? subDomain : name;
        } catch (MalformedException e) {
            throw new InvalidRecordsException("The request for " + zone, List.of(e.getMessage()));
        }
    }

    private ZoneSnapshot readName(DomainName zone, String name) {
        ZoneCalls.Authority authority = calls.authority(zone);
        return new ZoneSnapshot(zone, authority.serial(), authority.ttl(), calls.recordsOf(zone, name), name, null);
    }

    /** Everything of one name may change; its share of the zone is not known. */
    private static GuardSettings ofOneName(GuardSettings guards) {
        return guards.with(Guard.UPDATE_PERCENT, 100)
                .with(Guard.DELETE_PERCENT, 100)
                .opening(Guard.EMPTY);
    }

    private ZoneApplied applied(PlannedZone planned, ZoneSnapshot now) {
        ZoneRefusals.refuseBreaches(planned);
        return planned.plan().isEmpty()
                ? new ZoneApplied(planned.plan(), 0, false, null)
                : applier.apply(planned.plan(), now, () -> {});
    }

    /**
     * Restores the records that the zone had, in exact text; deleted records get new ids. The restore point of an
     * {@link #upsert} restores its name and leaves the rest of the zone unchanged.
     *
     * @param former the restore point of a {@link ZoneApplied}
     */
    public ZoneApplied undo(ZoneSnapshot former, GuardSettings guards) {
        boolean whole = former.subDomain() == null;
        ZoneSnapshot now = whole ? read(former.zone(), ZoneReading.IDS) : readName(former.zone(), former.subDomain());
        return applied(ZonePlanner.restore(now, former, whole ? guards : ofOneName(guards)), now);
    }

    /**
     * Replaces the whole zone by a zone file, in one call; all ids change.
     *
     * @param patience how long to wait for the import's end; zero returns at once
     * @return the task
     */
    public ZoneTask importFile(DomainName zone, String zoneFile, Duration patience) {
        return importer.ended(zone, calls.importFile(zone, zoneFile), patience);
    }
}
