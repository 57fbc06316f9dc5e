/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
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
