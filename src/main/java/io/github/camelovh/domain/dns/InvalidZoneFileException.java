// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.dns;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.VisibleText;
import java.util.List;

/**
 * A zone file that is not valid for a zone; nothing was changed. This is the user's mistake, so the message says
 * everything.
 */
public final class InvalidZoneFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int NAMED = 20;
    private static final int LONGEST = 2_000;

    @SuppressWarnings("serial") // A list of immutable records; exceptions of this project are never serialized.
    private final List<RecordRefusal> refusals;

    InvalidZoneFileException(DomainName zone, List<RecordRefusal> refusals) {
        super(message(zone, refusals));
        this.refusals = List.copyOf(refusals);
    }

    private static String message(DomainName zone, List<RecordRefusal> refusals) {
        var text = new StringBuilder("The zone file for ").append(zone).append(" is refused, and nothing was changed:");
        refusals.stream().limit(NAMED).forEach(refusal -> text.append("\n  ")
                .append(VisibleText.line(refusal.toString(), LONGEST)));
        if (refusals.size() > NAMED) {
            text.append("\n  and ").append(refusals.size() - NAMED).append(" more");
        }
        return text.toString();
    }

    /** All problems, by line. */
    public List<RecordRefusal> refusals() {
        return refusals;
    }

    /** The line of the first refusal; 0 if it concerns the whole file. */
    public int line() {
        return refusals.get(0).line();
    }

    /** The reason of the first refusal. */
    public String reason() {
        return refusals.get(0).reason();
    }
}
