// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

/**
 * The start of authority, as zone files have it. The API stores it separately from the records, in
 * {@code /domain/zone/{zoneName}/soa}, so a plan never touches it.
 *
 * @param server the first name server, with its final dot
 * @param email the mail address of the administrator, written as a name, with its final dot
 * @param serial 32 bits
 * @param refresh seconds
 * @param retry seconds
 * @param expire seconds
 * @param nxDomainTtl seconds
 */
public record ZoneSoa(
        String server, String email, long serial, long refresh, long retry, long expire, long nxDomainTtl) {

    @Override
    public String toString() {
        return server + " " + email + " (" + serial + " " + refresh + " " + retry + " " + expire + " " + nxDomainTtl
                + ")";
    }
}
