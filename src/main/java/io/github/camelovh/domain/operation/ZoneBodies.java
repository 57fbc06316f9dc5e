// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelovh.domain.api.ApiJson;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.dns.RecordList;
import io.github.camelovh.domain.dns.ZoneApplied;
import io.github.camelovh.domain.dns.ZoneFile;
import io.github.camelovh.domain.dns.ZoneFileRules;
import io.github.camelovh.domain.dns.ZoneRecord;
import io.github.camelovh.domain.dns.ZoneSnapshot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Reads message bodies for a zone: a zone file, or records as JSON, maps or values. Stateless. */
final class ZoneBodies {
    private ZoneBodies() {}

    /**
     * The desired records of a zone.
     *
     * @throws io.github.camelovh.domain.dns.InvalidRecordsException if the list has errors
     * @throws WrongUsageException if there is nothing, or nothing that can be read
     */
    static List<ZoneRecord> records(DomainName zone, Object body) {
        if (body instanceof ZoneSnapshot snapshot) {
            return snapshot.values();
        }
        if (body instanceof ZoneFile file) {
            return file.records();
        }
        if (body instanceof Collection<?> several) {
            return several(zone, several);
        }
        if (body instanceof JsonNode tree) {
            return RecordList.read(tree.toString(), zone);
        }
        byte[] bytes = bytes(body);
        String start = new String(bytes, 0, Math.min(bytes.length, 64), StandardCharsets.ISO_8859_1).strip();
        return start.startsWith("[") || start.startsWith("{")
                ? RecordList.read(new String(bytes, StandardCharsets.UTF_8), zone)
                : ZoneFile.read(bytes, zone, ZoneFileRules.WITHOUT_NAME_SERVERS).records();
    }

    private static List<ZoneRecord> several(DomainName zone, Collection<?> several) {
        List<ZoneRecord> records = new ArrayList<>();
        List<Map<String, ?>> maps = new ArrayList<>();
        for (Object each : several) {
            if (each instanceof ZoneRecord record) {
                records.add(record);
            } else if (each instanceof Map<?, ?> map) {
                @SuppressWarnings("unchecked") // keys that are not texts are reported as unknown members
                Map<String, ?> members = (Map<String, ?>) map;
                maps.add(members);
            } else {
                throw new WrongUsageException("A list of records contains maps or ZoneRecords, not "
                        + (each == null ? "null" : each.getClass().getSimpleName()) + "; nothing was written");
            }
        }
        records.addAll(RecordList.of(maps, zone));
        return records;
    }

    /**
     * The zone that an undo restores.
     *
     * @throws WrongUsageException if the body is not a restore point
     */
    static ZoneSnapshot restorePoint(Object body) {
        if (body instanceof ZoneSnapshot snapshot) {
            return snapshot;
        }
        if (body instanceof ZoneApplied applied && applied.before() != null) {
            return applied.before();
        }
        try {
            JsonNode tree = body instanceof JsonNode node
                    ? node
                    : body instanceof Map
                            ? ApiJson.mapper().valueToTree(body)
                            : ApiJson.mapper().readTree(bytes(body));
            return ZoneSnapshot.of(tree.has("before") ? tree.get("before") : tree);
        } catch (IOException | IllegalArgumentException e) {
            throw new WrongUsageException(
                    "undo needs a restore point as body: the result of sync or upsert, or its member \"before\"."
                            + " Nothing was written");
        }
    }

    /** The text of a zone file, as it was received. */
    static String file(Object body) {
        return new String(bytes(body), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Object body) {
        if (body instanceof byte[] bytes) {
            return bytes;
        }
        if (body instanceof CharSequence text) {
            return text.toString().getBytes(StandardCharsets.UTF_8);
        }
        throw new WrongUsageException("The body must be a zone file, or a list of records as JSON or as maps, not "
                + (body == null ? "nothing" : "a " + body.getClass().getSimpleName()) + "; nothing was written");
    }

    /** The texts of a JSON array, or a single text. */
    static List<String> texts(Object several) {
        JsonNode node = (JsonNode) several;
        List<String> texts = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(each -> texts.add(text(each)));
        } else {
            texts.add(text(node));
        }
        return texts;
    }

    private static String text(JsonNode target) {
        if (!target.isTextual() && !target.isNumber()) {
            throw new WrongUsageException("A target is a text, not "
                    + (target.isMissingNode() ? "nothing" : target.getNodeType()) + "; nothing was written");
        }
        return target.asText();
    }
}
