// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the watchers of a row remember of it between two looks, whoever they are. Holds no secret in clear. Immutable.
 *
 * @param task the task that brings its end; null while it is not known
 * @param supplied values that a person gave later, sealed; null for none
 * @param again whether a person asked for the task to be begun again as it is
 * @param tries what was tried since a person last gave something
 * @param step what the row's kind of change noted last, in its own words; null for nothing
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record RepairProgress(Long task, String supplied, boolean again, List<Try> tries, String step) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * One repair of the task.
     *
     * @param mark a sign of the values that were set
     * @param at when it was begun, milliseconds since 1970
     * @param done whether it is known to be carried out
     */
    record Try(String mark, long at, boolean done) {}

    RepairProgress {
        tries = tries == null ? List.of() : List.copyOf(tries);
    }

    static RepairProgress of(String json) {
        if (json == null) {
            return new RepairProgress(null, null, false, List.of(), null);
        }
        try {
            return JSON.readValue(json, RepairProgress.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The ledger has no memo of a row: " + json, e);
        }
    }

    String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A memo can always be written as JSON", e);
        }
    }

    RepairProgress ofTask(long id) {
        return new RepairProgress(id, supplied, again, tries, step);
    }

    /** The row's kind of change has come to a step. */
    RepairProgress atStep(String text) {
        return new RepairProgress(task, supplied, again, tries, text);
    }

    /** After a person gave something: what was tried before counts no more. */
    RepairProgress supplied(String values, boolean tryAgain) {
        return new RepairProgress(task, values == null ? supplied : values, tryAgain, List.of(), step);
    }

    Optional<Try> latest() {
        return tries.isEmpty() ? Optional.empty() : Optional.of(tries.get(tries.size() - 1));
    }

    /** A repair is about to be carried out. */
    RepairProgress trying(String mark, long at) {
        List<Try> more = new ArrayList<>(tries);
        more.add(new Try(mark, at, false));
        return new RepairProgress(task, supplied, false, more, step);
    }

    /** The latest repair was carried out. */
    RepairProgress done() {
        List<Try> more = new ArrayList<>(tries);
        Try last = more.remove(more.size() - 1);
        more.add(new Try(last.mark(), last.at(), true));
        return new RepairProgress(task, supplied, again, more, step);
    }
}
