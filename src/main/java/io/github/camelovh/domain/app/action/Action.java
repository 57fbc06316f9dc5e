// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.action;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.change.ExecutionResult;
import io.github.camelovh.domain.change.PlanOutcome;
import java.util.List;
import java.util.Optional;

/**
 * One kind of change of a name. It compares before it sends, so that doing it again does nothing: what was broken off is simply
 * done once more. Implementations are thread-safe for different names.
 *
 * <p>All methods throw {@link io.github.camelovh.domain.api.OvhApiException} when OVHcloud cannot be asked, or refuses.
 */
public interface Action {
    /** The actions of the rows that it does. */
    List<String> actions();

    /**
     * Whether the rows of a name are one change, made or not made as a whole. If not, each is looked at and done by itself, so
     * that what becomes of one says nothing of another.
     */
    default boolean isOneForAllRows() {
        return false;
    }

    /**
     * What the rows of one name would change now. Changes nothing.
     *
     * @param rows of these actions, in the order of the file; one, unless they are one change
     * @return one answer for each row, in their order
     */
    List<PlanOutcome> look(DomainName name, List<ActionRow> rows);

    /**
     * Makes the changes of these rows that were approved, and no others.
     *
     * @param rows as for {@link #look}
     * @return one answer for each row, in their order
     */
    List<ExecutionResult> act(DomainName name, List<ActionRow> rows);

    /**
     * How rows go on that wait for something no task tells of. Reads only: nothing is sent and no step is noted.
     *
     * @param rows as for {@link #look}; each has a step
     * @return one answer for each row, in their order: {@link ExecutionResult.Later} where it still waits, else its end; empty
     *     where there is nothing to look at, so that {@link #act} goes on
     */
    default Optional<List<ExecutionResult>> check(DomainName name, List<ActionRow> rows) {
        return Optional.empty();
    }
}
