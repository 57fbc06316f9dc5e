// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.zone;

/**
 * One record as the API stores it.
 *
 * @param id unique in the sandbox
 * @param subDomain relative to the zone; empty at its apex
 * @param fieldType as the API names it, pseudo types included
 * @param target as it was posted
 * @param ttl in seconds; 0 for the default of the zone
 */
public record ZoneEntry(long id, String subDomain, String fieldType, String target, long ttl) {

    /** The record type in DNS answers: the API's own mail types are TXT in DNS. */
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

    /** The record in the form that the real API uses in error messages. */
    String inError(String zone) {
        return "ResourceRecord(zone='" + zone + "', field_type='" + fieldType + "', target='" + target
                + "', sub_domain='" + subDomain + "', ttl=" + ttl + ", id=None, zone_id=None)";
    }
}
