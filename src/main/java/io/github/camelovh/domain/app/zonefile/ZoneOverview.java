// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.zonefile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelovh.domain.api.model.DomainName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Says where zones stand, in words or as JSON, from their files alone: so also beside the process that works on them.
 * Thread-safe; changes nothing.
 */
public final class ZoneOverview {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Set<String> OVER = Set.of(ZoneFileState.UNCHANGED.text(), ZoneFileState.APPLIED.text());

    private final ZoneFolder zoneFolder;

    /**
     * @param zoneFolder where the files lie
     */
    public ZoneOverview(ZoneFolder zoneFolder) {
        this.zoneFolder = zoneFolder;
    }

    /**
     * The zones that wait for something, in the order of their names: their summaries, with a member {@code awaits} that says
     * for what. A plan that was only shown, by {@code zone FILE}, waits for nothing.
     */
    public List<ObjectNode> open() throws IOException {
        List<ObjectNode> open = new ArrayList<>();
        Set<String> told = new HashSet<>();
        for (Path file : zoneFolder.summaries()) {
            Optional<ObjectNode> zone = summary(file);
            if (zone.isPresent() && zone.get().has("awaits") && !isOnlyShown(zone.get())) {
                open.add(zone.get());
                told.add(zone.get().path("zone").asText());
            }
        }
        for (Path waiting : zoneFolder.waiting()) {
            if (!told.contains(nameOf(waiting))) {
                open.add(withoutPlan(waiting));
            }
        }
        return open;
    }

    private boolean isOnlyShown(ObjectNode zone) throws IOException {
        DomainName name = DomainName.of(zone.path("zone").asText());
        return isWaiting(zone)
                && !zoneFolder.isBegun(name)
                && !zoneFolder.isDropped(zone.path("file").asText())
                && zoneFolder.waiting(name).isEmpty();
    }

    private static boolean isWaiting(ObjectNode zone) {
        return zone.path("state").asText().equals(ZoneFileState.WAITING.text());
    }

    /**
     * One zone, whatever became of it.
     *
     * @param name in ASCII form
     * @return its summary, with {@code awaits} if it waits for something; empty where no file of it ever came
     */
    public Optional<ObjectNode> of(String name) throws IOException {
        Path file;
        try {
            file = zoneFolder.summary(DomainName.of(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return Files.exists(file) ? summary(file) : Optional.empty();
    }

    /** A line about a zone. */
    public static String line(ObjectNode zone) {
        String digest = zone.path("digest").asText();
        return zone.path("file").asText(zone.path("zone").asText()) + ": "
                + zone.path("state").asText() + ", "
                + (digest.isEmpty()
                        ? ""
                        : zone.path("creates").asInt() + " to create, "
                                + zone.path("updates").asInt() + " to update, "
                                + zone.path("deletes").asInt() + " to delete, plan " + digest(zone) + ", ")
                + "awaits " + zone.path("awaits").asText("nothing") + "\n";
    }

    /** All about a zone, on several lines. */
    public static String lines(ObjectNode zone) {
        StringBuilder text = new StringBuilder("zone ").append(line(zone));
        text.append("  ")
                .append(zone.path("at").asText())
                .append("  ")
                .append(zone.path("what").asText());
        zone.path("refused").forEach(breach -> text.append("\n  stopped by ")
                .append(breach.path("option").asText())
                .append(": ")
                .append(breach.path("why").asText()));
        return text.append('\n').toString();
    }

    private Optional<ObjectNode> summary(Path file) throws IOException {
        JsonNode tree = JSON.readTree(Files.readString(file));
        if (!(tree instanceof ObjectNode zone) || !zone.path("zone").isTextual()) {
            return Optional.empty();
        }
        DomainName name = DomainName.of(zone.path("zone").asText());
        boolean begun = zoneFolder.isBegun(name);
        if (begun || !OVER.contains(zone.path("state").asText())) {
            zone.put("awaits", awaits(name, zone, begun));
        }
        return Optional.of(zone);
    }

    private String awaits(DomainName name, ObjectNode zone, boolean begun) throws IOException {
        String file = zone.path("file").asText();
        if (begun && zoneFolder.isBusy(name)) {
            return "the process that changes it now";
        }
        if (zoneFolder.isDropped(file)) {
            return "`ovh-domain run`, which takes it from zones/";
        }
        if (begun || !isWaiting(zone)) {
            return "the same file again, as its change broke off: that is simply the rest";
        }
        List<Path> waiting = zoneFolder.waiting(name);
        if (waiting.size() > 1) {
            return "one file: of " + names(waiting) + " in zones/.waiting, take away all but the one that is meant";
        }
        String stopped = StreamSupport.stream(zone.path("refused").spliterator(), false)
                .map(breach -> breach.path("option").asText())
                .collect(Collectors.joining(", "));
        return "approval" + (stopped.isEmpty() ? "" : ", stopped by " + stopped) + ": ovh-domain "
                + (waiting.isEmpty() ? "zone " + file + " --approve " : "approve ") + digest(zone);
    }

    private static ObjectNode withoutPlan(Path waiting) {
        return JSON.createObjectNode()
                .put("zone", nameOf(waiting))
                .put("file", String.valueOf(waiting.getFileName()))
                .put("state", ZoneFileState.WAITING.text())
                .put("awaits", "to be moved into zones/ again, as its plan is not in the outbox any more");
    }

    private static String nameOf(Path file) {
        try {
            return DesiredZoneFile.zone(file).ascii();
        } catch (ZoneFileException e) {
            return "";
        }
    }

    private static String names(List<Path> files) {
        return files.stream().map(file -> String.valueOf(file.getFileName())).collect(Collectors.joining(", "));
    }

    private static String digest(ObjectNode zone) {
        return ZoneFileSync.shortDigest(zone.path("digest").asText());
    }
}
