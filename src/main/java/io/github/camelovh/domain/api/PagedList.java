// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelovh.domain.api.catalog.ListStrategy;
import java.util.ArrayList;
import java.util.List;

/** A list read as whole objects: by cursor on version 2, by numbered pages on version 1. Used by one thread. */
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

    /** Has the server leave out what does not meet the condition, and what it remembers from an earlier list. */
    PagedList<T> filteredBy(String condition) {
        filter = condition;
        return this;
    }

    /** The ids that came in place of objects from a server that does not know pages; null when none came. */
    List<String> bareIds() {
        return bareIds;
    }

    /**
     * Reads all pages.
     *
     * @return false when the server does not take pages; nothing was handed over then
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
            return 1; // the server gave all at once
        }
        try {
            return Long.parseLong(total.strip());
        } catch (NumberFormatException e) {
            throw ListParts.unexpected(call, "a number of pages that is no number");
        }
    }

    private ApiAnswer ask(ApiCall call, boolean first) {
        try {
            return api.send(call, parts.tally());
        } catch (OvhRejectedInputException | OvhNotFoundException e) {
            if (first) {
                return null; // it may be the paging that it does not take: the plain list will tell
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
            throw ListParts.unexpected(call, "something that is no list");
        }
        if (request.item() != null && !array.isEmpty() && !array.get(0).isObject()) {
            if (!first) {
                throw ListParts.unexpected(call, "ids in place of objects");
            }
            bareIds = new ArrayList<>(array.size());
            array.forEach(id -> bareIds.add(id.asText()));
            return false;
        }
        parts.hand(parts.objects(array, call), List.of(), List.of(), ListStrategy.PAGES);
        return true;
    }
}
