// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import io.github.camelovh.domain.api.Plural;
import io.github.camelovh.domain.api.model.DomainName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The limits of a plan. All violated guards are reported at once, each with the one option that opens it.
 *
 * <p>Shares also count in small zones: with three records, none may be deleted at 30 percent.
 */
public final class Guards {

    private static final int NAMED = 5;

    private Guards() {}

    /**
     * The guards that depend only on the writes: numbers, shares and the apex. {@link ZonePlanner} adds the others.
     *
     * @return empty when the plan keeps all limits
     */
    public static List<GuardBreach> of(ZonePlan plan, GuardSettings settings) {
        List<GuardBreach> breaches = new ArrayList<>();
        numbers(plan, settings, breaches);
        apex(plan, settings, breaches);
        return breaches;
    }

    private static void numbers(ZonePlan plan, GuardSettings settings, List<GuardBreach> breaches) {
        String of = " of " + Plural.of(plan.recordsBefore(), "record") + " of " + plan.zone();
        number(breaches, Guard.UPDATES, plan.updates(), settings.maxUpdates(), "update", of);
        share(breaches, Guard.UPDATE_PERCENT, plan.updates(), settings.maxUpdatePercent(), plan, "update");
        number(breaches, Guard.DELETES, plan.deletes(), settings.maxDeletes(), "delete", of);
        share(breaches, Guard.DELETE_PERCENT, plan.deletes(), settings.maxDeletePercent(), plan, "delete");
    }

    private static void number(List<GuardBreach> breaches, Guard guard, int count, int limit, String verb, String of) {
        if (count > limit) {
            add(
                    breaches,
                    guard,
                    "It would " + verb + " " + count + of + ", but at most " + limit + (limit == 1 ? " is" : " are")
                            + " allowed",
                    "set " + guard.option() + " to " + count + " if that is intended");
        }
    }

    private static void share(
            List<GuardBreach> breaches, Guard guard, int count, int limit, ZonePlan plan, String verb) {
        if ((long) count * 100 > (long) limit * plan.recordsBefore()) {
            int percent = (int) (((long) count * 100 + plan.recordsBefore() - 1) / plan.recordsBefore());
            add(
                    breaches,
                    guard,
                    "It would " + verb + " " + count + " of " + Plural.of(plan.recordsBefore(), "record") + " of "
                            + plan.zone() + ", but at most " + limit + " percent are allowed",
                    "set " + guard.option() + " to " + percent + " if that is intended");
        }
    }

    private static void apex(ZonePlan plan, GuardSettings settings, List<GuardBreach> breaches) {
        for (Guard guard : List.of(Guard.APEX_NS, Guard.APEX_MX)) {
            RecordType type = guard == Guard.APEX_NS ? RecordType.NS : RecordType.MX;
            List<ZoneChange> touching = plan.changes().stream()
                    .filter(change ->
                            change.subject().atApex() && change.subject().type() == type)
                    .toList();
            if (!touching.isEmpty() && !settings.opens(guard)) {
                add(
                        breaches,
                        guard,
                        "It would change the " + type + " records of " + plan.zone() + " itself (" + named(touching)
                                + ")",
                        "set " + guard.option() + " if that is intended");
            }
        }
    }

    /**
     * The limits over all zones within an hour.
     *
     * @param before what was approved within the last hour
     */
    public static List<GuardBreach> ofRun(ZonePlan plan, ZoneJournal.Writes before, GuardSettings settings) {
        List<GuardBreach> breaches = new ArrayList<>();
        String of = " records within an hour, in all zones";
        number(
                breaches,
                Guard.RUN_UPDATES,
                plan.updates() == 0 ? 0 : before.updates() + plan.updates(),
                settings.maxRunUpdates(),
                "update",
                of);
        number(
                breaches,
                Guard.RUN_DELETES,
                plan.deletes() == 0 ? 0 : before.deletes() + plan.deletes(),
                settings.maxRunDeletes(),
                "delete",
                of);
        return breaches;
    }

    /**
     * The guard on the DNSSEC keys at the registry.
     *
     * @param changes whether the desired keys differ from the current ones
     */
    public static List<GuardBreach> ofDs(DomainName domain, boolean changes, GuardSettings settings) {
        List<GuardBreach> breaches = new ArrayList<>();
        if (changes && !settings.opens(Guard.DS)) {
            add(
                    breaches,
                    Guard.DS,
                    "It would change the DS records of " + domain + " at its registry",
                    "set " + Guard.DS.option() + " if that is intended");
        }
        return breaches;
    }

    static void add(List<GuardBreach> breaches, Guard guard, String what, String remedy) {
        breaches.add(new GuardBreach(guard, what, remedy));
    }

    static String named(List<?> things) {
        String first = things.stream().limit(NAMED).map(Object::toString).collect(Collectors.joining("; "));
        return things.size() <= NAMED ? first : first + "; and " + (things.size() - NAMED) + " more";
    }
}
