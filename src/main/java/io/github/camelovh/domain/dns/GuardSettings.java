// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import java.util.EnumSet;
import java.util.Set;

/**
 * What a plan may do without a further permission. Numbers are limits, words open guards; {@link Guard} has the option
 * of each.
 *
 * @param maxUpdates records changed in place, per zone
 * @param maxUpdatePercent the same in percent of the records that the zone has, 0 to 100
 * @param maxDeletes records deleted, per zone
 * @param maxDeletePercent the same in percent of the records that the zone has, 0 to 100
 * @param maxRunUpdates records changed in place, in all zones of a run
 * @param maxRunDeletes records deleted, in all zones of a run
 * @param opened the guards without a number that are open
 */
public record GuardSettings(
        int maxUpdates,
        int maxUpdatePercent,
        int maxDeletes,
        int maxDeletePercent,
        int maxRunUpdates,
        int maxRunDeletes,
        Set<Guard> opened) {

    /** 1,000 updates and 200 deletes per zone, 30 percent of each, ten times that per run; no guard is open. */
    public static final GuardSettings DEFAULT = new GuardSettings(1_000, 30, 200, 30, 10_000, 2_000, Set.of());

    private static final Set<Guard> WORDS =
            Set.copyOf(EnumSet.of(Guard.APEX_NS, Guard.APEX_MX, Guard.DS, Guard.EMPTY, Guard.FOREIGN, Guard.MANAGED));

    public GuardSettings {
        opened = Set.copyOf(opened);
        atLeastZero(Guard.UPDATES, maxUpdates);
        percent(Guard.UPDATE_PERCENT, maxUpdatePercent);
        atLeastZero(Guard.DELETES, maxDeletes);
        percent(Guard.DELETE_PERCENT, maxDeletePercent);
        atLeastZero(Guard.RUN_UPDATES, maxRunUpdates);
        atLeastZero(Guard.RUN_DELETES, maxRunDeletes);
        for (Guard guard : opened) {
            if (!WORDS.contains(guard)) {
                throw new IllegalArgumentException(
                        guard.option() + " needs a number, so it cannot be opened by a word");
            }
        }
    }

    private static void atLeastZero(Guard guard, int value) {
        if (value < 0) {
            throw new IllegalArgumentException(guard.option() + " must be 0 or more, not " + value);
        }
    }

    private static void percent(Guard guard, int value) {
        if (value < 0 || value > 100) {
            throw new IllegalArgumentException(guard.option() + " is between 0 and 100, not " + value);
        }
    }

    /** These settings with another number for {@code guard}, which must be a guard with a number. */
    public GuardSettings with(Guard guard, int value) {
        if (WORDS.contains(guard)) {
            throw new IllegalArgumentException(guard.option() + " accepts no number");
        }
        return new GuardSettings(
                guard == Guard.UPDATES ? value : maxUpdates,
                guard == Guard.UPDATE_PERCENT ? value : maxUpdatePercent,
                guard == Guard.DELETES ? value : maxDeletes,
                guard == Guard.DELETE_PERCENT ? value : maxDeletePercent,
                guard == Guard.RUN_UPDATES ? value : maxRunUpdates,
                guard == Guard.RUN_DELETES ? value : maxRunDeletes,
                opened);
    }

    /** These settings with {@code guard} open; it must be a guard without a number. */
    public GuardSettings opening(Guard guard) {
        Set<Guard> more = EnumSet.of(guard);
        more.addAll(opened);
        return new GuardSettings(
                maxUpdates, maxUpdatePercent, maxDeletes, maxDeletePercent, maxRunUpdates, maxRunDeletes, more);
    }

    /** What the option of a guard is set to, as text. */
    public String valueOf(Guard guard) {
        return switch (guard) {
            case UPDATES -> Integer.toString(maxUpdates);
            case UPDATE_PERCENT -> Integer.toString(maxUpdatePercent);
            case DELETES -> Integer.toString(maxDeletes);
            case DELETE_PERCENT -> Integer.toString(maxDeletePercent);
            case RUN_UPDATES -> Integer.toString(maxRunUpdates);
            case RUN_DELETES -> Integer.toString(maxRunDeletes);
            case APEX_NS, APEX_MX, DS, EMPTY, FOREIGN, MANAGED -> Boolean.toString(opens(guard));
        };
    }

    /** Whether a guard without a number is open. */
    public boolean opens(Guard guard) {
        return opened.contains(guard);
    }
}
