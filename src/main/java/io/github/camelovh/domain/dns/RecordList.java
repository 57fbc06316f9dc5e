// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.camelovh.domain.api.model.DomainName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Records as a list of objects: {@code subDomain} (or {@code name}), {@code fieldType} (or {@code type}), {@code
 * target} (or {@code value}, or several as {@code values}) and {@code ttl}. The API's own output is accepted: {@code
 * id} and {@code zone} are ignored.
 *
 * <p>{@code subDomain} is relative to the zone, as in the API; {@code name} may be {@code @} or a full name with its
 * final dot as well. Without a {@code ttl} a record has the default of the zone.
 */
public final class RecordList {

    private static final int DEEPEST = 8;
    /** The longest value of a record has some thousand characters. */
    private static final int LONGEST_TEXT = 100_000;

    private static final int MOST_PROBLEMS = 1_000;
    private static final String RECORDS = "records";
    private static final String NO_LIST = "it is not a list of records";
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(LONGEST_TEXT)
                            .maxNameLength(LONGEST_TEXT)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();
    private static final List<String> MEMBERS = List.of(
            "subDomain", "name", "fieldType", "type", "target", "value", "targets", "values", "ttl", "id", "zone");

    private final DomainName zone;
    private final List<String> problems = new ArrayList<>();
    private final List<ZoneRecord> records = new ArrayList<>();

    private final IntFunction<String> place;

    private RecordList(DomainName zone, IntFunction<String> place) {
        this.zone = zone;
        this.place = place;
    }

