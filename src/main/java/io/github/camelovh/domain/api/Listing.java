// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

import io.github.camelovh.domain.api.catalog.ListStrategy;
import java.util.List;

/**
 * Many objects, and which of the listed ones could not be had. A vanished or expired one never stops the others.
 *
 * @param found the objects, in the server's order
 * @param missing ids that were listed but gone when asked for (404)
 * @param expired ids of services that are expired or suspended (460)
 * @param strategy the way that was used
 * @param callsMade HTTP calls that this part took
 */
public record Listing<T>(
        List<T> found, List<String> missing, List<String> expired, ListStrategy strategy, int callsMade) {
    public Listing {
        found = List.copyOf(found);
        missing = List.copyOf(missing);
        expired = List.copyOf(expired);
    }
}
