// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelovh.domain.api.Plural;
import io.github.camelovh.domain.app.ledger.ImportedFile;
import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.ledger.Request;
import io.github.camelovh.domain.app.ledger.RequestMove;
import io.github.camelovh.domain.app.ledger.RequestState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Says where files and names stand, in words or as JSON. Thread-safe. */
public final class StatusReport {
    /** Rows that are not at their end, those that somebody may have to look at first. */
    private static final List<RequestState> WAITING = List.of(
            RequestState.UNFINISHED,
            RequestState.AWAITING,
            RequestState.EXECUTING,
            RequestState.APPROVED,
            RequestState.PLANNED,
            RequestState.RECEIVED);

    private final Ledger ledger;

    public StatusReport(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * The files that came last, newest first, each with names that wait: those that need a person first.
     *
     * @param most how many files at most
     * @param names how many names of each file at most
     */
    public String files(int most, int names, boolean json) {
        List<ImportedFile> files = ledger.files().latest(most);
        if (json) {
            ArrayNode list = new ObjectMapper().createArrayNode();
            files.forEach(file -> add(list.addObject(), file, names));
            return list.toPrettyString() + "\n";
        }
        return files.isEmpty()
                ? "No file was imported yet.\n"
                : files.stream().map(file -> line(file) + names(file, names)).collect(Collectors.joining());
    }

    private String names(ImportedFile file, int most) {
        StringBuilder lines = new StringBuilder();
        List<Request> shown = waiting(file, most);
        shown.forEach(row -> lines.append("  ")
                .append(row.domain())
                .append(" (")
                .append(row.action())
                .append("): ")
                .append(RowStatus.of(row, file).line())
                .append('\n'));
        long more = shown.isEmpty() ? 0 : waitingCount(file) - shown.size();
        return more > 0
                ? lines + "  and " + Plural.of(more, "more name that waits", "more names that wait") + "\n"
                : lines.toString();
    }

    private long waitingCount(ImportedFile file) {
        Map<RequestState, Long> counts = ledger.requests().counts(file.id());
        return WAITING.stream()
                .mapToLong(state -> counts.getOrDefault(state, 0L))
                .sum();
    }

    private List<Request> waiting(ImportedFile file, int most) {
        List<Request> rows = new ArrayList<>();
        for (RequestState state : WAITING) {
            if (rows.size() < most) {
                rows.addAll(ledger.requests().page(file.id(), 0, EnumSet.of(state), most - rows.size()));
            }
        }
        rows.sort(Comparator.comparing(row -> !RowStatus.of(row, file).needsPerson()));
        return rows;
    }

    private void add(ObjectNode one, ImportedFile file, int names) {
        one.put("file", file.name())
                .put("state", word(file.state()))
                .put("code", file.planCode())
                .put("rows", file.rowsRead())
                .put("receivedAt", file.receivedAt().toString())
                .put("droppedBy", file.droppedBy())
                .put("approvedBy", file.approvedBy())
                .put("remark", remark(file));
        ObjectNode rows = one.putObject("states");
        ledger.requests().counts(file.id()).forEach((state, count) -> rows.put(word(state), count));
        ArrayNode waiting = one.putArray("waiting");
        for (Request row : waiting(file, names)) {
            ObjectNode each = waiting.addObject()
                    .put("domain", row.domain())
                    .put("action", row.action())
                    .put("line", row.line());
            RowStatus.of(row, file).addTo(each);
        }
    }

    private String line(ImportedFile file) {
        Map<RequestState, Long> counts = ledger.requests().counts(file.id());
        String states = counts.entrySet().stream()
                .map(count -> count.getValue() + " " + word(count.getKey()))
                .collect(Collectors.joining(", "));
        return file.name() + ": " + word(file.state()) + ", " + Plural.of(file.rowsRead(), "row")
                + (states.isEmpty() ? "" : " (" + states + ")")
                + (file.planCode() == null ? "" : ", plan " + file.planCode())
                + (remark(file) == null ? "" : ": " + firstSentence(remark(file))) + "\n";
    }

    /** The error file in the outbox has all of it, such as the list of columns. */
    private static String firstSentence(String remark) {
        return remark.replaceFirst("(?s)\\. (?=\\p{Lu}).*", ".");
    }

    /** Why it was refused as a whole, or who ended what was not begun of it. */
    private static String remark(ImportedFile file) {
        ImportedFile.Cancelled end = file.cancelled();
        return end == null
                ? file.remark()
                : "cancelled" + (end.by() == null ? "" : " by " + end.by()) + " at " + end.at() + ", " + end.why();
    }

    /**
     * All that was ever asked for one name, newest first, each with its moves.
     *
     * @param domain in ASCII form
     */
    public String name(String domain, boolean json) {
        List<Request> requests = ledger.requests().findByDomain(domain.toLowerCase(Locale.ROOT));
        if (json) {
            ArrayNode list = new ObjectMapper().createArrayNode();
            requests.forEach(request -> add(list.addObject(), request, standing(request, requests)));
            return list.toPrettyString() + "\n";
        }
        return requests.isEmpty()
                ? "Nothing was ever asked for " + domain + ".\n"
                : requests.stream()
                        .map(request -> lines(request, standing(request, requests)))
                        .collect(Collectors.joining());
    }

    private void add(ObjectNode one, Request request, RowStatus standing) {
        one.put("domain", request.domain())
                .put("action", request.action())
                .put("line", request.line())
                .put("state", word(request.state()))
                .put("order", request.orderId())
                .put("reason", request.outcome());
        standing.addTo(one);
        ArrayNode moves = one.putArray("moves");
        for (RequestMove move : ledger.requests().history(request.id())) {
            moves.addObject()
                    .put("at", move.at().toString())
                    .put("from", word(move.from()))
                    .put("to", word(move.to()))
                    .put("why", move.why());
        }
    }

    private String lines(Request request, RowStatus standing) {
        String head = request.domain() + " (" + request.action() + ", line " + request.line() + "): " + standing.line()
                + "\n";
        return head
                + ledger.requests().history(request.id()).stream()
                        .map(move -> "  " + move.at() + "  " + word(move.from()) + " -> " + word(move.to()) + "  "
                                + move.why() + "\n")
                        .collect(Collectors.joining());
    }

    /**
     * What another row of the same action did, though later, leaves a person nothing to do about one that ended; that may be an older
     * row, for which this one was refused.
     */
    private RowStatus standing(Request request, List<Request> all) {
        RowStatus standing =
                RowStatus.of(request, ledger.files().find(request.fileId()).orElseThrow());
        boolean doneSince = request.state().isFinal()
                && all.stream()
                        .anyMatch(other -> other.id() != request.id()
                                && other.action().equals(request.action())
                                && other.state() == RequestState.DONE
                                && !other.changedAt().isBefore(request.changedAt()));
        return doneSince ? standing.withNothingToDo() : standing;
    }

    private static String word(Enum<?> state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
