// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

import io.github.camelovh.domain.api.catalog.ListStrategy;
import io.github.camelovh.domain.api.catalog.Operation;
import io.github.camelovh.domain.api.catalog.OperationCatalog;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What to list, and which ways of listing the routes are known to offer.
 *
 * @param list the call of the list route
 * @param item the operation that reads one object; null when the list route itself returns objects
 * @param itemPath encoded path of one object, with exactly one placeholder, for its id; null as for {@code item}
 * @param offered ways to try; the first one in the order of {@link ListStrategy} that works is used
 * @param pageSize objects per page; 0 uses the setting
 */
public record ListRequest(ApiCall list, Operation item, String itemPath, Set<ListStrategy> offered, int pageSize) {
    public ListRequest {
        Objects.requireNonNull(list, "list");
        offered = Set.copyOf(offered);
    }

    /**
     * A request with all the ways that the catalog knows for the list.
     *
     * @param operation an operation that lists
     * @param values those of its path, in order
     */
    public static ListRequest of(Operation operation, Object... values) {
        Operation item = OperationCatalog.shipped().itemOf(operation).orElse(null);
        return new ListRequest(
                ApiCall.of(operation, values), item, item == null ? null : filled(item, values), operation.lists(), 0);
    }

    private static String filled(Operation item, Object... values) {
        int id = item.path().lastIndexOf('{');
        return ApiPath.of(item.path().substring(0, id), values) + item.path().substring(id);
    }

    /** The same request with these query parameters. */
    public ListRequest withQuery(List<QueryParameter> parameters) {
        return new ListRequest(list.withQuery(parameters), item, itemPath, offered, pageSize);
    }

    /** The same request with one more query parameter; null leaves it as it is. */
    public ListRequest withQuery(String name, Object value) {
        return new ListRequest(list.withQuery(name, value), item, itemPath, offered, pageSize);
    }

    /** The same request, trying only these ways. */
    public ListRequest offering(Set<ListStrategy> ways) {
        return new ListRequest(list, item, itemPath, ways, pageSize);
    }

    /** The same request with pages of this size. */
    public ListRequest withPageSize(int objects) {
        return new ListRequest(list, item, itemPath, offered, objects);
    }

    /** The call that reads one object, or several whose ids are joined. */
    ApiCall itemCall(String encodedIds) {
        int id = itemPath.indexOf('{');
        return ApiCall.to(item, itemPath.substring(0, id) + encodedIds + itemPath.substring(itemPath.indexOf('}') + 1));
    }
}
