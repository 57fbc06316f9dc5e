// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The events that nodes told, from their folders. */
final class EventFiles {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final List<String> nodes;

    EventFiles(Path folder, List<String> nodes) {
        this.folder = folder;
        this.nodes = List.copyOf(nodes);
    }

    /** What has the same type, subject and data, and more than one id. */
    List<String> toldUnderTwoIds() throws IOException {
        Map<String, Set<String>> ids = new HashMap<>();
        for (String node : nodes) {
            Path events = folder.resolve(node).resolve("data").resolve("events");
            if (!Files.isDirectory(events)) {
                continue;
            }
            try (Stream<Path> files = Files.list(events)) {
                for (Path file :
                        files.filter(each -> each.toString().endsWith(".jsonl")).toList()) {
                    for (String line : Files.readAllLines(file)) {
                        JsonNode event = JSON.readTree(line);
                        ids.computeIfAbsent(
                                        event.path("type").asText() + " "
                                                + event.path("subject").asText() + " " + event.path("data"),
                                        each -> new HashSet<>())
                                .add(event.path("id").asText());
                    }
                }
            }
        }
        return ids.entrySet().stream()
                .filter(each -> each.getValue().size() > 1)
                .map(Map.Entry::toString)
                .toList();
    }
}
