// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.scale;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelovh.domain.OwnedNames;
import io.github.camelovh.domain.ProcessUnderTest;
import io.github.camelovh.domain.SandboxProcess;
import java.io.BufferedWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans of large files, as whole processes: the heap size limits the memory, the sandbox counts the calls. */
@Tag("benchmark")
class PlanScaleIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    /** Names that the account owns, invalid periods, and invalid names: no price to read. */
    @Test
    void hundredThousandRowsWithoutPricesIn256MegabytesOfHeap() throws Exception {
        try (SandboxProcess sandbox = SandboxProcess.start(folder, "--domains", "25000")) {
            List<String> owned = OwnedNames.at(URI.create("http://127.0.0.1:" + sandbox.port() + "/1.0"));
            Path file = folder.resolve("large.csv");
            try (BufferedWriter out = Files.newBufferedWriter(file)) {
                out.write("action,domain,period,note\n");
                for (int i = 0; i < 100_000; i++) {
                    out.write(
                            switch (i % 4) {
                                case 0 -> "order,-bad-%d.com,1,a name may not begin with a hyphen\n".formatted(i);
                                case 1 -> "order,%s,1,ours already\n".formatted(owned.get(i / 4));
                                case 2 -> "order,no_underscore_%d.net,1,\n".formatted(i);
                                default -> "order,good-%d.fr,eleven,the period is no number\n".formatted(i);
                            });
                }
            }
            int callsBefore = calls(sandbox);
            JsonNode summary = plan(file, sandbox, List.of("-Xmx256m"));
            double seconds = summary.path("seconds").asDouble();
            assertThat(summary.path("done").asInt()).isEqualTo(25_000);
            assertThat(summary.path("refused").asInt()).isEqualTo(75_000);
            assertThat(calls(sandbox) - callsBefore)
                    .as("calls for the account, the catalog and lists; none for a row")
                    .isLessThanOrEqualTo(10);
            System.out.printf(
                    "plan of 100,000 rows without prices, -Xmx256m: %.1f s, %.0f rows/s%n", seconds, 100_000 / seconds);
        }
    }

    /** Ten thousand prices against a limit of 3,000 calls a minute that the application does not know. */
    @Test
    void tenThousandPricesUseTheRateLimitAndKeepIt() throws Exception {
        Path file = folder.resolve("priced.csv");
        List<String> lines = new ArrayList<>(List.of("action,domain,period"));
        for (int i = 0; i < 10_000; i++) {
            lines.add("order,priced-%05d.com,1".formatted(i));
        }
        Files.write(file, lines);
        try (SandboxProcess sandbox = SandboxProcess.start(folder, "--rate-limit", "3000/min")) {
            JsonNode summary = plan(file, sandbox, List.of(), "--set=camel.component.ovh-domain.calls-per-second=200");
            TreeMap<Long, int[]> minutes = new TreeMap<>();
            Instant first = null;
            for (JsonNode call : sandbox.get("journal?limit=100000")) {
                Instant at = Instant.parse(call.path("at").asText());
                first = first == null ? at : first;
                int[] counts =
                        minutes.computeIfAbsent(Duration.between(first, at).toMinutes() + 1, minute -> new int[2]);
                counts[call.path("status").asInt() == 429 ? 1 : 0]++;
            }
            System.out.printf("10,000 prices at 3,000 calls a minute: %s s%n", summary.path("seconds"));
            minutes.forEach(
                    (minute, c) -> System.out.printf("  minute %d: %d granted, %d refused%n", minute, c[0], c[1]));
            assertThat(summary.path("planned").asInt()).as("rows with a plan").isEqualTo(10_000);
            assertThat(minutes.values().stream().mapToInt(c -> c[0]).sum())
                    .as("calls that were granted: one for a price")
                    .isBetween(10_000, 10_100);
            assertThat(minutes.tailMap(1L, false).values())
                    .as("refused once the limit is known")
                    .allSatisfy(c -> assertThat(c[1]).isLessThanOrEqualTo(5));
            assertThat(minutes.subMap(2L, minutes.lastKey()).values())
                    .as("full minutes use the limit; a busy machine leaves some of it")
                    .isNotEmpty()
                    .allSatisfy(c -> assertThat(c[0]).isGreaterThanOrEqualTo(2_000));
        }
    }

    private static int calls(SandboxProcess sandbox) throws Exception {
        return sandbox.get("calls").path("total").asInt();
    }

    private JsonNode plan(Path file, SandboxProcess sandbox, List<String> jvm, String... options) throws Exception {
        String[] all = Arrays.copyOf(options, options.length + 1);
        all[options.length] = "--plan-only";
        ProcessUnderTest product = ProcessUnderTest.importing(file, sandbox.port(), jvm, all);
        assertThat(product.exitCode(900)).as(product.printed()).isIn(0, 1);
        try (Stream<Path> outbox = Files.list(folder.resolve("data/outbox"))) {
            Path summary = outbox.filter(path -> path.toString().endsWith(".summary.json"))
                    .findFirst()
                    .orElseThrow();
            return JSON.readTree(summary.toFile());
        }
    }
}
