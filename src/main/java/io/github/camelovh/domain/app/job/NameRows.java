// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import io.github.camelovh.domain.app.ledger.Request;
import java.util.List;

/**
 * Rows of one file about one name, in one hand.
 *
 * @param domain the name in ASCII form
 * @param rows in the order of the file; at least one
 */
public record NameRows(String domain, List<Request> rows) {
    public NameRows {
        rows = List.copyOf(rows);
    }
}
