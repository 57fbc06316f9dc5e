// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/**
 * The comparison of two zones: what both have, what is missing and what is extra. Each record counts, so a record that
 * is in the zone twice is extra once.
 *
 * @param unchanged how many records both have
 * @param wanted desired, but not in the zone
 * @param spare in the zone, but not matched by a desired record
 * @param duplicates those of {@code spare} that are served the same way as one that stays
 */
record ZoneMatch(int unchanged, List<Entry> wanted, List<Entry> spare, Set<Entry> duplicates) {

    /** By what is served; a duplicate desired record counts once. */
    static ZoneMatch byForm(List<Entry> current, List<Entry> desired) {
        Map<RecordForm, Entry> once = new HashMap<>();
        desired.forEach(entry -> once.merge(entry.form(), entry, BinaryOperator.minBy(Entry.ORDER)));
        return match(current, once.values(), Entry::form);
    }

    /** By the exact text of the API, counting every copy: for restoring an earlier state. */
    static ZoneMatch byText(List<Entry> current, List<Entry> desired) {
        return match(current, desired, Entry::value);
    }

    private static <K> ZoneMatch match(List<Entry> current, Collection<Entry> desired, Function<Entry, K> key) {
        Map<K, List<Entry>> there = new HashMap<>();
        for (Entry entry : current) {
            there.computeIfAbsent(key.apply(entry), k -> new ArrayList<>(1)).add(entry);
        }
        List<Entry> wanted = new ArrayList<>();
        Set<K> stays = new HashSet<>();
        for (Entry wish : desired) {
            List<Entry> equal = there.get(key.apply(wish));
            if (equal == null || equal.isEmpty()) {
                wanted.add(wish);
            } else {
                equal.remove(equal.size() == 1 ? equal.get(0) : nearest(wish, equal));
                stays.add(key.apply(wish));
            }
        }
        List<Entry> spare = new ArrayList<>();
        Set<Entry> duplicates = new HashSet<>();
        there.forEach((form, left) -> {
            spare.addAll(left);
            if (stays.contains(form)) {
                duplicates.addAll(left);
            }
        });
        spare.sort(Entry.ORDER);
        wanted.sort(Entry.ORDER);
        return new ZoneMatch(desired.size() - wanted.size(), wanted, spare, duplicates);
    }

    /**
     * Of records that are served the same way, the one to keep: of the desired type, with the desired text, the oldest.
     */
    private static Entry nearest(Entry wish, List<Entry> equal) {
        return equal.stream()
                .min(Comparator.comparing((Entry entry) -> entry.type() != wish.type())
                        .thenComparing(entry -> !entry.value().equals(wish.value()))
                        .thenComparing(entry -> entry.held().id()))
                .orElseThrow();
    }
}
