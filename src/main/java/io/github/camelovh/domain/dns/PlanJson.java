// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelovh.domain.api.model.DomainName;
import java.util.ArrayList;
import java.util.List;

/** Converts a plan to JSON and back. A plan is accepted only if its digest matches. */
final class PlanJson {

    private static final JsonMapper JSON = new JsonMapper();

    private PlanJson() {}

    static String write(ZonePlan plan) {
        return tree(plan).toPrettyString();
    }

    static ObjectNode tree(ZonePlan plan) {
        ObjectNode root = JSON.createObjectNode()
                .put("zone", plan.zone().ascii())
                .put("serial", plan.serial())
                .put("digest", plan.digest())
                .put("creates", plan.creates())
                .put("updates", plan.updates())
                .put("deletes", plan.deletes())
                .put("unchanged", plan.unchanged())
                .put("leftAlone", plan.leftAlone());
        if (plan.isImport()) {
            root.put("importAbove", plan.importAbove());
        }
        ArrayNode changes = root.putArray("changes");
        for (ZoneChange change : plan.changes()) {
            changes.add(node(change));
        }
        return root;
    }

    private static ObjectNode node(ZoneChange change) {
        ObjectNode node = JSON.createObjectNode();
        if (change instanceof ZoneChange.Create create) {
            node.put("change", "create").set("after", HeldRecord.json(create.record()));
        } else if (change instanceof ZoneChange.Update update) {
            node.put("change", "update").set("before", update.before().toJson());
            node.set("after", HeldRecord.json(update.after()));
        } else if (change instanceof ZoneChange.Delete delete) {
            node.put("change", "delete").set("before", delete.record().toJson());
        }
        return node.put("why", change.why());
    }

    static ZonePlan read(String json) {
        ZonePlan plan;
        try {
            plan = plan(JSON.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "This is not a plan of a zone, because it is not JSON: " + e.getOriginalMessage(), e);
        }
        String real = ZonePlanDigest.of(plan.zone(), plan.serial(), plan.changes(), plan.isImport());
        if (!real.equals(plan.digest())) {
            throw new IllegalArgumentException("The plan of " + plan.zone() + " does not match its digest (it says "
                    + plan.digest() + ", its content gives " + real
                    + "), so it was changed after it was made. Nothing of it was done; make a new plan.");
        }
        return plan;
    }

    private static ZonePlan plan(JsonNode root) {
        List<ZoneChange> changes = new ArrayList<>();
        for (JsonNode node : root.path("changes")) {
            changes.add(change(node));
        }
        return new ZonePlan(
                DomainName.of(required(root, "zone").asText()),
                required(root, "serial").asLong(),
                changes,
                root.path("unchanged").asInt(),
                root.path("leftAlone").asInt(),
                root.hasNonNull("importAbove") ? root.get("importAbove").asInt() : null,
                required(root, "digest").asText());
    }

    private static ZoneChange change(JsonNode node) {
        String why = node.path("why").asText();
        String kind = required(node, "change").asText();
        return switch (kind) {
            case "create" -> new ZoneChange.Create(held(node, "after").value(), why);
            case "update" ->
                new ZoneChange.Update(held(node, "before"), held(node, "after").value(), why);
            case "delete" -> new ZoneChange.Delete(held(node, "before"), why);
            default ->
                throw new IllegalArgumentException(
                        "This is not a plan of a zone: a change is create, update or delete, not \"" + kind + "\"");
        };
    }

    private static HeldRecord held(JsonNode node, String member) {
        JsonNode record = required(node, member);
        return HeldRecord.of(record)
                .orElseThrow(() -> new IllegalArgumentException(
                        "The plan has a type that no zone at OVHcloud can have: " + record));
    }

    private static JsonNode required(JsonNode node, String member) {
        if (!node.hasNonNull(member)) {
            throw new IllegalArgumentException("This is not a plan of a zone: \"" + member + "\" is missing");
        }
        return node.get(member);
    }
}
