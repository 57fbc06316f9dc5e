// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.action;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.change.ExecutionResult;
import io.github.camelovh.domain.change.PlanOutcome;
import java.util.List;
import java.util.Optional;

/**
 * What rows of one kind do to a name. It compares before it sends, so that doing it again does nothing: what was broken off is
 * simply done once more. Implementations are thread-safe for different names.
 *
 * <p>All methods throw {@link io.github.camelovh.domain.api.OvhApiException} when OVHcloud cannot be asked, or refuses.
 */
public interface Action {

    /** The actions of the rows that it does, as files name them. */
    List<String> actions();

    /**
     * Whether the rows of a name are one change, made or not made as a whole. If not, each is planned and done by itself, so
     * that what becomes of one says nothing of another.
     */
    default boolean isOneForAllRows() {
        return false;
    }

    /**
     * What is known of a row without a call for it alone: it ends many rows of a large file at once.
     *
     * @return empty where it has to be planned by itself
     */
    default Optional<PlanOutcome> sortOut(DomainName name, ActionRow row) {
        return Optional.empty();
    }

    /**
     * What the rows of one name would change now. Changes nothing.
     *
     * @param rows of these actions, in the order of the file; one, unless they are one change
     * @return one answer for each row, in their order
     */
    List<PlanOutcome> look(DomainName name, List<ActionRow> rows);

    /**
     * The terms of a row that settings add to its plan: another text where other settings would have something else done.
     *
     * @return null where settings add nothing
     */
    default String terms(ActionRow row) {
        return null;
    }

    /**
     * Makes the changes of these rows that were approved, and no others.
     *
     * @param rows as for {@link #look}
     * @return one answer for each row, in their order
     */
    List<ExecutionResult> act(DomainName name, List<ActionRow> rows);

    /**
     * How rows that wait stand, whose tasks are done or that have none. Reads only, and changes nothing.
     *
     * @param rows as for {@link #look}
     * @return one answer for each row, in their order: {@link ExecutionResult.Later} where it still waits, else how it ended; empty
     *     where there is nothing to look at and {@link #act} goes on
     */
    default Optional<List<ExecutionResult>> check(DomainName name, List<ActionRow> rows) {
        return Optional.empty();
    }
}
