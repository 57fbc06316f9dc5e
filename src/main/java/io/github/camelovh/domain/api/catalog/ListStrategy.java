// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api.catalog;

/** The ways to read many objects, cheapest first. */
public enum ListStrategy {
    /** One call returns everything in another form, such as a zone file. */
    EXPORT,
    /** The list route returns whole objects, page by page (cursor on version 2, undocumented headers on version 1). */
    PAGES,
    /** One call for some hundred ids (undocumented). */
    BATCH,
    /** One call for each id; always works. */
    SINGLE
}
