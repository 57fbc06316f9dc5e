// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/**
 * Caches the objects of the last list that was read in pages, so that the next page of ten thousand objects need not
 * read all objects again. Valid while the state does not change, for some seconds. Guarded by the sandbox's lock.
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
     * @param of identifies the list
     * @param wanted its current ids
     * @param at a number that changes whenever the state changes
     * @param look reads all of them
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
