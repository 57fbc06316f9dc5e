// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

import io.github.camelovh.domain.api.catalog.ListStrategy;
import java.util.List;

/**
 * Many objects, and the listed ones that could not be read. A deleted or expired object never stops the others.
 *
 * @param found the objects, in the server's order
 * @param missing ids that were in the list but gone when they were read (404)
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
