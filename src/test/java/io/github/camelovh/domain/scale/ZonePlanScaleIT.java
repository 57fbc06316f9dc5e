// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelovh.domain.ProcessUnderTest;
import io.github.camelovh.domain.SandboxProcess;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code ovh-domain zone FILE --plan-only} for a zone of 20,000 records, as a whole process with 256 MB of heap. Its
 * CPU time, user and system, including compilation and garbage collection, is printed and compared with the same
 * process for a zone of two records: the difference is the planning, including reading, comparing and writing the plan.
 */
@Tag("benchmark")
class ZonePlanScaleIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LARGE = "big.example";
    private static final String SMALL = "small.example";
    private static final int RECORDS = 20_000;
    private static final int RUNS = 3;

    @TempDir
    Path folder;

    @Test
    void twentyThousandRecordsInTwoSecondsOfCpuAnd256Megabytes() throws Exception {
        try (SandboxProcess sandbox = SandboxProcess.start(
                folder, "--zone", LARGE + "=" + RECORDS, "--zone", SMALL + "=2", "--pages-everywhere")) {
            double base = cpu("two records", file(sandbox, SMALL, i -> false), sandbox, 0);
            double some = cpu("500 of 20,000 change", file(sandbox, LARGE, i -> i % 40 == 2), sandbox, 500);
            double all = cpu("19,998 of 20,000 change", file(sandbox, LARGE, i -> i > 1), sandbox, RECORDS - 2);

            System.out.printf(
                    "CPU of planning: %.2f s where 500 change, %.2f s where all do%n", some - base, all - base);
        }
    }

    /** The smallest value of several runs, in seconds: other work on the machine only increases it. */
    private double cpu(String what, Path file, SandboxProcess sandbox, int changes) throws Exception {
        double least = Double.MAX_VALUE;
        for (int run = 0; run < RUNS; run++) {
            ProcessUnderTest product = ProcessUnderTest.start(
                    file.getParent(),
                    "zone",
                    List.of("-Xmx256m"),
                    SandboxProcess.environment(sandbox.port()),
                    List.of("zone", file.toString(), "--plan-only", "--data", "data"));
            Duration[] cpu = {Duration.ZERO};
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> {
                        product.cpu().ifPresent(soFar -> cpu[0] = soFar);
                        return !product.alive();
                    });
            assertThat(product.exitCode(1)).as(product.printed()).isZero();
            JsonNode summary = JSON.readTree(file.getParent()
                    .resolve("data/outbox/" + file.getFileName().toString().replace(".json", ".zone-summary.json"))
                    .toFile());
            assertThat(summary.path("updates").asInt()
                            + summary.path("creates").asInt()
                            + summary.path("deletes").asInt())
                    .isEqualTo(changes);
            least = Math.min(least, cpu[0].toMillis() / 1000.0);
        }
        System.out.printf("plan of a zone, %s, -Xmx256m: %.2f s of CPU for the whole process%n", what, least);
        return least;
    }

    /** The current zone with another TTL for some records. */
    private Path file(SandboxProcess sandbox, String zone, IntPredicate changed) throws Exception {
        ArrayNode wish = JSON.createArrayNode();
        List<JsonNode> now = new ArrayList<>();
        for (int page = 1; page == 1 || !now.isEmpty(); page++) {
            now = records(sandbox, zone, page);
            for (JsonNode record : now) {
                ObjectNode wished = wish.addObject();
                for (String member : List.of("subDomain", "fieldType", "target", "ttl")) {
                    wished.set(member, record.get(member));
                }
                if (changed.test(wish.size() - 1)) {
                    wished.put("ttl", 4200);
                }
            }
        }
        Path place = Files.createTempDirectory(folder, "plan");
        return Files.writeString(place.resolve(zone + ".json"), wish.toString());
    }

    private static List<JsonNode> records(SandboxProcess sandbox, String zone, int page) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + sandbox.port() + "/1.0/domain/zone/" + zone + "/record"))
                .header("Authorization", "Bearer sandbox-access-token")
                .header("X-Pagination-Mode", "CachedObjectList-Pages")
                .header("X-Pagination-Size", "5000")
                .header("X-Pagination-Number", String.valueOf(page))
                .build();
        String answer = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
        return JSON.readerForListOf(JsonNode.class).readValue(answer);
    }
}
