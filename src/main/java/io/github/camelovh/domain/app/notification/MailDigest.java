// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.notification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelovh.domain.api.Plural;
import io.github.camelovh.domain.api.model.VisibleText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The events that wait for the next mail. Thread-safe, for one sender. */
public final class MailDigest {
    /** Name of its folder. */
    public static final String FOLDER = "mail";

    /** A mail must be readable; the files of the days have all events. */
    private static final int SHOWN = 200;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final EventFolder events;
    private final boolean all;

    /** @param all whether all events are mailed, or only those that need a person */
    public MailDigest(EventFolder events, boolean all) {
        this.events = events;
        this.all = all;
    }

    /** Adds an event, if it is one that is mailed. */
    public void add(CloudEvent event) throws IOException {
        if (all || event.needsAttention()) {
            events.queue(FOLDER, event);
        }
    }

    /** Whether there is anything to mail. */
    public boolean isFilled() throws IOException {
        return !waiting().isEmpty();
    }

    /** One mail about all pending events. */
    public MailMessage letter() throws IOException {
        List<Path> files = waiting();
        List<String> plans = new ArrayList<>();
        List<String> urgent = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (Path file : files) {
            JsonNode event = JSON.readTree(file.toFile());
            JsonNode data = event.path("data");
            if (data.has("code")) {
                plans.add(plan(data));
            } else {
                (data.path("needsAttention").asBoolean() ? urgent : others)
                        .add(words(event.path("subject").asText(), data));
            }
        }
        StringBuilder text = new StringBuilder();
        add(text, "These plans wait for approval:", plans);
        add(text, "You must act on these:", urgent);
        add(text, "These continue automatically, or are done:", others);
        text.append("`ovh-domain status NAME` shows everything about a name.\n");
        return new MailMessage(subject(plans.size(), urgent.size(), others.size()), text.toString(), files);
    }

    private static String subject(int plans, int urgent, int others) {
        List<String> parts = new ArrayList<>();
        if (plans > 0) {
            parts.add(Plural.of(plans, "plan waits", "plans wait") + " for approval");
        }
        if (urgent > 0) {
            parts.add(Plural.of(urgent, "domain name needs you", "domain names need you"));
        }
        if (parts.isEmpty()) {
            return Plural.of(others, "domain name") + " made progress, none needs you";
        }
        return String.join(", ", parts) + (others == 0 ? "" : ", " + others + " more made progress");
    }

    private static String plan(JsonNode data) {
        StringBuilder text = new StringBuilder(line(data.path("file")) + ": " + line(data.path("reason")) + "; code "
                + data.path("code").asText() + "\n");
        data.path("unusual").forEach(line -> text.append("    unusual: " + line(line) + "\n"));
        return text + "    To do: " + line(data.path("whatToDo")) + "\n";
    }

    private static void add(StringBuilder text, String title, List<String> entries) {
        if (entries.isEmpty()) {
            return;
        }
        text.append(title).append("\n\n");
        entries.stream().limit(SHOWN).forEach(text::append);
        if (entries.size() > SHOWN) {
            text.append("and ")
                    .append(entries.size() - SHOWN)
                    .append(" more: see `ovh-domain status` and the folder events/\n");
        }
        text.append('\n');
    }

    private static String line(JsonNode value) {
        return value.isNull() ? "" : VisibleText.line(value.asText());
    }

    /** A row is named by its place; what is no row, such as a warning, by its subject. */
    private static String words(String subject, JsonNode data) {
        String toDo = line(data.path("whatToDo"));
        String what = data.has("action")
                ? subject + " (" + data.path("action").asText() + ", line "
                        + data.path("line").asText() + " of "
                        + line(data.path("file")) + "): "
                        + data.path("state").asText()
                : subject;
        return what + "\n    " + line(data.path("reason")) + "\n"
                + (data.path("whatToDo").isTextual() && !toDo.isEmpty() ? "    To do: " + toDo + "\n" : "");
    }

    /** Records that the mail server accepted a mail. */
    public void sent(MailMessage mail) throws IOException {
        for (Path file : mail.events()) {
            Files.deleteIfExists(file);
        }
    }

    /** Puts aside events that could not be mailed after all attempts. */
    public void giveUp(MailMessage mail, Exception error) throws IOException {
        for (Path file : mail.events()) {
            events.giveUp(FOLDER, String.valueOf(file.getFileName()), Files.readAllBytes(file), error);
            Files.delete(file);
        }
    }

    private List<Path> waiting() throws IOException {
        Path folder = events.waiting(FOLDER);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }
}
