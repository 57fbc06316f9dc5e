// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Objects;

/**
 * One record of a zone in the API's words: {@code POST /domain/zone/{zoneName}/record} accepts it unchanged. Two
 * records may differ as text and be served the same way; {@link RecordForm} decides that.
 *
 * @param subDomain the name relative to the zone, empty for the apex; null is read as empty
 * @param type never null
 * @param target the data as text, including priority and other fields; a name in it without a final dot is relative to
 * the zone
 * @param ttl seconds, 0 for the default of the zone; never negative
 */
public record ZoneRecord(String subDomain, RecordType type, String target, long ttl) {

    private static final long MAX_TTL = Integer.MAX_VALUE;

    public ZoneRecord {
        subDomain = subDomain == null ? "" : subDomain;
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(target, "target");
        if (ttl < 0 || ttl > MAX_TTL) {
            throw new IllegalArgumentException("a TTL is between 0 and " + MAX_TTL + " seconds, not " + ttl);
        }
    }

    /** Whether it is at the apex, that is, has the name of the zone itself. */
    public boolean atApex() {
        return subDomain.isEmpty();
    }

    /** This record with other data. */
    public ZoneRecord withTarget(String other) {
        return new ZoneRecord(subDomain, type, other, ttl);
    }

    /** This record with another TTL. */
    public ZoneRecord withTtl(long other) {
        return new ZoneRecord(subDomain, type, target, other);
    }

    /** The record in the API's words, as Jackson writes it. */
    @JsonValue
    JsonNode tree() {
        return HeldRecord.json(this);
    }

    /**
     * The record as one line of text: {@code www 300 A 192.0.2.1}, {@code @} for the apex, no TTL if it is the default.
     */
    @Override
    public String toString() {
        return label() + " " + (ttl == 0 ? "" : ttl + " ") + type + " " + shownTarget();
    }

    /** The target on one line: characters that would break it are written as in zone files, {@code \\010}. */
    String shownTarget() {
        if (target.chars().noneMatch(Character::isISOControl)) {
            return target;
        }
        StringBuilder shown = new StringBuilder();
        target.chars().forEach(c -> {
            if (Character.isISOControl(c)) {
                shown.append(String.format(Locale.ROOT, "\\%03d", c));
            } else {
                shown.append((char) c);
            }
        });
        return shown.toString();
    }

    /** The name as zone files have it, {@code @} for the apex. */
    String label() {
        return atApex() ? "@" : subDomain;
    }
}
