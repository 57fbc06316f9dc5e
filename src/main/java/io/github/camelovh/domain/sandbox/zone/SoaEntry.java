// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.zone;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * The start of authority of a zone. Times are seconds.
 *
 * @param server the first name server, with its final dot
 * @param email written with dots only, with its final dot
 * @param serial grows with each refresh
 * @param nxDomainTtl how long resolvers may cache that a name does not exist
 * @param ttl of records that have no TTL of their own
 */
public record SoaEntry(
        String server, String email, long serial, long refresh, long expire, long nxDomainTtl, long ttl) {
    /** The API has no member for the retry time. */
    static final long RETRY = 3600;

    private static final int A_DAY = 100;

    public static SoaEntry fresh(String server, LocalDate day) {
        return new SoaEntry(server, "tech.ovh.net.", ofDay(day), 86_400, 3_600_000, 300, 3600);
    }

    /** A copy with the next serial: the date's serial if that is higher, else one more. */
    public SoaEntry bumped(LocalDate day) {
        return withSerial(Math.max(serial + 1, ofDay(day)));
    }

    public SoaEntry withSerial(long other) {
        return new SoaEntry(server, email, other, refresh, expire, nxDomainTtl, ttl);
    }

    private static long ofDay(LocalDate day) {
        return Long.parseLong(DateTimeFormatter.BASIC_ISO_DATE.format(day)) * A_DAY;
    }
}
