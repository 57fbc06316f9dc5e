// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import io.github.camelovh.domain.api.model.DomainName;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * A zone file in the form of RFC 1035, as far as OVHcloud supports it: {@code $ORIGIN} and {@code $TTL} are used,
 * {@code $INCLUDE} and {@code $GENERATE} are refused, the SOA is separate.
 *
 * @param zone the zone
 * @param records all records, their targets in the API's form, in the order of the file
 * @param soa null when the file has none
 * @param defaultTtl the first {@code $TTL} in seconds; 0 when the file has none
 * @param leftOut what was left out of a file that is read leniently; empty otherwise
 */
public record ZoneFile(
        DomainName zone, List<ZoneRecord> records, ZoneSoa soa, long defaultTtl, List<RecordRefusal> leftOut) {

    /** A file with this many records or more is refused: OVHcloud cannot have such a zone. */
    public static final int TOO_MANY = 200_000;

    public ZoneFile {
        Objects.requireNonNull(zone, "zone");
        records = List.copyOf(records);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * Parses the file of a whole zone, including its name servers.
     *
     * @throws InvalidZoneFileException with a line and a reason for each problem
     */
    public static ZoneFile read(String text, DomainName zone) {
        return read(text, zone, ZoneFileRules.WHOLE_ZONE);
    }

    /**
     * Parses a file by rules.
     *
     * @throws InvalidZoneFileException with a line and a reason for each problem
     */
    public static ZoneFile read(String text, DomainName zone, ZoneFileRules rules) {
        return new ZoneFileReader(zone, rules).read(text);
    }

    /**
     * Parses the bytes of a file, which must be UTF-8, with or without a byte order mark.
     *
     * @throws InvalidZoneFileException with the line of bytes that are not UTF-8, or as the other methods do
     */
    public static ZoneFile read(byte[] bytes, DomainName zone, ZoneFileRules rules) {
        return read(decoded(bytes, zone), zone, rules);
    }

    private static String decoded(byte[] bytes, DomainName zone) {
        if (bytes.length > 1 && ((bytes[0] & 0xff) + (bytes[1] & 0xff)) == 0xff + 0xfe) {
            throw refused(zone, 1, "the file is written in UTF-16; save it as UTF-8");
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer text = CharBuffer.allocate(bytes.length);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CoderResult result = decoder.decode(in, text, true);
        if (result.isError()) {
            int line = 1;
            for (int i = 0; i < in.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            throw refused(
                    zone,
                    line,
                    String.format(
                            "the byte %02X at place %d is not UTF-8; save the file as UTF-8",
                            bytes[in.position()] & 0xff, in.position()));
        }
        return text.flip().toString();
    }

    static InvalidZoneFileException refused(DomainName zone, int line, String reason) {
        return new InvalidZoneFileException(zone, List.of(new RecordRefusal(line, reason)));
    }

    /**
     * Writes a zone file, ordered by name, that is parsed back to records that are served the same way. Records with a
     * TTL of 0 get no TTL.
     *
     * @param soa null to leave it out
     * @param defaultTtl the value of {@code $TTL}; 0 to leave it out
     * @throws InvalidRecordsException when the name or the data of a record cannot be parsed
     */
    public static String write(DomainName zone, List<ZoneRecord> records, ZoneSoa soa, long defaultTtl) {
        return ZoneFileWriter.write(zone, records, soa, defaultTtl);
    }

    /** The records in the form of a zone read by export, without ids. */
    public List<HeldRecord> held() {
        return records.stream().map(record -> new HeldRecord(0, record)).toList();
    }
}
