// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import java.time.Instant;

/**
 * One file as the ledger knows it. Its identity is its content: the same bytes under another name are the same file.
 *
 * @param id number in the ledger
 * @param name the name under which it first came, without a path
 * @param contentHash SHA-256 of its bytes, 64 lower-case hexadecimal digits
 * @param state where it stands
 * @param rowsRead rows stored so far
 * @param lastLine line of the file up to which rows are stored, 0 before the first
 * @param owner who works on it, null if nobody
 * @param leaseUntil until when that is believed, null if nobody works on it
 * @param planCode code of the closed plan, by which it is approved; null before
 * @param planDigest SHA-256 of all that is approved with that plan, null before
 * @param limits the money limits that its plan was shown with; none before
 * @param droppedBy who dropped or imported it; null where that is not known
 * @param approvedBy who approved the plan, null before
 * @param approvedAt when, null before
 * @param cancelled who ended what was not begun of it; null if nobody did
 * @param remark why it was refused as a whole, null otherwise
 * @param receivedAt when it first came
 * @param changedAt last change of this entry
 */
public record ImportedFile(
        long id,
        String name,
        String contentHash,
        FileState state,
        long rowsRead,
        long lastLine,
        String owner,
        Instant leaseUntil,
        String planCode,
        String planDigest,
        BudgetLimits limits,
        String droppedBy,
        String approvedBy,
        Instant approvedAt,
        Cancelled cancelled,
        String remark,
        Instant receivedAt,
        Instant changedAt) {

    /**
     * That somebody ended what was not begun.
     *
     * @param by who; null where that is not known
     * @param at when
     * @param why in words
     */
    public record Cancelled(String by, Instant at, String why) {}

    /** Whether it is a zone file, which has the name of its zone. */
    public boolean isOfZone() {
        return name.endsWith(".zone");
    }

    /** Whether it ended before anything in it was approved: nothing of it was ever begun. */
    public boolean endedUnapproved() {
        return cancelled != null && approvedAt == null;
    }
}
