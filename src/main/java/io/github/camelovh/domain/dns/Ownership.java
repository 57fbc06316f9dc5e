// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which records of a zone are ours to change; all others are left unchanged. An empty set is no restriction.
 *
 * @param names names relative to the zone, empty or {@code @} for the apex; exact, in any letter case
 * @param prefixes prefixes of names, for example {@code _acme-challenge}; a name is ours if one of these or {@code
 * names} matches
 * @param types types; TXT includes the SPF, DKIM and DMARC records that are served as TXT
 */
public record Ownership(Set<String> names, Set<String> prefixes, Set<RecordType> types) {

    /** The whole zone is ours. */
    public static final Ownership ALL = new Ownership(Set.of(), Set.of(), Set.of());

    public Ownership {
        names = lower(names);
        prefixes = lower(prefixes);
        types = Set.copyOf(types);
    }

    private static Set<String> lower(Collection<String> texts) {
        return texts.stream()
                .map(text -> text.equals("@") ? "" : text.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether nothing is ours by this that is not by the other one. */
    public boolean isWithin(Ownership other) {
        return namesWithin(other)
                && (other.types.isEmpty() || (!types.isEmpty() && types.stream().allMatch(other::ownsType)));
    }

    private boolean namesWithin(Ownership other) {
        if (other.names.isEmpty() && other.prefixes.isEmpty()) {
            return true;
        }
        return !(names.isEmpty() && prefixes.isEmpty())
                && names.stream().allMatch(other::ownsName)
                && prefixes.stream().allMatch(prefix -> other.prefixes.stream().anyMatch(prefix::startsWith));
    }

    /** Whether the record is ours. */
    public boolean owns(ZoneRecord record) {
        return ownsName(record.subDomain().toLowerCase(Locale.ROOT)) && ownsType(record.type());
    }

    private boolean ownsName(String name) {
        return (names.isEmpty() && prefixes.isEmpty())
                || names.contains(name)
                || prefixes.stream().anyMatch(name::startsWith);
    }

    private boolean ownsType(RecordType type) {
        return types.isEmpty() || types.contains(type) || types.contains(type.served());
    }
}
