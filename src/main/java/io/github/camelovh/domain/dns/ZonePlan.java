// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelovh.domain.api.model.DomainName;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All writes that change one zone into another, in their order. The plan is valid for the zone as it was read,
 * identified by its serial.
 *
 * @param zone the zone
 * @param serial the serial of the SOA when the zone was read
 * @param changes the writes, in order; empty when there is nothing to do
 * @param unchanged how many records of the zone are as desired already
 * @param leftAlone how many records of the zone the plan ignores, because they are not ours
 * @param importAbove null if the writes are made one by one; otherwise one import of the whole zone makes all of them,
 * because more than this share of it changes, in percent
 * @param digest SHA-256, 64 hex digits, over zone, serial, writes with their ids and whether they are made by an
 * import; an approval names it
 */
public record ZonePlan(
        DomainName zone,
        long serial,
        List<ZoneChange> changes,
        int unchanged,
        int leftAlone,
        Integer importAbove,
        String digest) {

    public ZonePlan {
        Objects.requireNonNull(zone, "zone");
        changes = List.copyOf(changes);
        Objects.requireNonNull(digest, "digest");
    }

    /** The plan of these writes, one by one, with its digest. */
    static ZonePlan of(DomainName zone, long serial, List<ZoneChange> changes, int unchanged, int leftAlone) {
        return new ZonePlan(
                zone, serial, changes, unchanged, leftAlone, null, ZonePlanDigest.of(zone, serial, changes, false));
    }

    /** The same changes, made by one import of the whole zone. */
    ZonePlan byImport(int above) {
        return new ZonePlan(
                zone, serial, changes, unchanged, leftAlone, above, ZonePlanDigest.of(zone, serial, changes, true));
    }

    /** Whether one import of the whole zone makes all the changes. */
    public boolean isImport() {
        return importAbove != null;
    }

    /** Whether there is nothing to change. */
    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** How many records are created. */
    public int creates() {
        return count(ZoneChange.Create.class);
    }

    /** How many records are updated. */
    public int updates() {
        return count(ZoneChange.Update.class);
    }

    /** How many records are deleted. */
    public int deletes() {
        return count(ZoneChange.Delete.class);
    }

    /** How many records the zone had: unchanged, updated or deleted. */
    public int recordsBefore() {
        return unchanged + leftAlone + updates() + deletes();
    }

    private int count(Class<? extends ZoneChange> kind) {
        return (int) changes.stream().filter(kind::isInstance).count();
    }

    /** The plan as Jackson writes it, inside an answer. */
    @JsonValue
    JsonNode tree() {
        return PlanJson.tree(this);
    }

    /**
     * The writes of this plan that the other plan does not have, ignoring ids and serials; empty if this is the other
     * plan, or the rest of it.
     */
    public List<ZoneChange> beyond(ZonePlan other) {
        return beyond(other.changes.stream().map(ZoneChange::toString).collect(Collectors.toSet()));
    }

    List<ZoneChange> beyond(Set<String> known) {
        return changes.stream()
                .filter(change -> !known.contains(change.toString()))
                .toList();
    }

    /** The plan as JSON, for a file; {@link #fromJson} parses it. */
    public String toJson() {
        return PlanJson.write(this);
    }

    /**
     * Parses a plan from {@link #toJson}.
     *
     * @throws IllegalArgumentException when the text is not a plan, or its digest does not match its content because
     * somebody changed it
     */
    public static ZonePlan fromJson(String json) {
        return PlanJson.read(json);
    }

    /**
     * The plan for users: a line per write that begins with {@code +}, {@code ~} or {@code -}, with the reason below
     * it.
     */
    public String toText() {
        return PlanText.of(this);
    }
}
