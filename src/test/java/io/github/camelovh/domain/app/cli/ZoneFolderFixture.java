// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A process that watches the folder of zone files, over a sandbox with two zones. */
abstract class ZoneFolderFixture {
    static final String CREATE = "POST /domain/zone/{zoneName}/record";
    static final String UPDATE = "PUT /domain/zone/{zoneName}/record/{id}";
    static final String REFRESH = "POST /domain/zone/{zoneName}/refresh";

    OvhSandbox sandbox;
    private Thread running;

    @TempDir
    Path folder;

    @BeforeEach
    void startSandbox() {
        sandbox = OvhSandbox.start(SandboxOptions.defaults()
                .withZone("example.com", 40)
                .withZone("example.net", 40)
                .withPagesEverywhere());
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (running != null) {
            running.interrupt();
            running.join(30_000);
        }
        sandbox.close();
    }

    Path zones() {
        return folder.resolve("data/zones");
    }

    Path outbox(String name) {
        return folder.resolve("data/outbox").resolve(name);
    }

    void run(String... settings) {
        List<String> all =
                new ArrayList<>(List.of("run", "--data", folder.resolve("data").toString()));
        Stream.of(settings).forEach(setting -> all.addAll(List.of("--set", setting)));
        running = new Thread(() -> Cli.run(sandbox, all.toArray(String[]::new)));
        running.start();
        await().atMost(Duration.ofSeconds(60)).until(() -> Files.isDirectory(folder.resolve("data/control")));
    }

    Cli.Said command(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--data", folder.resolve("data").toString()));
        Cli.Said said = Cli.run(sandbox, all.toArray(String[]::new));
        assertThat(said.code()).as(said.toString()).isZero();
        return said;
    }

    static ArrayNode plus(ArrayNode records, String host) {
        ArrayNode more = records.deepCopy();
        more.addObject().put("subDomain", host).put("fieldType", "A").put("target", "192.0.2.1");
        return more;
    }

    /** With another TTL for the first address records. */
    static ArrayNode changed(ArrayNode records, int count) {
        ArrayNode changed = records.deepCopy();
        int left = count;
        for (JsonNode record : changed) {
            if (left > 0 && record.path("fieldType").asText().equals("A")) {
                ((ObjectNode) record).put("ttl", 4200);
                left--;
            }
        }
        return changed;
    }

    void drop(String name, String content) throws IOException {
        Path part = Files.writeString(folder.resolve("part"), content);
        Files.move(part, zones().resolve(name));
    }

    /** The files in a folder of {@code zones/}, by name, without their times. */
    List<String> on(String folder) throws IOException {
        Path place = zones().resolve(folder);
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(Files::isRegularFile)
                    .peek(file -> assertThat(place.relativize(file).toString()).matches("\\d{8}-\\d{9}/[^/]+"))
                    .map(file -> file.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    void awaitOn(String folder, String... names) {
        await().atMost(Duration.ofSeconds(60)).until(() -> on(folder).equals(List.of(names)));
    }

    /** The code of the plan that waits, from the outbox. */
    String code(String zone) throws IOException {
        Path plan = outbox(zone + ".plan.txt");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Files.exists(plan) && Files.readString(plan).contains("Code: "));
        Matcher code = Pattern.compile("Code: ([0-9A-Z]{4}-[0-9A-Z]{4})").matcher(Files.readString(plan));
        assertThat(code.find()).isTrue();
        return code.group(1);
    }

    void awaitDone(String zone) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Files.exists(outbox(zone + ".report.html"))
                        && Files.readString(outbox(zone + ".done.csv")).contains(zone));
    }
}
