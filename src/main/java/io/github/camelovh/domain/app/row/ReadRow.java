// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.row;

import io.github.camelovh.domain.api.model.AuthCode;
import io.github.camelovh.domain.api.model.HoldsSecret;
import java.util.List;
import java.util.Objects;

/** A row after reading: parsed, or refused with all its reasons at once. */
public sealed interface ReadRow {
    /** The line of the file where the row begins, counted from 1. */
    long line();

    /** One cell per {@link RowHeader#columns() column}, as the user wrote it; secrets are masked as {@code ***}. */
    List<String> cells();

    /** The refusals; none for an accepted row. */
    List<RowRefusal> refusals();

    /**
     * A row that can be tried.
     *
     * @param line line of the file
     * @param cells cells as the user wrote them
     * @param command the parsed request
     * @param authCode its auth code; null for none
     */
    @HoldsSecret
    record Accepted(long line, List<String> cells, RowCommand command, AuthCode authCode) implements ReadRow {
        public Accepted {
            cells = List.copyOf(cells);
            Objects.requireNonNull(command);
        }

        @Override
        public List<RowRefusal> refusals() {
            return List.of();
        }
    }

    /**
     * A row that cannot be executed in this form.
     *
     * @param line line of the file
     * @param cells cells as the user wrote them
     * @param action the text of its action, trimmed; may be empty
     * @param domain the name in ASCII form if it was valid, else its text; may be empty
     * @param refusals at least one
     */
    record Refused(long line, List<String> cells, String action, String domain, List<RowRefusal> refusals)
            implements ReadRow {
        public Refused {
            cells = List.copyOf(cells);
            refusals = List.copyOf(refusals);
            if (refusals.isEmpty()) {
                throw new IllegalArgumentException("Row " + line + " is refused without a reason");
            }
        }
    }
}
