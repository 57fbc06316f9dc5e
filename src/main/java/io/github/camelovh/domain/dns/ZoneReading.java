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

/** How a zone is read. */
public enum ZoneReading {
    /** One call for the whole zone, without ids; the way to look, and to see that nothing is to be done. */
    EXPORT,
    /** With ids, by the fewest calls that the server grants: pages, else batches, else one call a record. */
    IDS,
    /** With ids, page by page: one call per 5,000 records. */
    PAGES,
    /** With ids, one call for the list and one per 100 records. */
    BATCH,
    /** With ids, one call for the list and one per record; always works. */
    SINGLE
}
