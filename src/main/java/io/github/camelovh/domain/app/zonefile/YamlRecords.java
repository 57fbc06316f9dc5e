// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.zonefile;

import io.github.camelovh.domain.dns.ZoneFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Records in YAML: a list of them, or one or several under each name. Values are taken as they are written, so that
 * {@code 1.10} stays what it is. The text is read as a stream, so that memory grows with the records and not with what
 * else it holds; what is nested more deeply than a record is refused where it begins.
 */
final class YamlRecords {
    private static final String RECORDS = "records";

    private final PlacedRecords records = new PlacedRecords();
    private final Iterator<Event> events;
    private final Map<Anchor, String> anchors = new HashMap<>();
    private int values;

    private YamlRecords(Iterator<Event> events) {
        this.events = events;
    }

    static PlacedRecords read(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setCodePointLimit(Integer.MAX_VALUE) // the file's size is limited
                .build();
        try {
            YamlRecords reading =
                    new YamlRecords(new Parse(settings).parseString(text).iterator());
            reading.document();
            return reading.records;
        } catch (MarkedYamlEngineException e) {
            throw refused(e.getProblemMark().map(YamlRecords::line).orElse(1), "it is no YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            throw refused(1, "it is no YAML: " + e.getMessage());
        }
    }

    private void document() {
        Event event = next();
        while (event.getEventId() == Event.ID.StreamStart || event.getEventId() == Event.ID.DocumentStart) {
            event = next();
        }
        switch (event.getEventId()) {
            case SequenceStart -> list(null);
            case MappingStart -> names();
            default -> throw refused(line(event), "a list of records was expected, or names with their records");
        }
        next(); // the document's end
        event = next();
        if (event.getEventId() != Event.ID.StreamEnd) {
            throw refused(line(event), "a second document begins; only one is read");
        }
    }

    /** Records under names; {@code records} alone stands for a list without names. */
    private void names() {
        Set<String> seen = new HashSet<>();
        for (Event key = next(); key.getEventId() != Event.ID.MappingEnd; key = next()) {
            String name = name(key);
            if (!seen.add(name)) {
                throw refused(line(key), "\"" + name + "\" stands there twice");
            }
            if (seen.size() == 2 && seen.contains(RECORDS) && !name.equals(RECORDS)) {
                nameFirstRecords();
            }
            Event value = next();
            if (value.getEventId() == Event.ID.SequenceStart) {
                list(seen.size() == 1 && name.equals(RECORDS) ? null : name);
            } else {
                record(value, name);
            }
        }
    }

    /** Another name follows, so {@code records} is a name as well. */
    private void nameFirstRecords() {
        if (!records.nameUnnamed(RECORDS)) {
            throw refused(1, "name stands there twice, as the records stand under the name " + RECORDS);
        }
    }

    private void list(String name) {
        for (Event each = next(); each.getEventId() != Event.ID.SequenceEnd; each = next()) {
            record(each, name);
        }
    }

    private void record(Event start, String name) {
        if (start.getEventId() != Event.ID.MappingStart) {
            throw refused(line(start), "a record with type and value was expected");
        }
        Map<String, Object> members = new LinkedHashMap<>();
        for (Event key = next(); key.getEventId() != Event.ID.MappingEnd; key = next()) {
            String member = name(key);
            if (members.put(member, value(next())) != null) {
                throw refused(line(key), member + " stands there twice");
            }
        }
        if (name != null && members.put("name", name) != null) {
            throw refused(line(start), "name stands there twice");
        }
        records.add(line(start), members);
    }

    private Object value(Event event) {
        if (event.getEventId() != Event.ID.SequenceStart) {
            return text(event, "a text or a list of texts was expected");
        }
        List<Object> list = new ArrayList<>();
        for (Event each = next(); each.getEventId() != Event.ID.SequenceEnd; each = next()) {
            list.add(text(each, "a text was expected"));
            if (++values >= ZoneFile.TOO_MANY) {
                throw refused(
                        line(each),
                        "the file has " + ZoneFile.TOO_MANY + " values or more, and only files with fewer are read");
            }
        }
        return list;
    }

    private String name(Event event) {
        return text(event, "a name was expected");
    }

    /** A text, or what an alias of one stands for. */
    private String text(Event event, String expected) {
        if (event instanceof AliasEvent alias && anchors.containsKey(alias.getAlias())) {
            return anchors.get(alias.getAlias());
        }
        if (!(event instanceof ScalarEvent scalar)) {
            throw refused(line(event), expected);
        }
        Optional<Anchor> anchor = ((NodeEvent) event).getAnchor();
        anchor.ifPresent(named -> anchors.put(named, scalar.getValue()));
        return scalar.getValue();
    }

    /** There always is one: the parser ends a stream by an event of its own, or by an exception. */
    private Event next() {
        return events.next();
    }

    private static int line(Event event) {
        return event.getStartMark().map(YamlRecords::line).orElse(1);
    }

    private static int line(Mark mark) {
        return mark.getLine() + 1;
    }

    private static ZoneFileException refused(int line, String why) {
        return new ZoneFileException("The list is refused, and nothing was changed: line " + line + ": " + why);
    }
}
