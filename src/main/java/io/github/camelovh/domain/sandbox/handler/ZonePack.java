// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import io.github.camelovh.domain.sandbox.zone.SoaEntry;
import io.github.camelovh.domain.sandbox.zone.ZoneEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All versions of a zone for the store. They share most of their entries. So each entry is written once, as a line of
 * text, and a version is a list of ranges of lines: a large zone with many versions is written quickly.
 */
final class ZonePack {

    /** A version without its entries. */
    record Point(long at, SoaEntry soa, String runs) {}

    String entries;
    String records;
    String served;
    /** Null if no refresh is pending. */
    Point pending;

    List<Point> history = new ArrayList<>();

    static ZonePack of(SandboxZone zone) {
        Lines lines = new Lines();
        ZonePack pack = new ZonePack();
        pack.records = lines.runs(zone.records.values());
        pack.served = lines.runs(zone.served);
        pack.pending = zone.pending == null ? null : lines.point(zone.pending);
        zone.history.forEach(version -> pack.history.add(lines.point(version)));
        pack.entries = lines.text.toString();
        return pack;
    }

    void into(SandboxZone zone) {
        List<ZoneEntry> all = entries.lines().map(ZonePack::entry).toList();
        zone.records.clear();
        pick(all, records).forEach(zone::put);
        zone.served = pick(all, served);
        zone.pending = pending == null ? null : version(all, pending);
        zone.history.clear();
        history.forEach(point -> zone.history.add(version(all, point)));
    }

    private static SandboxZone.Version version(List<ZoneEntry> all, Point point) {
        return new SandboxZone.Version(point.at(), point.soa(), pick(all, point.runs()));
    }

    private static List<ZoneEntry> pick(List<ZoneEntry> all, String runs) {
        return Stream.of(runs.split(",", -1))
                .filter(run -> !run.isEmpty())
                .flatMap(run -> {
                    String[] ends = run.split("-", -1);
                    return IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]))
                            .mapToObj(all::get);
                })
                .toList();
    }

    private static ZoneEntry entry(String line) {
        String[] cells = line.split("\t", -1);
        return new ZoneEntry(Long.parseLong(cells[0]), cells[1], cells[2], cells[4], Long.parseLong(cells[3]));
    }

    /** Numbers entries in the order of their first use. */
    private static final class Lines {
        final StringBuilder text = new StringBuilder();
        private final IdentityHashMap<ZoneEntry, Integer> numbers = new IdentityHashMap<>();

        Point point(SandboxZone.Version version) {
            return new Point(version.at(), version.soa(), runs(version.entries()));
        }

        String runs(Collection<ZoneEntry> entries) {
            StringBuilder runs = new StringBuilder();
            int first = -1;
            int last = -1;
            for (ZoneEntry entry : entries) {
                int number = number(entry);
                if (first < 0 || number != last + 1) {
                    close(runs, first, last);
                    first = number;
                }
                last = number;
            }
            close(runs, first, last);
            return runs.toString();
        }

        private static void close(StringBuilder runs, int first, int last) {
            if (first >= 0) {
                runs.append(runs.isEmpty() ? "" : ",").append(first);
                runs.append(last > first ? "-" + last : "");
            }
        }

        /** Entries contain no control characters: neither names nor targets may have them. */
        private int number(ZoneEntry entry) {
            Integer known = numbers.putIfAbsent(entry, numbers.size());
            if (known != null) {
                return known;
            }
            text.append(entry.id()).append('\t').append(entry.subDomain()).append('\t');
            text.append(entry.fieldType()).append('\t').append(entry.ttl()).append('\t');
            text.append(entry.target()).append('\n');
            return numbers.size() - 1;
        }
    }
}
