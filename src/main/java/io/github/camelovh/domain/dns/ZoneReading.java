// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

/** How a zone is read. */
public enum ZoneReading {
    /** One call for the whole zone, without ids; for viewing, and for finding that there is nothing to do. */
    EXPORT,
    /** With ids, with the fewest calls that the server allows: pages, else batches, else one call per record. */
    IDS,
    /** With ids, page by page: one call per 5,000 records. */
    PAGES,
    /** With ids, one call for the list and one per 100 records. */
    BATCH,
    /** With ids, one call for the list and one per record; always works. */
    SINGLE
}
