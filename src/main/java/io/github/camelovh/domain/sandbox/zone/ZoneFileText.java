// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.zone;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.xbill.DNS.Master;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Type;

/** Writes and reads a zone as a BIND file, for exports and imports. Pure. */
public final class ZoneFileText {
    private static final int NAME_WIDTH = 26;
    private static final int TYPE_WIDTH = 7;
    private static final Set<String> KNOWN = Set.of(
            "A", "AAAA", "CAA", "CNAME", "DNAME", "HTTPS", "LOC", "MX", "NAPTR", "NS", "PTR", "RP", "SPF", "SRV",
            "SSHFP", "SVCB", "TLSA", "TXT");

    /**
     * The contents of a file.
     *
     * @param soa of the file, including its serial; null if it has none
     * @param entries without ids
     */
    public record Contents(SoaEntry soa, List<ZoneEntry> entries) {}

    private ZoneFileText() {}

    /** The text of an export: names are relative to the zone, targets as they were posted. */
    public static String write(SoaEntry soa, Collection<ZoneEntry> entries) {
        StringBuilder text = new StringBuilder(64 * (entries.size() + 4));
        text.append("$TTL ").append(soa.ttl()).append("\n@\tIN SOA ");
        text.append(soa.server()).append(' ').append(soa.email()).append(" (");
        text.append(soa.serial()).append(' ').append(soa.refresh()).append(' ').append(SoaEntry.RETRY);
        text.append(' ')
                .append(soa.expire())
                .append(' ')
                .append(soa.nxDomainTtl())
                .append(")\n");
        // A line without a name belongs to the name before it, so the apex must come first.
        entries.stream()
                .sorted(Comparator.comparing((ZoneEntry entry) -> entry.subDomain()))
                .forEach(entry -> line(text, entry));
        return text.toString();
    }

    private static void line(StringBuilder text, ZoneEntry entry) {
        int start = text.length();
        text.append(entry.subDomain());
        pad(text, start, NAME_WIDTH);
        if (entry.ttl() != 0) {
            text.append(entry.ttl()).append(' ');
        }
        text.append("IN ");
        start = text.length();
        text.append(entry.servedType());
        pad(text, start, TYPE_WIDTH);
        text.append(entry.isText() ? ZoneText.quoted(entry.target()) : entry.target())
                .append('\n');
    }

    private static void pad(StringBuilder text, int start, int width) {
        do {
            text.append(' ');
        } while (text.length() - start < width);
    }

    /**
     * Reads a file.
     *
     * @throws IOException if the text is not a zone file, has names outside the zone, includes other files, or has
     * types that the API does not know; the message says why
     */
    public static Contents read(String zone, String text) throws IOException {
        Name origin = WireForm.zone(zone);
        List<ZoneEntry> entries = new ArrayList<>();
        List<Record> records = new ArrayList<>();
        SOARecord start = null;
        try (Master master =
                new Master(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), origin, 3600)) {
            master.disableIncludes(true);
            for (Record record = master.nextRecord(); record != null; record = master.nextRecord()) {
                if (!record.getName().subdomain(origin)) {
                    throw new IOException(record.getName() + " is not in the zone " + zone);
                }
                if (record instanceof SOARecord soa) {
                    start = soa;
                } else {
                    records.add(record);
                }
            }
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
        SoaEntry soa = start == null ? null : soa(start, defaultTtl(text, start));
        for (Record record : records) {
            entries.add(entry(zone, origin, record, soa == null ? 3600 : soa.ttl()));
        }
        return new Contents(soa, entries);
    }

    private static long defaultTtl(String text, SOARecord soa) {
        return text.lines()
                .filter(line -> line.matches("\\$TTL\\s+\\d+\\s*"))
                .findFirst()
                .map(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .orElse(soa.getTTL());
    }

    private static SoaEntry soa(SOARecord soa, long ttl) {
        return new SoaEntry(
                soa.getHost().toString(),
                soa.getAdmin().toString(),
                soa.getSerial(),
                soa.getRefresh(),
                soa.getExpire(),
                soa.getMinimum(),
                ttl);
    }

    private static ZoneEntry entry(String zone, Name origin, Record record, long defaultTtl) throws IOException {
        String type = Type.string(record.getType());
        if (!KNOWN.contains(type)) {
            throw new IOException("the type " + type + " of " + record.getName() + " is not known");
        }
        String subDomain = record.getName().equals(origin)
                ? ""
                : record.getName().relativize(origin).toString();
        long ttl = record.getTTL() == defaultTtl ? 0 : record.getTTL();
        ZoneEntry entry = new ZoneEntry(0, subDomain, type, target(type, record), ttl);
        // The target was parsed as a target of its type.
        String problem = EntryCheck.place(zone, entry).orElse(null);
        if (problem != null) {
            throw new IOException(problem);
        }
        return entry;
    }

    private static String target(String type, Record record) {
        String text = record.rdataToString();
        return type.equals("SPF") ? ZoneText.plain(text) : text;
    }
}
