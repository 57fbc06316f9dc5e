// SPDX-License-Identifier: Apache-2.0
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
