// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

/**
 * How strictly a zone file is parsed.
 *
 * @param apexNsRequired whether a file without name servers for the zone itself is refused
 * @param lenient whether invalid records are left out and listed instead of refused; and whether a record without TTL
 * has the zone's default, 0, instead of {@code $TTL}
 */
public record ZoneFileRules(boolean apexNsRequired, boolean lenient) {

    /** A whole desired zone. */
    public static final ZoneFileRules WHOLE_ZONE = new ZoneFileRules(true, false);

    /** A desired zone without the zone's name servers; the planner then does not change those. */
    public static final ZoneFileRules WITHOUT_NAME_SERVERS = new ZoneFileRules(false, false);

    /** The answer of {@code GET /domain/zone/{zoneName}/export}, including errors of the zone. */
    public static final ZoneFileRules EXPORT = new ZoneFileRules(false, true);
}
