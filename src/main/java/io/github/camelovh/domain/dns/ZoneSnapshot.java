// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelovh.domain.api.model.DomainName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A zone as it was read at one moment, or one name of it: the edited state, which name servers serve after the next
 * refresh.
 *
 * @param zone its name
 * @param serial the serial of its SOA
 * @param defaultTtl the meaning of a TTL of 0, in seconds ({@code ttl} of {@code /domain/zone/{zoneName}/soa})
 * @param records all records, in any order, without the SOA
 * @param subDomain the one name whose records these are, empty for the apex; null for the whole zone
 * @param exportText the zone file of {@code /domain/zone/{zoneName}/export}; null if it was not read
 */
@JsonIgnoreProperties("exportText")
public record ZoneSnapshot(
        DomainName zone, long serial, long defaultTtl, List<HeldRecord> records, String subDomain, String exportText) {

    public ZoneSnapshot {
        Objects.requireNonNull(zone, "zone");
        records = List.copyOf(records);
    }

    /** A whole zone. */
    public ZoneSnapshot(DomainName zone, long serial, long defaultTtl, List<HeldRecord> records, String exportText) {
        this(zone, serial, defaultTtl, records, null, exportText);
    }

    /**
     * A zone from JSON, so that it can be restored. Its records are used unchanged.
     *
     * @param tree an object with {@code zone} and {@code records}; the other members may be missing
     * @throws IllegalArgumentException if it is not a zone
     */
    public static ZoneSnapshot of(JsonNode tree) {
        if (!tree.path("zone").isTextual() || !tree.path("records").isArray()) {
            throw new IllegalArgumentException("This is not a zone: it needs the members zone and records");
        }
        List<HeldRecord> records = new ArrayList<>();
        tree.get("records").forEach(record -> HeldRecord.of(record).ifPresent(records::add));
        return new ZoneSnapshot(
                DomainName.of(tree.get("zone").asText()),
                tree.path("serial").asLong(),
                tree.path("defaultTtl").asLong(),
                records,
                tree.path("subDomain").isTextual() ? tree.get("subDomain").asText() : null,
                null);
    }

    /** The zone or the one name, for a sentence. */
    String place() {
        if (subDomain == null) {
            return "the zone " + zone;
        }
        return "the name " + (subDomain.isEmpty() ? "@" : subDomain) + " of " + zone;
    }

    /** The records without their ids. */
    public List<ZoneRecord> values() {
        return records.stream().map(HeldRecord::value).toList();
    }

    /** What is served, and how often each is in the zone: equal for two zones that differ only in spelling. */
    Map<RecordForm, Long> forms() {
        return records.stream()
                .collect(Collectors.groupingBy(
                        held -> RecordForm.of(zone, held.value(), defaultTtl), Collectors.counting()));
    }

    /** Whether every record has its id, so that a plan on it can be applied. */
    public boolean hasIds() {
        return records.stream().allMatch(held -> held.id() != 0);
    }
}
