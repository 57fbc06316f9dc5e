// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import io.github.camelovh.domain.api.catalog.ListStrategy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Converts trees to objects and passes each part of a list to the caller, with the number of calls it took. Used by one
 * thread.
 */
final class ListParts<T> {
    private final Class<T> type;
    private final ObjectReader reader;
    private final Consumer<Listing<T>> eachPart;
    private final Tally tally = new Tally();
    private int callsTold;

    ListParts(Class<T> type, Consumer<Listing<T>> eachPart) {
        this.type = type;
        this.reader = ApiJson.mapper().readerFor(type);
        this.eachPart = eachPart;
    }

    Tally tally() {
        return tally;
    }

    void hand(List<T> found, List<String> missing, List<String> expired, ListStrategy strategy) {
        int calls = tally.calls() - callsTold;
        callsTold = tally.calls();
        eachPart.accept(new Listing<>(found, missing, expired, strategy, calls));
    }

    List<T> objects(JsonNode array, ApiCall call) {
        List<T> found = new ArrayList<>(array.size());
        for (JsonNode element : array) {
            found.add(object(element, call));
        }
        return found;
    }

    T object(JsonNode tree, ApiCall call) {
        try {
            return reader.readValue(tree);
        } catch (IOException e) {
            throw unexpected(call, "something other than " + type.getSimpleName());
        }
    }

    static OvhServerFaultException unexpected(ApiCall call, String what) {
        return new OvhServerFaultException(
                new ErrorFacts(call.call(), 200, null, null, null, null),
                call.call() + " was answered with " + what + ", so the list could not be read",
                null);
    }
}
