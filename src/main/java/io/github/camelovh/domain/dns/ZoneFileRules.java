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
