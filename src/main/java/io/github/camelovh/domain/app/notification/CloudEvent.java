// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.notification;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.api.model.VisibleText;
import io.github.camelovh.domain.app.ledger.ImportedFile;
import io.github.camelovh.domain.app.ledger.Notification;
import io.github.camelovh.domain.app.ledger.RenewalWarning;
import io.github.camelovh.domain.app.ledger.RequestMove;
import io.github.camelovh.domain.app.ledger.RequestState;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * An event for other systems, in the form of CloudEvents 1.0. Its data contains the name and the request or the
 * warning, but no cells of a row, and so no owner and no secrets.
 *
 * @param id the same for every delivery of this event, so that receivers detect duplicates
 * @param source its source
 * @param type for example {@code io.github.camelovh.domain.transfer.news}
 * @param subject the name, or the file
 * @param time when it happened
 * @param data details as JSON
 * @param line one line of text
 * @param needsAttention whether a person must act
 * @param fileName for a separate file; sorted in the order of the ledger, and the same for the same event
 * @param number of the state change in the ledger; 0 if it is not a state change
 */
public record CloudEvent(
        String id,
        String source,
        String type,
        String subject,
        Instant time,
        String data,
        String line,
        boolean needsAttention,
        String fileName,
        long number) {
    /** The media type of {@link #json}. */
    public static final String MEDIA_TYPE = "application/cloudevents+json; charset=UTF-8";

    /** All of it may have been written by others; the data are JSON, in which nothing can be hidden but reading directions. */
    public CloudEvent {
        subject = VisibleText.line(subject);
        line = VisibleText.line(line);
        data = VisibleText.line(data);
    }

    private static final String TYPE = "io.github.camelovh.domain.";
    private static final int HASH_SHOWN = 16;
    private static final Set<RequestState> TROUBLE =
            EnumSet.of(RequestState.UNFINISHED, RequestState.FAILED, RequestState.REFUSED);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A state change of a row; it needs attention if the request was not fulfilled. */
    public static CloudEvent of(Notification notice) {
        String content = notice.file().contentHash().substring(0, HASH_SHOWN);
        RequestMove move = notice.move();
        boolean trouble = TROUBLE.contains(move.to());
        ObjectNode data = JSON.createObjectNode()
                .put("file", notice.file().name())
                .put("line", notice.line())
                .put("action", notice.action())
                .put("domain", notice.domain())
                .put("state", state(move.to()))
                .put("before", state(move.from()))
                .put("reason", move.why())
                .put("whatToDo", notice.whatToDo())
                .put("orderId", notice.orderId())
                .put("needsAttention", trouble);
        String toDo = notice.whatToDo();
        return new CloudEvent(
                content + "-" + notice.line() + "-" + notice.number(),
                "urn:ovh-domain:file:" + content,
                TYPE + word(notice.action()) + "." + word(move.event().name()),
                notice.domain(),
                move.at(),
                data.toString(),
                notice.domain() + " (" + notice.action() + "): " + state(move.to()) + ", " + move.why()
                        + (toDo == null ? "" : ". To do: " + toDo),
                trouble,
                String.format(Locale.ROOT, "%019d-%s.json", notice.number(), content),
                notice.number());
    }

    /**
     * A plan that waits for approval.
     *
     * @param file its file
     * @param rows how many rows it would execute
     * @param withTax their lowest price; null for nothing
     * @param unusual what an approver should check carefully
     * @param size its size, in words
     * @param command the command that approves it
     */
    public static CloudEvent ofPlan(
            ImportedFile file, long rows, Money withTax, List<String> unusual, String size, String command) {
        String code = file.planCode();
        ObjectNode data = JSON.createObjectNode()
                .put("file", file.name())
                .put("code", code)
                .put("rows", rows)
                .put("totalWithTax", withTax == null ? null : withTax.amount())
                .put("currency", withTax == null ? null : withTax.currency())
                .put("droppedBy", file.droppedBy())
                .put("reason", size)
                .put("whatToDo", command)
                .put("needsAttention", true);
        unusual.forEach(data.putArray("unusual")::add);
        return new CloudEvent(
                "plan-" + code,
                "urn:ovh-domain:file:" + file.contentHash().substring(0, HASH_SHOWN),
                TYPE + "plan.waiting",
                file.name(),
                file.changedAt(),
                data.toString(),
                file.name() + " waits for approval: " + size + ", code " + code + ". To do: " + command,
                true,
                String.format(
                        Locale.ROOT, "%019d-plan-%s.json", file.changedAt().toEpochMilli(), code),
                0);
    }

    /** A warning about a name that expires soon. */
    public static CloudEvent of(RenewalWarning warning) {
        String which = warning.domain() + "-" + warning.expires() + "-" + warning.tier();
        ObjectNode data = JSON.createObjectNode()
                .put("domain", warning.domain())
                .put("expires", warning.expires().toString())
                .put("tier", warning.tier())
                .put("reason", warning.text())
                .put("tell", warning.tell())
                .put("needsAttention", warning.needsAttention());
        return new CloudEvent(
                "renewal-" + which,
                "urn:ovh-domain:renewals",
                TYPE + "renewal.warning",
                warning.domain(),
                warning.at(),
                data.toString(),
                warning.domain() + " expires on " + warning.expires() + ": " + warning.text()
                        + (warning.tell() == null ? "" : " (for " + warning.tell() + ")"),
                warning.needsAttention(),
                String.format(Locale.ROOT, "%019d-renewal-%s.json", warning.at().toEpochMilli(), which),
                0);
    }

    /**
     * An outage of OVHcloud, as one process sees it: that it began, or that it is over.
     *
     * @param node the process
     * @param since when it began
     * @param until when it was seen to be over; null while it lasts
     * @param reason one sentence
     */
    public static CloudEvent ofOutage(String node, Instant since, Instant until, String reason) {
        String word = until == null ? "began" : "ended";
        ObjectNode data = JSON.createObjectNode()
                .put("since", since.toString())
                .put("until", until == null ? null : until.toString())
                .put("reason", reason)
                .put("needsAttention", false);
        String which = since.toEpochMilli() + "-" + word + "-" + node;
        return new CloudEvent(
                "outage-" + which,
                "urn:ovh-domain:node:" + node,
                TYPE + "outage." + word,
                "OVHcloud",
                until == null ? since : until,
                data.toString(),
                reason,
                false,
                String.format(Locale.ROOT, "%019d-outage-%s.json", since.toEpochMilli(), word),
                0);
    }

    /** One line of JSON. */
    public String json() {
        ObjectNode event = JSON.createObjectNode()
                .put("specversion", "1.0")
                .put("id", id)
                .put("source", source)
                .put("type", type)
                .put("subject", subject)
                .put("time", time.toString())
                .put("datacontenttype", "application/json");
        return event.putRawValue("data", new RawValue(data)).toString();
    }

    byte[] bytes() {
        return json().getBytes(StandardCharsets.UTF_8);
    }

    private static String state(RequestState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static String word(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