    /**
     * Reads a JSON array of records, or an object with such an array as {@code records}.
     *
     * @throws InvalidRecordsException with all problems, by position in the list, counted from 1
     */
    public static List<ZoneRecord> read(String json, DomainName zone) {
        RecordList list = new RecordList(zone, RecordList::counted);
        try (JsonParser parser = JSON.createParser(json)) {
            list.root(parser);
        } catch (StreamConstraintsException e) {
            list.problems.add("it is nested more deeply, or has a longer text or number, than any list of records: "
                    + e.getOriginalMessage());
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            list.problems.add("line " + line + ": it is not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a text has none
        }
        return list.result();
    }

    /** Takes one record at a time, so that memory grows with the records only. */
    private void root(JsonParser parser) throws IOException {
        JsonToken first = parser.nextToken();
        if (first == JsonToken.START_ARRAY) {
            list(parser);
        } else if (first == JsonToken.START_OBJECT) {
            members(parser);
        } else {
            problems.add(NO_LIST);
        }
        if (problems.isEmpty() && parser.nextToken() != null) {
            problems.add("line " + parser.currentLocation().getLineNr() + ": more follows after the list");
        }
    }

    private void members(JsonParser parser) throws IOException {
        boolean found = false;
        while (problems.isEmpty() && parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            found |= name.equals(RECORDS);
            if (!name.equals(RECORDS)) {
                problems.add(NO_LIST + ": there is no member \"" + name + "\" beside a list that is called " + RECORDS);
            } else if (parser.nextToken() == JsonToken.START_ARRAY) {
                list(parser);
            } else {
                problems.add(NO_LIST);
            }
        }
        if (problems.isEmpty() && !found) {
            problems.add(NO_LIST);
        }
    }

    private void list(JsonParser parser) throws IOException {
        for (int index = 0; !isFull(index) && parser.nextToken() != JsonToken.END_ARRAY; index++) {
            take(index, parser.readValueAsTree());
        }
    }

    private List<ZoneRecord> result() {
        if (!problems.isEmpty()) {
            throw new InvalidRecordsException("The list of records for " + zone, problems);
        }
        return List.copyOf(records);
    }

    /**
     * Reads records from maps with the same members, from YAML and tables.
     *
     * @throws InvalidRecordsException with all problems, by position in the list, counted from 1
     */
    public static List<ZoneRecord> of(List<? extends Map<String, ?>> maps, DomainName zone) {
        return of(maps, zone, RecordList::counted);
    }

    /**
     * As {@link #of(List, DomainName)}, for records with their own positions.
     *
     * @param place the position of the record with that index, counted from 0, such as {@code line 7}
     * @throws InvalidRecordsException with all problems, by position
     */
    public static List<ZoneRecord> of(List<? extends Map<String, ?>> maps, DomainName zone, IntFunction<String> place) {
        RecordList list = new RecordList(zone, place);
        for (int index = 0; !list.isFull(index) && index < maps.size(); index++) {
            list.take(index, JSON.valueToTree(maps.get(index)));
        }
        return list.result();
    }

    private static String counted(int index) {
        return "record " + (index + 1);
    }

    /** The list in the API's words; {@link #read} reads it. */
    public static String write(List<ZoneRecord> records) {
        ArrayNode list = JSON.createArrayNode();
        records.forEach(record -> list.add(HeldRecord.json(record)));
        return list.toPrettyString();
    }

    private void take(int index, JsonNode node) {
        try {
            record(node);
        } catch (MalformedException e) {
            problems.add(place.apply(index) + ": " + e.getMessage());
        }
    }

    /** Whether the next record is one too many, or there are more problems than anybody reads. */
    private boolean isFull(int index) {
        if (records.size() >= ZoneFile.TOO_MANY) {
            problems.add(place.apply(index - 1) + ": the list has " + ZoneFile.TOO_MANY
                    + " records or more, but only lists with fewer records are read");
            return true;
        }
        return problems.size() >= MOST_PROBLEMS;
    }

    private void record(JsonNode node) throws MalformedException {
        if (!node.isObject()) {
            throw new MalformedException("it is not an object with " + MEMBERS);
        }
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!MEMBERS.contains(name)) {
                throw new MalformedException("there is no member \"" + name + "\"; the members are " + MEMBERS);
            }
        }
        String name = name(node);
        RecordType type = type(one(node, "fieldType", "type"));
        long ttl = ttl(node.path("ttl"));
        for (String target : targets(node)) {
            var record = new ZoneRecord(name, type, target, ttl);
            if (!RecordForm.of(zone, record, 0).readable()) {
                throw new MalformedException(String.join("; ", RecordCheck.problems(zone, record)));
            }
            records.add(record);
        }
    }

    private String name(JsonNode node) throws MalformedException {
        JsonNode name = one(node, "subDomain", "name");
        if (name == null) {
            return "";
        }
        String text = name.asText().strip();
        boolean full = text.equalsIgnoreCase(zone.ascii())
                || text.toLowerCase(Locale.ROOT).endsWith("." + zone.ascii());
        if (full && node.has("name")) {
            throw new MalformedException("the name " + text + " would mean " + text + "." + zone + "; write " + text
                    + ". with a final dot, or the part before the zone");
        }
        return NameText.relative(text, zone.ascii() + ".");
    }

    private static RecordType type(JsonNode node) throws MalformedException {
        if (node == null) {
            throw new MalformedException("it has no type");
        }
        Optional<RecordType> type = RecordType.named(node.asText());
        if (type.isEmpty()) {
            throw new MalformedException("the type " + node.asText() + " is not one that a zone at OVHcloud can have: "
                    + List.of(RecordType.values()));
        }
        return type.get();
    }

    private static List<String> targets(JsonNode node) throws MalformedException {
        JsonNode single = one(node, "target", "value");
        JsonNode several = one(node, "targets", "values");
        if ((single == null) == (several == null)) {
            throw new MalformedException("it needs a target, or several as values, but not both");
        }
        List<String> targets = new ArrayList<>();
        for (JsonNode target :
                single != null && !single.isArray() ? List.of(single) : single == null ? several : single) {
            if (!target.isValueNode() || target.isNull()) {
                throw new MalformedException("a target is a text, not " + target);
            }
            targets.add(target.asText());
        }
        if (targets.isEmpty()) {
            throw new MalformedException("its list of values is empty");
        }
        return targets;
    }

    private static long ttl(JsonNode node) throws MalformedException {
        if (node.isMissingNode() || node.isNull() || node.asText().isBlank()) {
            return 0;
        }
        String text = node.asText().strip();
        if (!text.matches("\\d{1,10}") || Long.parseLong(text) > Integer.MAX_VALUE) {
            throw new MalformedException("the ttl " + text + " is not a number of seconds");
        }
        return Long.parseLong(text);
    }

    /** The member with either name; null if there is none, refused if there are both. */
    private static JsonNode one(JsonNode node, String name, String other) throws MalformedException {
        boolean first = node.hasNonNull(name);
        if (first && node.hasNonNull(other)) {
            throw new MalformedException("it has both " + name + " and " + other);
        }
        return first ? node.get(name) : node.hasNonNull(other) ? node.get(other) : null;
    }
}
