// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/**
 * The objects of the list that was paged last, so that the next page of ten thousand does not cost ten thousand objects
 * again. What is in it holds while nothing happens, and for some seconds. Lives under the lock of the house.
 */
final class ObjectCache {

    private static final Duration LIFE = Duration.ofSeconds(5);

    private String list = "";
    private List<JsonNode> ids = List.of();
    private List<JsonNode> objects = List.of();
    private long version;
    private Instant until = Instant.MIN;

    /**
     * The objects of a list.
     *
     * @param of which list it is
     * @param wanted the ids that it has now
     * @param at a number that is another one whenever something has happened
     * @param look looks at all of them
     */
    List<JsonNode> objects(String of, List<JsonNode> wanted, long at, Instant now, Supplier<List<JsonNode>> look) {
        boolean good = list.equals(of) && version == at && now.isBefore(until) && ids.equals(wanted);
        if (!good) {
            objects = List.copyOf(look.get());
            list = of;
            ids = List.copyOf(wanted);
            version = at;
            until = now.plus(LIFE);
        }
        return objects;
    }
}
