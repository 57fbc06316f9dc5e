// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import java.util.Optional;

/**
 * A record of a zone.
 *
 * @param id its number in {@code /domain/zone/{zoneName}/record/{id}}; 0 if the zone was read by export, which has no
 * ids
 * @param value its contents
 */
public record HeldRecord(long id, ZoneRecord value) {

    public HeldRecord {
        Objects.requireNonNull(value, "value");
        if (id < 0) {
            throw new IllegalArgumentException("the id of a record is not negative: " + id);
        }
    }

    /**
     * Parses a record of the API. Unknown members are ignored; a missing TTL means the zone's default.
     *
     * @param node an object of type {@code domain.zone.Record}
     * @return empty when its type is not in {@link RecordType}, which can happen if the API gets new types
     * @throws IllegalArgumentException when it is not a record
     */
    public static Optional<HeldRecord> of(JsonNode node) {
        if (!node.path("fieldType").isTextual() || !node.path("target").isTextual()) {
            throw new IllegalArgumentException(
                    "This is not a record of a zone, because fieldType or target is missing: " + node);
        }
        return RecordType.named(node.get("fieldType").asText())
                .map(type -> new HeldRecord(
                        node.path("id").asLong(),
                        new ZoneRecord(
                                node.path("subDomain").isTextual()
                                        ? node.get("subDomain").asText()
                                        : "",
                                type,
                                node.get("target").asText(),
                                node.path("ttl").asLong())));
    }

    /** The form that {@link #of(JsonNode)} reads. */
    @JsonValue
    ObjectNode toJson() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", id);
        return node.setAll(json(value));
    }

    static ObjectNode json(ZoneRecord record) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("subDomain", record.subDomain())
                .put("fieldType", record.type().name())
                .put("target", record.target())
                .put("ttl", record.ttl());
    }
}
