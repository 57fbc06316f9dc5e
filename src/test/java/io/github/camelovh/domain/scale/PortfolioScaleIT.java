// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.scale;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.ProcessUnderTest;
import io.github.camelovh.domain.SandboxProcess;
import io.github.camelovh.domain.app.endpoint.Endpoints;
import io.github.camelovh.domain.app.renewal.NameScan;
import io.github.camelovh.domain.component.AccountConfiguration;
import io.github.camelovh.domain.component.OvhDomainComponent;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All names of large accounts are read: the sandbox counts the calls, the heap size limits the memory. */
@Tag("benchmark")
class PortfolioScaleIT {
    private static final int NAMES = 10_000;

    @TempDir
    Path folder;

    /** What one scan took. */
    private record Cost(long calls, double seconds) {}

    @Test
    void tenThousandNamesByPagesByBatchesAndOneByOneAtTwentyMillisecondsACall() throws Exception {
        SandboxOptions server = SandboxOptions.defaults().withDomains(NAMES).withLatency(Duration.ofMillis(20));
        Cost pages = scan(server);
        Cost batch = scan(server.withoutPages());
        Cost single = scan(server.withoutPages().withoutBatch());

        tell("PAGES", pages, single);
        tell("BATCH", batch, single);
        tell("SINGLE", single, single);
        assertThat(pages.calls()).isLessThanOrEqualTo(12);
        assertThat(batch.calls()).isBetween(100L, 105L);
        assertThat(single.calls()).isBetween((long) NAMES, NAMES + 5L);
    }

    private static void tell(String way, Cost each, Cost single) {
        System.out.printf(
                "scan of 10,000 names at 20 ms a call, %-6s %,7d calls %8.2f s, one by one takes %6.1f times as long%n",
                way, each.calls(), each.seconds(), single.seconds() / each.seconds());
    }

    private static Cost scan(SandboxOptions server) throws Exception {
        try (OvhSandbox sandbox = OvhSandbox.start(server);
                DefaultCamelContext context = new DefaultCamelContext()) {
            AccountConfiguration options =
                    context.getComponent("ovh-domain", OvhDomainComponent.class).getDefaultAccount();
            options.setRegion(sandbox.baseUrl().toString());
            options.setAccessToken(OvhSandbox.ACCESS_TOKEN);
            options.setCallsPerSecond(1_000_000);
            context.start();
            Set<String> seen = new HashSet<>();
            sandbox.resetCalls();
            long start = System.nanoTime();
            NameScan.Outcome outcome = new NameScan(new Endpoints(() -> context))
                    .each(name -> seen.add(name.name().ascii()));
            double seconds = (System.nanoTime() - start) / 1e9;
            assertThat(seen).hasSize(outcome.names()).hasSizeGreaterThanOrEqualTo(NAMES);
            assertThat((long) outcome.calls()).isEqualTo(sandbox.calls());
            return new Cost(sandbox.calls(), seconds);
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
