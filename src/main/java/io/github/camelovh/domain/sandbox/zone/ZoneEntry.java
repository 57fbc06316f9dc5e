// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.zone;

/**
 * One record as the API holds it.
 *
 * @param id unique in the sandbox
 * @param subDomain relative to the zone; empty at its apex
 * @param fieldType as the API names it, pseudo types included
 * @param target as it was posted
 * @param ttl in seconds; 0 for the default of the zone
 */
public record ZoneEntry(long id, String subDomain, String fieldType, String target, long ttl) {

    /** The type that name servers answer with: the API's own types for mail are TXT to them. */
    public String servedType() {
        return isText() ? "TXT" : fieldType;
    }

    boolean isText() {
        return switch (fieldType) {
            case "TXT", "SPF", "DKIM", "DMARC" -> true;
            default -> false;
        };
    }

    public ZoneEntry withId(long other) {
        return new ZoneEntry(other, subDomain, fieldType, target, ttl);
    }

    /** How the real API shows a record in its error messages. */
    String inError(String zone) {
        return "ResourceRecord(zone='" + zone + "', field_type='" + fieldType + "', target='" + target
                + "', sub_domain='" + subDomain + "', ttl=" + ttl + ", id=None, zone_id=None)";
    }
}
