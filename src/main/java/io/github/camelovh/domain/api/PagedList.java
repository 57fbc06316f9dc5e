// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelovh.domain.api.catalog.ListStrategy;
import java.util.ArrayList;
import java.util.List;

/** Reads a list as whole objects: by cursor on version 2, by numbered pages on version 1. Used by one thread. */
final class PagedList<T> {
    private static final String CURSOR_NEXT = "X-Pagination-Cursor-Next";

    private final OvhApi api;
    private final int pageSize;
    private final ListParts<T> parts;
    private List<String> bareIds;
    private String filter;

    PagedList(OvhApi api, int pageSize, ListParts<T> parts) {
        this.api = api;
        this.pageSize = pageSize;
        this.parts = parts;
    }

    /** Lets the server leave out objects that do not meet the condition, and its cache of an earlier list. */
    PagedList<T> filteredBy(String condition) {
        filter = condition;
        return this;
    }

    /** The ids that a server without pages returned instead of objects; null if there were none. */
    List<String> bareIds() {
        return bareIds;
    }

    /**
     * Reads all pages.
     *
     * @return false when the server does not support pages; nothing was passed on then
     */
    boolean read(ListRequest request) {
        ApiCall list = request.list().withHeader("X-Pagination-Size", Integer.toString(pageSize));
        if (filter != null) {
            list = list.withHeader("X-Pagination-Filter", filter);
        }
        return request.list().path().startsWith("/v2/") ? cursor(request, list) : numbered(request, list);
    }

    private boolean cursor(ListRequest request, ApiCall list) {
        String next = null;
        boolean first = true;
        do {
            ApiCall call = next == null ? list : list.withHeader("X-Pagination-Cursor", next);
            ApiAnswer answer = ask(call, first);
            if (answer == null || !page(request, answer, call, first)) {
                return false;
            }
            first = false;
            String former = next;
            next = answer.header(CURSOR_NEXT);
            if (next != null && next.equals(former)) {
                throw ListParts.unexpected(call, "the same page again");
            }
        } while (next != null && !next.isEmpty());
        return true;
    }

    private boolean numbered(ListRequest request, ApiCall list) {
        ApiCall paged = list.withHeader("X-Pagination-Mode", "CachedObjectList-Pages");
        long pages = 1;
        for (long number = 1; number <= pages; number++) {
            ApiCall call = paged.withHeader("X-Pagination-Number", Long.toString(number));
            if (filter != null && number == 1) {
                call = call.withHeader("Pragma", "no-cache");
            }
            ApiAnswer answer = ask(call, number == 1);
            if (answer == null || !page(request, answer, call, number == 1)) {
                return false;
            }
            pages = total(answer, call);
        }
        return true;
    }

    private static long total(ApiAnswer answer, ApiCall call) {
        String total = answer.header("X-Pagination-Total");
        if (total == null) {
            return 1; // the server returned everything at once
        }
        try {
            return Long.parseLong(total.strip());
        } catch (NumberFormatException e) {
            throw ListParts.unexpected(call, "a page count that is not a number");
        }
    }

    private ApiAnswer ask(ApiCall call, boolean first) {
        try {
            return api.send(call, parts.tally());
        } catch (OvhRejectedInputException | OvhNotFoundException e) {
            if (first) {
                return null; // perhaps only the paging was refused: the plain list will show
            }
            throw e;
        }
    }

    private boolean page(ListRequest request, ApiAnswer answer, ApiCall call, boolean first) {
        JsonNode array = answer.json();
        if (!array.isArray()) {
            if (first) {
                return false;
            }
            throw ListParts.unexpected(call, "something that is not a list");
        }
        if (request.item() != null && !array.isEmpty() && !array.get(0).isObject()) {
            if (!first) {
                throw ListParts.unexpected(call, "ids instead of objects");
            }
            bareIds = new ArrayList<>(array.size());
            array.forEach(id -> bareIds.add(id.asText()));
            return false;
        }
        parts.hand(parts.objects(array, call), List.of(), List.of(), ListStrategy.PAGES);
        return true;
    }
}
