// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Pairs old records with new ones: a record can change its data and TTL in place, but never its type, so pairs have the
 * same name and type. The pair with the smallest change is chosen first, then the next.
 *
 * @param updates records that change in place
 * @param creates desired records without a partner
 * @param deletes records without a partner
 */
record UpdatePairs(List<Pair> updates, List<Entry> creates, List<Entry> deletes) {

    /**
     * With more possible pairs than this at one name and type, they are paired in order: comparing all would be
     * quadratic.
     */
    private static final int MOST_COMPARED = 10_000;

    record Pair(Entry before, Entry after) {}

    private record Place(String owner, RecordType type) {
        static Place of(Entry entry) {
            return new Place(entry.owner(), entry.type());
        }
    }

    private record Candidate(Entry before, Entry after, int likeness) {}

    /** Both lists are in the order of {@link Entry#ORDER}, which decides ties. */
    static UpdatePairs of(List<Entry> wanted, List<Entry> spare) {
        Map<Place, List<Entry>> places = new HashMap<>();
        spare.forEach(entry ->
                places.computeIfAbsent(Place.of(entry), p -> new ArrayList<>()).add(entry));
        Map<Place, List<Entry>> wishes = new HashMap<>();
        wanted.forEach(entry ->
                wishes.computeIfAbsent(Place.of(entry), p -> new ArrayList<>()).add(entry));
        List<Pair> pairs = new ArrayList<>();
        wishes.forEach((place, here) -> {
            List<Entry> there = places.get(place);
            if (there != null) {
                sameData(here, there, pairs);
                likest(here, there, pairs);
            }
        });
        pairs.sort(Comparator.comparing(Pair::after, Entry.ORDER));
        return new UpdatePairs(pairs, flat(wishes), flat(places));
    }

    private static List<Entry> flat(Map<Place, List<Entry>> places) {
        return places.values().stream()
                .flatMap(List::stream)
                .sorted(Entry.ORDER)
                .toList();
    }

    /** Pairs records of which only the TTL changes. */
    private static void sameData(List<Entry> wanted, List<Entry> spare, List<Pair> pairs) {
        Map<String, Deque<Entry>> byData = new HashMap<>();
        spare.forEach(entry -> byData.computeIfAbsent(entry.form().data(), d -> new ArrayDeque<>(1))
                .add(entry));
        List<Entry> taken = new ArrayList<>();
        for (Iterator<Entry> wishes = wanted.iterator(); wishes.hasNext(); ) {
            Entry wish = wishes.next();
            Deque<Entry> equal = byData.get(wish.form().data());
            if (equal != null && !equal.isEmpty()) {
                Entry before = equal.poll();
                pairs.add(new Pair(before, wish));
                taken.add(before);
                wishes.remove();
            }
        }
        remove(spare, taken);
    }

    private static void likest(List<Entry> wanted, List<Entry> spare, List<Pair> pairs) {
        if (wanted.isEmpty() || spare.isEmpty()) {
            return;
        }
        List<Pair> chosen = new ArrayList<>();
        if ((long) wanted.size() * spare.size() > MOST_COMPARED) {
            for (int i = 0; i < Math.min(wanted.size(), spare.size()); i++) {
                chosen.add(new Pair(spare.get(i), wanted.get(i)));
            }
        } else {
            chooseByLikeness(wanted, spare, chosen);
        }
        pairs.addAll(chosen);
        remove(wanted, chosen.stream().map(Pair::after).toList());
        remove(spare, chosen.stream().map(Pair::before).toList());
    }

    private static void chooseByLikeness(List<Entry> wanted, List<Entry> spare, List<Pair> chosen) {
        List<Candidate> candidates = new ArrayList<>();
        for (Entry after : wanted) {
            for (Entry before : spare) {
                candidates.add(new Candidate(before, after, likeness(before.form(), after.form())));
            }
        }
        candidates.sort(Comparator.comparingInt(Candidate::likeness).reversed());
        Set<Entry> taken = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Candidate candidate : candidates) {
            if (!taken.contains(candidate.before()) && !taken.contains(candidate.after())) {
                taken.add(candidate.before());
                taken.add(candidate.after());
                chosen.add(new Pair(candidate.before(), candidate.after()));
            }
        }
    }

    /** Equal words in the same position count twice, an equal TTL once. */
    private static int likeness(RecordForm one, RecordForm other) {
        String[] ours = one.data().split(" ");
        String[] theirs = other.data().split(" ");
        int same = one.ttl() == other.ttl() ? 1 : 0;
        for (int i = 0; i < Math.min(ours.length, theirs.length); i++) {
            same += ours[i].equals(theirs[i]) ? 2 : 0;
        }
        return same;
    }

    /** By identity, because the same record may be in the list twice. */
    private static void remove(List<Entry> from, List<Entry> taken) {
        Set<Entry> gone = Collections.newSetFromMap(new IdentityHashMap<>());
        gone.addAll(taken);
        from.removeIf(gone::contains);
    }
}
