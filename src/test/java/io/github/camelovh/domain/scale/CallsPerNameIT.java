// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.scale;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelovh.domain.ProcessUnderTest;
import io.github.camelovh.domain.SandboxProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many calls one bought name needs, from the dropped file to the report, counted by the sandbox. */
@Tag("once")
class CallsPerNameIT {

    @TempDir
    Path folder;

    @Test
    void oneNameAndTwentyNames() throws Exception {
        callsFor(1);
        double each = callsFor(20) / 20.0;
        assertThat(each).as("calls a name, all that is shared included").isLessThanOrEqualTo(11.5);
    }

    @Test
    @Tag("benchmark")
    void fiveHundredNames() throws Exception {
        assertThat(callsFor(500) / 500.0).isLessThanOrEqualTo(10);
    }

    private int callsFor(int names) throws Exception {
        Path place = Files.createTempDirectory(folder, "calls");
        List<String> lines = new ArrayList<>(List.of("action,domain,period"));
        for (int i = 0; i < names; i++) {
            lines.add("order,counted-%04d.com,1".formatted(i));
        }
        Path file = Files.write(place.resolve("names.csv"), lines);
        try (SandboxProcess sandbox = SandboxProcess.start(place, "--task-time", "PT0.2S")) {
            ProcessUnderTest product = ProcessUnderTest.importing(
                    file,
                    sandbox.port(),
                    List.of(),
                    "--yes",
                    "--max-total",
                    "100000",
                    "--set=camel.component.ovh-domain.calls-per-second=1000");
            assertThat(product.exitCode(300)).as(product.printed()).isZero();
            assertThat(sandbox.sold().ordersByName()).hasSize(names);
            JsonNode calls = sandbox.get("calls");
            TreeMap<String, Integer> routes = new TreeMap<>();
            calls.path("routes")
                    .fields()
                    .forEachRemaining(e -> routes.put(e.getKey(), e.getValue().asInt()));
            int total = calls.path("total").asInt();
            System.out.printf("calls for %d names: %d, %.2f a name%n", names, total, (double) total / names);
            routes.forEach((route, count) -> System.out.printf("  %5d  %s%n", count, route));
            return total;
        }
    }
}
