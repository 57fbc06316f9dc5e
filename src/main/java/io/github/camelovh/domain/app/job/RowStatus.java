// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelovh.domain.app.ledger.ImportedFile;
import io.github.camelovh.domain.app.ledger.Request;
import io.github.camelovh.domain.app.row.RowCommand;
import java.time.Instant;

/**
 * Where one row stands, in words.
 *
 * @param state what is the case
 * @param since when it came to that
 * @param next what happens next, or what is known of it; null if nothing more does
 * @param awaitedFrom whose turn it is
 * @param whatToDo what a person can do; null if nothing
 */
record RowStatus(String state, Instant since, String next, Party awaitedFrom, String whatToDo) {

    /** Whose turn it is. */
    enum Party {
        YOU("you"),
        REGISTRY("registry"),
        LOSING_REGISTRAR("losing registrar"),
        GAINING_REGISTRAR("gaining registrar"),
        OVHCLOUD("OVHcloud"),
        US("ovh-domain"),
        NOBODY("nobody");

        private final String text;

        Party(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    /** The table: from the state and the action of a row to words. What was told of the row last goes before what is usual. */
    static RowStatus of(Request row, ImportedFile file) {
        return switch (row.state()) {
            case RECEIVED -> us(row, "received", "what it costs or changes is found out");
            case PLANNED ->
                new RowStatus(
                        "planned",
                        row.changedAt(),
                        "it is done once its plan is approved",
                        Party.YOU,
                        file.planCode() == null ? null : "ovh-domain approve " + file.planCode());
            case APPROVED ->
                us(row, "approved", row.dueAt() == null ? "it is begun" : "it is begun, not before " + row.dueAt());
            case EXECUTING ->
                row.byCart()
                        ? us(row, "being bought", "it is bought, or looked for if the process died")
                        : us(row, "being changed", "it is changed, or compared if the process died");
            case AWAITING -> row.byCart() ? ordered(row) : awaiting(row);
            case UNFINISHED ->
                new RowStatus(
                        "unfinished",
                        row.changedAt(),
                        row.outcome(),
                        Party.YOU,
                        row.whatToDo() == null ? "import the same file again" : row.whatToDo());
            case DONE -> ended(row, "done");
            case REFUSED -> ended(row, "refused");
            case FAILED -> ended(row, "failed");
            case CANCELLED -> ended(row, "cancelled");
        };
    }

    private static RowStatus ordered(Request row) {
        boolean transfer = RowCommand.Transfer.ACTION.equals(row.action());
        String state = transfer ? "under way to OVHcloud" : "ordered";
        String usual = transfer ? "its registrar lets it go, or says nothing for some days" : "the registry creates it";
        if (row.whatToDo() != null) {
            return new RowStatus(state, row.changedAt(), next(row, usual), Party.YOU, row.whatToDo());
        }
        if (isAtOvh(row)) {
            return new RowStatus(state, row.changedAt(), next(row, usual), Party.OVHCLOUD, null);
        }
        Party from = transfer ? Party.LOSING_REGISTRAR : Party.REGISTRY;
        return new RowStatus(state, row.changedAt(), next(row, usual), from, null);
    }

    private static RowStatus awaiting(Request row) {
        if (isAtOvh(row)) {
            return new RowStatus("sent", row.changedAt(), next(row, ""), Party.OVHCLOUD, null);
        }
        boolean leaves = RowCommand.Leave.RELEASE.equals(row.action());
        return new RowStatus(
                leaves ? "being released" : "sent",
                row.changedAt(),
                next(row, leaves ? "the other registrar asks for it" : "the registry makes the change"),
                leaves && AwaitedTasks.of(row.facts()).tasks().isEmpty() ? Party.GAINING_REGISTRAR : Party.REGISTRY,
                row.whatToDo());
    }

    /** As {@link TaskRepair} tells it. */
    private static boolean isAtOvh(Request row) {
        return row.outcome() != null
                && (row.outcome().endsWith(TaskRepair.BY_ITSELF)
                        || row.outcome().endsWith(TaskRepair.IN_THEIR_HANDS));
    }

    private static String next(Request row, String usual) {
        return row.outcome() == null ? usual : row.outcome();
    }

    private static RowStatus us(Request row, String state, String next) {
        return new RowStatus(state, row.changedAt(), row.outcome() == null ? next : row.outcome(), Party.US, null);
    }

    private static RowStatus ended(Request row, String state) {
        return new RowStatus(
                state,
                row.changedAt(),
                row.outcome(),
                row.whatToDo() == null ? Party.NOBODY : Party.YOU,
                row.whatToDo());
    }

    RowStatus withNothingToDo() {
        return new RowStatus(state, since, next, Party.NOBODY, null);
    }

    boolean needsPerson() {
        return awaitedFrom == Party.YOU;
    }

    /** One line without the name. */
    String line() {
        return state + " since " + since + (next == null ? "" : "; " + next) + "; awaited from: " + awaitedFrom.text()
                + (whatToDo == null ? "" : "; to do: " + whatToDo);
    }

    void addTo(ObjectNode json) {
        json.put("standing", state)
                .put("since", since.toString())
                .put("next", next)
                .put("awaitedFrom", awaitedFrom.text())
                .put("whatToDo", whatToDo);
    }
}
