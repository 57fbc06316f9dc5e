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
package io.github.camelovh.domain.app.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/** The numbers of the tasks that a row waits for, as the ledger keeps them. */
final class AwaitedTasks {
    private static final ObjectMapper JSON = new ObjectMapper();

    private AwaitedTasks() {}

    static String json(List<Long> tasks) {
        return JSON.createObjectNode().set("tasks", JSON.valueToTree(tasks)).toString();
    }

    /** None where nothing was noted. */
    static List<Long> of(String json) {
        List<Long> tasks = new ArrayList<>();
        if (json != null) {
            try {
                JsonNode tree = JSON.readTree(json).path("tasks");
                tree.forEach(each -> tasks.add(each.asLong()));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("The ledger has no list of tasks: " + json, e);
            }
        }
        return tasks;
    }
}
