// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A change of owner that waits for ten days of the sandbox, and is looked at all the while. */
@Tag("once")
class WaitingOwnerChangeIT {
    private static final String NAME = "already-mine.com";
    private static final int STEPS = 40;
    private static final Duration STEP = Duration.ofHours(6);

    @TempDir
    Path folder;

    @Test
    void writesAnEventForEachMoveAndNoneForALook() throws Exception {
        try (OvhSandbox sandbox = OvhSandbox.start(SandboxOptions.defaults()
                .withTaskTime(STEP.multipliedBy(STEPS))
                .withDomains(2)
                .withOwners(2))) {
            Path file = Files.write(
                    folder.resolve("owner.csv"),
                    List.of("action,domain,owner.lastName", "set-contact," + NAME + ",Lovelace"));
            CompletableFuture<Cli.Said> importing = CompletableFuture.supplyAsync(() -> Cli.run(
                            // A token, as a signature holds for seconds of the clock that this test moves.
                            "import",
                            file.toString(),
                            "--endpoint",
                            sandbox.baseUrl().toString(),
                            "--set=camel.component.ovh-domain.access-token=" + OvhSandbox.ACCESS_TOKEN,
                            "--yes",
                            "--max-total=5",
                            "--data=" + folder.resolve("data"),
                            "--set=ovh-domain.delivery.every=PT0.1S"))
                    .orTimeout(120, TimeUnit.SECONDS);
            await().atMost(Duration.ofSeconds(60)).until(() -> {
                if (importing.isDone()) {
                    throw new AssertionError(importing.join().toString());
                }
                return sandbox.orders().size() == 1;
            });
            long looks = 0;
            for (int step = 0; step < STEPS && !importing.isDone(); step++) {
                long before = sandbox.calls();
                await().atMost(Duration.ofSeconds(30)).until(() -> sandbox.calls() > before || importing.isDone());
                looks += sandbox.calls() - before;
                sandbox.advance(STEP);
            }
            sandbox.advance(STEP);
            Cli.Said said = importing.join();

            assertThat(said.code()).as(said.toString()).isZero();
            assertThat(looks).as("calls while it waited").isGreaterThanOrEqualTo(STEPS - 1L);
            List<String> moves = new ArrayList<>();
            List<String> ids = new ArrayList<>();
            for (JsonNode event : events()) {
                ids.add(event.path("id").asText());
                moves.add(event.path("type").asText() + " "
                        + event.path("data").path("before").asText() + " "
                        + event.path("data").path("state").asText());
            }
            System.out.printf("an owner change of ten days: %d calls, %d events: %s%n", looks, moves.size(), moves);
            assertThat(ids).doesNotHaveDuplicates();
            assertThat(moves).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(8);
        }
    }

    private List<JsonNode> events() throws IOException {
        List<JsonNode> events = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder.resolve("data/events"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                for (String line : Files.readAllLines(file)) {
                    events.add(new ObjectMapper().readTree(line));
                }
            }
        }
        return events;
    }
}
