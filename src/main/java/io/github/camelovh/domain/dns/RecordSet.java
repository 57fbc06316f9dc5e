// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import io.github.camelovh.domain.api.model.DomainName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The desired records of one name and type; the rest of the zone is left unchanged. SPF, DKIM and DMARC are served as
 * TXT, but are separate sets: setting a TXT record must not delete the SPF of the name.
 *
 * @param zone the zone
 * @param subDomain the name relative to the zone in lower case, empty for the apex
 * @param type the requested type
 * @param targets the desired targets of the set; if records are removed, the targets to remove, none for all
 * @param ttl seconds; 0 for the zone's default
 * @param takenAway whether records are removed instead of set
 */
public record RecordSet(
        DomainName zone, String subDomain, RecordType type, List<String> targets, long ttl, boolean takenAway) {
    public RecordSet {
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(subDomain, "subDomain");
        Objects.requireNonNull(type, "type");
        targets = List.copyOf(targets);
        if (targets.isEmpty() && !takenAway) {
            throw new IllegalArgumentException("A record set needs a target, unless it is removed");
        }
    }

    /**
     * A set with exactly these records.
     *
     * @param subDomain as users write it: empty or {@code @} for the apex
     * @param targets one or more
     * @throws InvalidRecordsException when a zone should not have them
     */
    public static RecordSet of(DomainName zone, String subDomain, RecordType type, List<String> targets, long ttl) {
        RecordSet set = new RecordSet(zone, relative(zone, subDomain), type, targets, ttl, false);
        List<String> problems = set.records().stream()
                .flatMap(record -> RecordCheck.problems(zone, record).stream())
                .toList();
        if (!problems.isEmpty()) {
            throw new InvalidRecordsException("The request for " + zone, problems);
        }
        return set;
    }

    /**
     * A set to remove.
     *
     * @param targets the targets to remove, in any spelling; none for all
     * @throws InvalidRecordsException when the name is not valid
     */
    public static RecordSet without(DomainName zone, String subDomain, RecordType type, List<String> targets) {
        return new RecordSet(zone, relative(zone, subDomain), type, targets, 0, true);
    }

    private static String relative(DomainName zone, String subDomain) {
        try {
            return NameText.relative(subDomain, zone.ascii() + ".");
        } catch (MalformedException e) {
            throw new InvalidRecordsException("The request for " + zone, List.of(e.getMessage()));
        }
    }

    /** The set for users; the same text for the same set: {@code www A}, {@code @ MX}. */
    public String label() {
        return (subDomain.isEmpty() ? "@" : subDomain) + " " + kind();
    }

    private List<ZoneRecord> records() {
        return targets.stream()
                .map(target -> new ZoneRecord(subDomain, type, target, ttl))
                .toList();
    }

    /** The records of its zone, with this set as desired. */
    public List<ZoneRecord> in(List<ZoneRecord> held) {
        List<ZoneRecord> wished = new ArrayList<>();
        held.stream().filter(record -> !holds(record) || !goes(record)).forEach(wished::add);
        if (!takenAway) {
            wished.addAll(records());
        }
        return wished;
    }

    /** Whether a record of the zone belongs to this set. */
    boolean holds(ZoneRecord record) {
        return RecordForm.of(zone, record, 0).owner().equals(subDomain)
                && kind(record.type(), record.target()) == kind();
    }

    /** Whether its records are ours to change. */
    public boolean isOf(Ownership ownership) {
        return ownership.owns(new ZoneRecord(subDomain, type, "", 0));
    }

    /** Whether a write of a plan is about this set. */
    public boolean concerns(ZoneChange change) {
        return holds(change.subject())
                || (change instanceof ZoneChange.Update update
                        && holds(update.before().value()));
    }

    private boolean goes(ZoneRecord record) {
        return !takenAway
                || targets.isEmpty()
                || records().stream().anyMatch(wanted -> data(wanted).equals(data(record)));
    }

    private String data(ZoneRecord record) {
        return RecordForm.of(zone, record, 0).data();
    }

    private RecordType kind() {
        return targets.isEmpty() ? type : kind(type, targets.get(0));
    }

    /** The purpose of a TXT, null for an entry that OVHcloud manages; all other records have their own type. */
    private static RecordType kind(RecordType type, String target) {
        if (type != RecordType.TXT) {
            return type;
        }
        String text = target.strip();
        if (ManagedEntries.isRedirection(text)) {
            return null;
        }
        int from = text.startsWith("\"") ? 1 : 0;
        if (text.regionMatches(true, from, "v=spf1", 0, 6)) {
            return RecordType.SPF;
        }
        if (text.regionMatches(true, from, "v=dkim1", 0, 7)) {
            return RecordType.DKIM;
        }
        return text.regionMatches(true, from, "v=dmarc1", 0, 8) ? RecordType.DMARC : RecordType.TXT;
    }
}
