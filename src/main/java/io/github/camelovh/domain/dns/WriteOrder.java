// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The order of a plan's writes, so that names are always answered: first creates and updates, then the names at which a
 * CNAME replaces other records or the reverse, last the deletes.
 *
 * <p>A CNAME cannot exist with other records of its name, so at those names the delete comes directly before the
 * create. They come after the other creates, so that the CNAME's target exists.
 */
final class WriteOrder {

    private static final String SECOND_ALIAS =
            "deleted first, because the other CNAME of its name changes and no name can have two";

    private WriteOrder() {}

    /** A record to create, with its write. */
    record Coming(Entry entry, ZoneChange.Create create) {}

    /** A record to delete, with the reason. */
    record Going(Entry entry, String why) {}

    /**
     * All lists are in the order of {@link Entry#ORDER}, which the writes keep within each part.
     *
     * @param changedAliases the names whose CNAME is among the updates
     */
    static List<ZoneChange> of(
            List<ZoneChange> updates, Set<String> changedAliases, List<Coming> creates, List<Going> deletes) {
        // By name: whether a CNAME is created there, and whether anything else is.
        Map<String, Set<Boolean>> created = new HashMap<>();
        for (Coming coming : creates) {
            created.computeIfAbsent(coming.entry().owner(), o -> new HashSet<>())
                    .add(coming.entry().type() == RecordType.CNAME);
        }
        Map<String, List<ZoneChange>> roomMade = new HashMap<>();
        List<ZoneChange> all = new ArrayList<>();
        List<ZoneChange> last = new ArrayList<>();
        for (Going going : deletes) {
            Entry entry = going.entry();
            boolean first = created.getOrDefault(entry.owner(), Set.of()).contains(entry.type() != RecordType.CNAME);
            if (first) {
                roomMade.computeIfAbsent(entry.owner(), o -> new ArrayList<>())
                        .add(new ZoneChange.Delete(entry.held(), going.why() + "; " + room(entry)));
            } else if (entry.type() == RecordType.CNAME && changedAliases.contains(entry.owner())) {
                all.add(new ZoneChange.Delete(entry.held(), going.why() + "; " + SECOND_ALIAS));
            } else {
                last.add(new ZoneChange.Delete(entry.held(), going.why()));
            }
        }
        List<ZoneChange> first = new ArrayList<>();
        Map<String, List<ZoneChange>> swapped = new HashMap<>();
        for (Coming coming : creates) {
            if (roomMade.containsKey(coming.entry().owner())) {
                swapped.computeIfAbsent(coming.entry().owner(), o -> new ArrayList<>())
                        .add(coming.create());
            } else {
                first.add(coming.create());
            }
        }
        all.addAll(first);
        all.addAll(updates);
        for (String owner : new TreeSet<>(roomMade.keySet())) {
            all.addAll(roomMade.get(owner));
            all.addAll(swapped.get(owner));
        }
        all.addAll(last);
        return all;
    }

    private static String room(Entry deleted) {
        return deleted.type() == RecordType.CNAME
                ? "deleted first, because no other record can exist with a CNAME"
                : "deleted first, because a CNAME replaces it and cannot exist with it";
    }
}
