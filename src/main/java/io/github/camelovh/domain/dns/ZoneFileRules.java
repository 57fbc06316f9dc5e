// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

/**
 * How strictly a zone file is read.
 *
 * @param apexNsRequired whether a file without name servers for the zone itself is refused
 * @param lenient whether records that a wish may not have are left out and told, where they are refused otherwise; and
 *     whether a record without TTL has the zone's default, 0, where it has that of {@code $TTL} otherwise
 */
public record ZoneFileRules(boolean apexNsRequired, boolean lenient) {

    /** A whole zone as someone wishes it. */
    public static final ZoneFileRules WHOLE_ZONE = new ZoneFileRules(true, false);

    /** A wish that leaves the name servers of the zone out; the planner then leaves them alone. */
    public static final ZoneFileRules WITHOUT_NAME_SERVERS = new ZoneFileRules(false, false);

    /** What {@code GET /domain/zone/{zoneName}/export} answers, faults of the zone included. */
    public static final ZoneFileRules EXPORT = new ZoneFileRules(false, true);
}
