// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import io.github.camelovh.domain.api.model.DomainName;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks whether a zone should have a record: finds what the API refuses, and what it accepts although name servers or
 * programs then fail.
 */
public final class RecordCheck {

    private static final int SHORTEST_TTL = 60;
    private static final int SHOWN = 120;

    private RecordCheck() {}

    /**
     * All problems of one record.
     *
     * @return a sentence each, without final stop, that begins with the name and type; empty if there is no problem
     */
    public static List<String> problems(DomainName zone, ZoneRecord record) {
        return problems(zone, Entry.of(zone, record, 0));
    }

    static List<String> problems(DomainName zone, Entry entry) {
        ZoneRecord record = entry.value();
        List<String> found = new ArrayList<>();
        String owner = NameChecks.owner(zone, record, found);
        if (record.ttl() != 0 && record.ttl() < SHORTEST_TTL) {
            found.add("its TTL is " + record.ttl() + ", but OVHcloud accepts " + SHORTEST_TTL
                    + " seconds or more, or 0 for the default of the zone");
        }
        try {
            data(zone, owner, entry, found);
        } catch (MalformedException e) {
            found.add("its target " + shown(record.target()) + " cannot be read: " + e.getMessage() + "; write it as "
                    + record.type().example());
        }
        return found.stream()
                .map(problem -> record.label() + " " + record.type() + ": " + problem)
                .toList();
    }

    private static void data(DomainName zone, String owner, Entry entry, List<String> found) throws MalformedException {
        ZoneRecord record = entry.value();
        if (record.type().isText()) {
            TextChecks.problems(record, TextChunks.parse(record.target()), found);
            return;
        }
        String data = entry.form().readable()
                ? entry.form().data()
                : RecordData.canonical(zone.ascii() + ".", record.type(), record.target());
        NameChecks.targets(record, data, found);
        DataChecks.problems(record.type(), data, found);
        if (record.type() == RecordType.CNAME && data.equals(owner + "." + zone + ".")) {
            found.add("it points to itself");
        }
        if (record.type() == RecordType.CAA && record.target().indexOf('"') < 0) {
            found.add("the value of a CAA must be in quotation marks, as in " + RecordType.CAA.example());
        }
    }

    static String shown(String text) {
        return "\"" + (text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...") + "\"";
    }
}
