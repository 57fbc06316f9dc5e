// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/**
 * What a row waits for, as the ledger keeps it.
 *
 * @param tasks numbers of tasks at OVHcloud
 * @param goOn whether there is more to do once they are done, and the row's time has come
 */
record AwaitedTasks(List<Long> tasks, boolean goOn) {
    private static final ObjectMapper JSON = new ObjectMapper();

    AwaitedTasks {
        tasks = tasks == null ? List.of() : List.copyOf(tasks);
    }

    String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Numbers can always be written as JSON", e);
        }
    }

    /** None where nothing was noted. */
    static AwaitedTasks of(String json) {
        if (json == null) {
            return new AwaitedTasks(List.of(), false);
        }
        try {
            return JSON.readValue(json, AwaitedTasks.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The ledger has no list of tasks: " + json, e);
        }
    }
}
