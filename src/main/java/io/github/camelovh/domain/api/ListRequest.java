// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What to list, and which ways of listing the routes are known to offer.
 *
 * @param listPath encoded path of the list route, such as {@code /me/task/domain}
 * @param query sent with each call of the list route
 * @param itemPath path of one object with exactly one placeholder, such as {@code /me/task/domain/{id}}; null when the
 * list route itself returns objects
 * @param offered ways to try; the first one in the order of {@link ListStrategy} that works is used
 * @param pageSize objects per page; 0 uses the setting
 * @param batchSize ids per batch call; 0 uses the setting
 */
public record ListRequest(
        String listPath,
        List<QueryParameter> query,
        String itemPath,
        Set<ListStrategy> offered,
        int pageSize,
        int batchSize) {
    public ListRequest {
        Objects.requireNonNull(listPath, "listPath");
        query = List.copyOf(query);
        offered = Set.copyOf(offered);
        if (itemPath != null && (itemPath.indexOf('{') < 0 || itemPath.indexOf('{') != itemPath.lastIndexOf('{'))) {
            throw new IllegalArgumentException("The item path " + itemPath + " must have exactly one placeholder");
        }
    }

    /**
     * A request with all the ways of version 1 and the sizes of the settings.
     *
     * @param listPath encoded
     * @param itemPath with one placeholder
     */
    public static ListRequest of(String listPath, String itemPath) {
        return new ListRequest(
                listPath,
                List.of(),
                itemPath,
                Set.of(ListStrategy.PAGES, ListStrategy.BATCH, ListStrategy.SINGLE),
                0,
                0);
    }

    /** The same request with these query parameters. */
    public ListRequest withQuery(List<QueryParameter> parameters) {
        return new ListRequest(listPath, parameters, itemPath, offered, pageSize, batchSize);
    }

    /** The same request, trying only these ways. */
    public ListRequest offering(Set<ListStrategy> ways) {
        return new ListRequest(listPath, query, itemPath, ways, pageSize, batchSize);
    }
}
