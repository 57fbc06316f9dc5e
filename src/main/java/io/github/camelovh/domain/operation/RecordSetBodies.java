// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelovh.domain.api.ApiJson;
import io.github.camelovh.domain.api.catalog.Nearest;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.dns.RecordSet;
import io.github.camelovh.domain.dns.RecordType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Reads record sets: as values, or as objects that each say a name, a type and what the set should hold. Stateless. */
final class RecordSetBodies {
    private static final String SUB_DOMAIN = "subDomain";
    private static final String TYPE = "fieldType";
    private static final String TARGETS = "targets";
    private static final String TTL = "ttl";
    private static final String DELETE = "delete";
    private static final List<String> MEMBERS = List.of(SUB_DOMAIN, TYPE, TARGETS, TTL, DELETE);

    private RecordSetBodies() {}

    /**
     * Reads some sets of one zone.
     *
     * @param given a list of {@link RecordSet}, a list of maps, or the same as JSON
     * @throws io.github.camelovh.domain.dns.InvalidRecordsException if the zone should not get one of them
     * @throws WrongUsageException if it is none, or not clear
     */
    static List<RecordSet> read(DomainName zone, Object given) {
        if (given instanceof Collection<?> values
                && !values.isEmpty()
                && values.stream().allMatch(RecordSet.class::isInstance)) {
            return values.stream().map(RecordSet.class::cast).toList();
        }
        JsonNode list = given instanceof CharSequence || given instanceof Map || given instanceof Collection
                ? tree(given)
                : given instanceof JsonNode node ? node : null;
        if (list == null || !list.isArray() || list.isEmpty()) {
            throw wrong("records has to be a list of objects with " + String.join(", ", MEMBERS));
        }
        List<RecordSet> sets = new ArrayList<>();
        list.forEach(each -> sets.add(set(zone, each)));
        return sets;
    }

    private static JsonNode tree(Object given) {
        return new Bodies(ApiJson.mapper()).read(given);
    }

    private static RecordSet set(DomainName zone, JsonNode given) {
        given.fieldNames().forEachRemaining(member -> {
            if (!MEMBERS.contains(member)) {
                throw wrong("a record set has no member \"" + member + "\"" + Nearest.hint(member, MEMBERS));
            }
        });
        String word = given.path(TYPE).asText();
        RecordType type = RecordType.named(word)
                .orElseThrow(() ->
                        wrong("there is no record type \"" + word + "\"" + Nearest.hint(word, ZoneGuards.types())));
        String name = given.path(SUB_DOMAIN).asText();
        List<String> targets = given.hasNonNull(TARGETS) ? ZoneBodies.texts(given.get(TARGETS)) : List.of();
        if (isTrue(given.path(DELETE))) {
            return RecordSet.without(zone, name, type, targets);
        }
        if (targets.isEmpty()) {
            throw wrong("the set \"" + name + " " + type + "\" has no targets; delete=true takes a set away");
        }
        return RecordSet.of(zone, name, type, targets, seconds(given.path(TTL)));
    }

    private static boolean isTrue(JsonNode given) {
        String text = given.asText();
        if (!text.matches("(?i)true|false|(?:null)?")) {
            throw wrong("delete is true or false, not \"" + text + "\"");
        }
        return text.equalsIgnoreCase("true");
    }

    private static long seconds(JsonNode given) {
        String text = given.asText();
        if (!text.matches("[0-9]{1,9}|(?:null)?")) {
            throw wrong("ttl is a number of seconds, not \"" + text + "\"");
        }
        return given.asLong();
    }

    private static WrongUsageException wrong(String why) {
        return new WrongUsageException(why + "; nothing was written");
    }
}
