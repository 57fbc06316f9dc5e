// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.scale;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.ProcessUnderTest;
import io.github.camelovh.domain.SandboxProcess;
import io.github.camelovh.domain.api.ApiRegion;
import io.github.camelovh.domain.api.Credentials;
import io.github.camelovh.domain.api.HttpOptions;
import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.api.OvhApiSettings;
import io.github.camelovh.domain.api.catalog.ListStrategy;
import io.github.camelovh.domain.portfolio.PortfolioScan;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All names of large accounts read: calls counted by the sandbox, memory held by the heap given. */
@Tag("benchmark")
class PortfolioScaleIT {
    private static final int NAMES = 10_000;

    @TempDir
    Path folder;

    /** What one scan took. */
    private record Cost(ListStrategy way, long calls, double seconds) {}

    @Test
    void tenThousandNamesByPagesByBatchesAndOneByOneAtTwentyMillisecondsACall() throws Exception {
        SandboxOptions server = SandboxOptions.defaults().withDomains(NAMES).withLatency(Duration.ofMillis(20));
        Cost pages = scan(server);
        Cost batch = scan(server.withoutPages());
        Cost single = scan(server.withoutPages().withoutBatch());

        for (Cost each : List.of(pages, batch, single)) {
            System.out.printf(
                    "scan of 10,000 names at 20 ms a call, %-6s %,7d calls %8.2f s, one by one takes %6.1f times as long%n",
                    each.way(), each.calls(), each.seconds(), single.seconds() / each.seconds());
        }
        assertThat(pages.way()).isEqualTo(ListStrategy.PAGES);
        assertThat(pages.calls()).isLessThanOrEqualTo(12);
        assertThat(batch.way()).isEqualTo(ListStrategy.BATCH);
        assertThat(batch.calls()).isLessThanOrEqualTo(105);
        assertThat(single.way()).isEqualTo(ListStrategy.SINGLE);
    }

    private static Cost scan(SandboxOptions server) throws Exception {
        try (CamelContext context = new DefaultCamelContext();
                OvhSandbox sandbox = OvhSandbox.start(server);
                OvhApi api = OvhApi.open(
                        context,
                        OvhApiSettings.of(
                                        ApiRegion.of(sandbox.baseUrl().toString()),
                                        new Credentials.PersonalToken(OvhSandbox.ACCESS_TOKEN))
                                .withPace(1_000_000, 8),
                        HttpOptions.plain())) {
            Set<String> seen = new HashSet<>();
            sandbox.resetCalls();
            long start = System.nanoTime();
            PortfolioScan.Outcome outcome =
                    new PortfolioScan(api).scan(name -> seen.add(name.name().ascii()));
            double seconds = (System.nanoTime() - start) / 1e9;
            assertThat(seen).hasSize(outcome.names()).hasSizeGreaterThanOrEqualTo(NAMES);
            return new Cost(outcome.strategy(), sandbox.calls(), seconds);
        }
    }

    @Test
    void fiftyThousandNamesTakeNoMoreMemoryThanAPage() throws Exception {
        for (int names : new int[] {NAMES, 50_000}) {
            try (SandboxProcess sandbox = SandboxProcess.start(
                    Files.createTempDirectory(folder, "server"), "--domains", String.valueOf(names))) {
                for (List<String> command : List.of(
                        List.of("scan", "--out", "names.csv"),
                        List.of("scan", "--json", "--out", "names.jsonl"),
                        List.of("renewals", "--data", "data"))) {
                    run(command, names, sandbox.port());
                }
            }
            assertThat(lines("names.csv")).isGreaterThan(names);
            assertThat(lines("data/forecast/forecast.csv")).isEqualTo(lines("names.csv"));
        }
        long page = Files.size(folder.resolve("data/forecast/forecast.html"));
        System.out.printf("forecast.html of 50,000 names: %,d bytes%n", page);
        assertThat(page).isLessThan(200_000);
    }

    private void run(List<String> command, int names, int port) throws Exception {
        long start = System.nanoTime();
        ProcessUnderTest product = ProcessUnderTest.start(
                folder, "product", List.of("-Xmx128m"), SandboxProcess.environment(port), command);
        int code = product.exitCode(300);
        assertThat(code).as(product.printed()).isLessThanOrEqualTo(1);
        System.out.printf(
                "%,d names, -Xmx128m, %s: %.1f s for the whole process%n",
                names, String.join(" ", command), (System.nanoTime() - start) / 1e9);
    }

    private long lines(String file) throws Exception {
        try (var all = Files.lines(folder.resolve(file))) {
            return all.count();
        }
    }
}
