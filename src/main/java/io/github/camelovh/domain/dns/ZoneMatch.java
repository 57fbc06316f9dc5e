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
 * Two zones laid side by side: what both have, what is missing and what is left over. Every record stands for itself, so a
 * record that the zone holds twice is left over once.
 *
 * @param unchanged how many records both have
 * @param wanted wished for and not there
 * @param spare there and not matched by a wish
 * @param duplicates those of {@code spare} that serve the same as one that stays
 */
record ZoneMatch(int unchanged, List<Entry> wanted, List<Entry> spare, Set<Entry> duplicates) {

    /** By what is served: a wish that is made twice counts once. */
    static ZoneMatch byForm(List<Entry> current, List<Entry> desired) {
        Map<RecordForm, Entry> once = new HashMap<>();
        desired.forEach(entry -> once.merge(entry.form(), entry, BinaryOperator.minBy(Entry.ORDER)));
        return match(current, once.values(), Entry::form);
    }

    /** By the very text of the API, every copy counted: for going back to what was. */
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

    /** Of records that serve the same, the one to keep: of the wished type, with the wished text, the oldest. */
    private static Entry nearest(Entry wish, List<Entry> equal) {
        return equal.stream()
                .min(Comparator.comparing((Entry entry) -> entry.type() != wish.type())
                        .thenComparing(entry -> !entry.value().equals(wish.value()))
                        .thenComparing(entry -> entry.held().id()))
                .orElseThrow();
    }
}
