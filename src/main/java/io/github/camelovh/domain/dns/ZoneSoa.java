/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.github.camelovh.domain.dns;

/**
 * The start of authority, as zone files have it. The API keeps it apart from the records, in
 * {@code /domain/zone/{zoneName}/soa}, so a plan never touches it.
 *
 * @param server the first name server, with its final dot
 * @param email the address of who is in charge, written as a name, with its final dot
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
