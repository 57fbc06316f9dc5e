// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Cuts lists into pages as the headers of a request say. Pure. */
final class Paging {
    /** The v1 routes that are known to have pages. */
    static final Set<String> KNOWN =
            Set.of("/me/task/domain", "/me/task/dns", "/services", "/domain", "/me/payment/method");

    private static final int USUAL_SIZE = 100;
    private static final int LARGEST_SIZE = 5_000;

    private Paging() {}

    static boolean askedFor(Received request) {
        return request.header("X-Pagination-Mode")
                .filter(mode -> mode.startsWith("CachedObjectList-"))
                .isPresent();
    }

    /** The filtered, sorted and paged objects of a v1 list. */
    static SandboxAnswer v1(Received request, List<JsonNode> objects) {
        List<JsonNode> wanted = new ArrayList<>(objects);
        request.header("X-Pagination-Filter").ifPresent(text -> {
            List<PageFilter> filters = PageFilter.parse(text);
            wanted.removeIf(object -> !filters.stream().allMatch(filter -> filter.accepts(object)));
        });
        request.header("X-Pagination-Sort").ifPresent(property -> {
            Comparator<JsonNode> order = (one, other) ->
                    PageFilter.compare(PageFilter.property(one, property), PageFilter.property(other, property));
            boolean descending =
                    request.header("X-Pagination-Sort-Order").orElse("ASC").equals("DESC");
            wanted.sort(descending ? order.reversed() : order);
        });
        if (request.header("X-Pagination-Mode").orElse("").endsWith("-Cursor")) {
            return cursor(request, wanted);
        }
        return numbered(request, page(request, wanted), wanted.size());
    }

    /** Whether the list is long and the request simple, so that it is enough to read the objects of one page. */
    static boolean onlyPageWanted(Received request, List<JsonNode> ids) {
        return ids.size() > LARGEST_SIZE
                && request.header("X-Pagination-Filter").isEmpty()
                && request.header("X-Pagination-Sort").isEmpty()
                && !request.header("X-Pagination-Mode").orElse("").endsWith("-Cursor");
    }

    /** The elements of the requested page. */
    static List<JsonNode> page(Received request, List<JsonNode> all) {
        long from = (long) (pageNumber(request) - 1) * size(request);
        return all.stream().skip(from).limit(size(request)).toList();
    }

    /** A page of objects, with the total number of elements. */
    static SandboxAnswer numbered(Received request, List<JsonNode> page, int elements) {
        int size = size(request);
        int pages = Math.max(1, (elements + size - 1) / size);
        return SandboxAnswer.ok(slice(page, 0, size))
                .withHeader("X-Pagination-Elements", String.valueOf(elements))
                .withHeader("X-Pagination-Total", String.valueOf(pages))
                .withHeader("X-Pagination-Number", String.valueOf(pageNumber(request)))
                .withHeader("X-Pagination-Size", String.valueOf(size));
    }

    private static int pageNumber(Received request) {
        return Math.max(1, number(request, "X-Pagination-Number", 1));
    }

    /** A page of a v2 list, or of a v1 list in cursor mode. The last page has no next cursor. */
    static SandboxAnswer cursor(Received request, List<JsonNode> objects) {
        int size = size(request);
        int from = request.header("X-Pagination-Cursor").map(Paging::offset).orElse(0);
        SandboxAnswer answer = SandboxAnswer.ok(slice(objects, from, size));
        return from + size < objects.size()
                ? answer.withHeader("X-Pagination-Cursor-Next", cursorAt(from + size))
                : answer;
    }

    private static ArrayNode slice(List<JsonNode> all, long from, int size) {
        ArrayNode page = JsonNodeFactory.instance.arrayNode();
        all.stream().skip(from).limit(size).forEach(page::add);
        return page;
    }

    private static int size(Received request) {
        return Math.max(1, Math.min(LARGEST_SIZE, number(request, "X-Pagination-Size", USUAL_SIZE)));
    }

    private static int number(Received request, String header, int otherwise) {
        String text = request.header(header).orElse(String.valueOf(otherwise));
        if (!text.matches("\\d{1,9}")) {
            throw SandboxAnswer.badRequest("Header " + header + " isn't formated correctly")
                    .refusal();
        }
        return Integer.parseInt(text);
    }

    private static String cursorAt(int offset) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("{\"offset\":" + offset + "}").getBytes(StandardCharsets.UTF_8));
    }

    private static int offset(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            return Integer.parseInt(text.replaceAll("\\D", ""));
        } catch (IllegalArgumentException e) {
            throw SandboxAnswer.badRequest("Header X-Pagination-Cursor isn't formated correctly")
                    .refusal();
        }
    }
}
