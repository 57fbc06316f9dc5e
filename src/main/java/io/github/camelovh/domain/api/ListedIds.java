// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelovh.domain.api.catalog.ListStrategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads a list as ids first, then the objects: many per call if the server accepts that, otherwise one by one. */
final class ListedIds<T> {
    private final OvhApi api;
    private final int batchSize;
    private final ListParts<T> parts;

    ListedIds(OvhApi api, int batchSize, ListParts<T> parts) {
        this.api = api;
        this.batchSize = batchSize;
        this.parts = parts;
    }

    /**
     * Reads the ids.
     *
     * @return null when the route returned whole objects, which were passed on
     */
    List<String> ids(ListRequest request) {
        ApiCall call = request.list();
        JsonNode array = api.send(call, parts.tally()).json();
        if (!array.isArray() && !array.isNull()) {
            throw ListParts.unexpected(call, "something that is not a list");
        }
        if (request.item() == null || (!array.isEmpty() && array.get(0).isObject())) {
            parts.hand(parts.objects(array, call), List.of(), List.of(), ListStrategy.SINGLE);
            return null;
        }
        List<String> ids = new ArrayList<>(array.size());
        array.forEach(id -> ids.add(id.asText()));
        return ids;
    }

    /**
     * Reads the objects.
     *
     * @param batch whether to try many per call
     * @return whether many per call were possible to the end
     */
    boolean read(ListRequest request, List<String> ids, boolean batch) {
        boolean batching = batch;
        if (ids.isEmpty()) {
            parts.hand(List.of(), List.of(), List.of(), batch ? ListStrategy.BATCH : ListStrategy.SINGLE);
        }
        for (int from = 0; from < ids.size(); from += batchSize) {
            Part<T> part = new Part<>();
            List<String> some = ids.subList(from, Math.min(ids.size(), from + batchSize));
            batching = batching && batch(request, some, part);
            if (!batching) {
                some.forEach(id -> single(request, id, part));
            }
            parts.hand(part.found, part.missing, part.expired, batching ? ListStrategy.BATCH : ListStrategy.SINGLE);
        }
        return batching;
    }

    private boolean batch(ListRequest request, List<String> ids, Part<T> part) {
        StringBuilder segment = new StringBuilder(ids.size() * 12);
        for (String id : ids) {
            segment.append(segment.isEmpty() ? "" : ",");
            ApiPath.appendEncoded(segment, id);
        }
        ApiCall call = request.itemCall(segment.toString()).withHeader("X-Ovh-Batch", ",");
        JsonNode array;
        try {
            array = api.send(call, parts.tally()).json();
        } catch (OvhRejectedInputException | OvhNotFoundException e) {
            return false; // single calls will show whether only the batch was refused
        }
        if (!isBatch(array, ids.size())) {
            return false;
        }
        int place = 0;
        for (JsonNode entry : array) {
            String id = entry.path("key").isValueNode() ? entry.get("key").asText() : ids.get(place);
            if (entry.hasNonNull("value") && !entry.hasNonNull("error")) {
                part.found.add(parts.object(entry.get("value"), call));
            } else {
                failed(request, id, entry.path("error"), part);
            }
            place++;
        }
        return true;
    }

    private static boolean isBatch(JsonNode array, int size) {
        if (!array.isArray() || array.size() != size) {
            return false;
        }
        for (JsonNode entry : array) {
            if (!entry.isObject() || (!entry.has("value") && !entry.has("error"))) {
                return false;
            }
        }
        return true;
    }

    /** The form of an entry's error is not documented: an entry that is not clear is read alone. */
    private void failed(ListRequest request, String id, JsonNode error, Part<T> part) {
        String text = error.toString().toLowerCase(Locale.ROOT);
        if (text.contains("does not exist") || text.contains("client::notfound")) {
            part.missing.add(id);
        } else {
            single(request, id, part);
        }
    }

    private void single(ListRequest request, String id, Part<T> part) {
        ApiCall call = request.itemCall(ApiPath.encode(id));
        try {
            JsonNode tree = api.send(call, parts.tally()).json();
            part.found.add(parts.object(tree, call));
        } catch (OvhNotFoundException e) {
            part.missing.add(id);
        } catch (OvhExpiredServiceException e) {
            part.expired.add(id);
        }
    }

    private static final class Part<T> {
        private final List<T> found = new ArrayList<>();
        private final List<String> missing = new ArrayList<>();
        private final List<String> expired = new ArrayList<>();
    }
}
