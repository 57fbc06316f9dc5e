// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import io.github.camelovh.domain.api.model.DomainName;
import java.util.Locale;

/**
 * The normal form of a record: name servers answer two records with equal forms the same way, even if they are written
 * differently.
 *
 * <p>Equal are: TXT with and without quotation marks; SPF, DKIM and DMARC and the TXT as which they are served; texts
 * of these three kinds with any split into strings (for other texts the split counts, because programs see it); names
 * with a final dot and relative to the zone, in any letter case, in Unicode and as {@code xn--}; all spellings of an
 * IPv6 address, of hexadecimal digits, of parameters and of locations; a TTL of 0 and the default of the zone.
 *
 * @param owner the name relative to the zone in lower case, empty for the apex
 * @param type the served type
 * @param data the data in normal spelling; as it was given if {@code readable} is false
 * @param ttl seconds, never 0 unless the zone's default is 0
 * @param readable false when the name or the data cannot be parsed, so that the record equals only itself
 */
public record RecordForm(String owner, RecordType type, String data, long ttl, boolean readable) {

    /**
     * The form of a record of a zone.
     *
     * @param zoneTtl the meaning of a TTL of 0
     */
    public static RecordForm of(DomainName zone, ZoneRecord record, long zoneTtl) {
        long ttl = record.ttl() == 0 ? zoneTtl : record.ttl();
        try {
            String apex = zone.ascii() + ".";
            String owner = NameText.relative(record.subDomain(), apex);
            return new RecordForm(owner, record.type().served(), data(apex, owner, record), ttl, true);
        } catch (MalformedException e) {
            return new RecordForm(
                    record.subDomain().toLowerCase(Locale.ROOT), record.type().served(), record.target(), ttl, false);
        }
    }

    private static String data(String apex, String owner, ZoneRecord record) throws MalformedException {
        if (!record.type().isText()) {
            return RecordData.canonical(apex, record.type(), record.target());
        }
        TextChunks chunks = TextChunks.parse(record.target());
        boolean one = record.type() != RecordType.TXT || isReadAsOne(owner, chunks);
        return (one ? chunks.joined() : chunks).quoted();
    }

    /** SPF (RFC 7208, 3.3), DKIM (RFC 6376, 3.6.2.2) and DMARC join the strings before they read them. */
    private static boolean isReadAsOne(String owner, TextChunks chunks) {
        String text = chunks.text();
        return begins(text, "v=spf1")
                || begins(text, "v=dkim1")
                || begins(text, "v=dmarc1")
                || owner.contains("._domainkey");
    }

    private static boolean begins(String text, String start) {
        return text.regionMatches(true, 0, start, 0, start.length());
    }

    /**
     * The record in its best form for the API: the name relative to the zone, names in the data with their final dot,
     * TXT in quotation marks, SPF, DKIM and DMARC without, CAA with. Type and TTL stay, and so does the split of a TXT.
     *
     * @throws IllegalArgumentException with the reason when the name or the data cannot be parsed
     */
    public static ZoneRecord toApi(DomainName zone, ZoneRecord record) {
        String apex = zone.ascii() + ".";
        try {
            return new ZoneRecord(
                    NameText.relative(record.subDomain(), apex),
                    record.type(),
                    text(apex, record.type(), record.target()),
                    record.ttl());
        } catch (MalformedException e) {
            throw new IllegalArgumentException(record + " cannot be written into a zone: " + e.getMessage(), e);
        }
    }

    /** The data in the API's form, with the names in them completed by an origin. */
    static String text(String origin, RecordType type, String target) throws MalformedException {
        if (!type.isText()) {
            return RecordData.canonical(origin, type, target);
        }
        TextChunks chunks = TextChunks.parse(target);
        return type == RecordType.TXT ? chunks.quoted() : chunks.bare();
    }
}
