// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelovh.domain.SandboxProcess;
import io.github.camelovh.domain.api.ApiRegion;
import io.github.camelovh.domain.api.Credentials;
import io.github.camelovh.domain.api.HttpOptions;
import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.api.OvhApiSettings;
import io.github.camelovh.domain.api.model.DomainTask;
import io.github.camelovh.domain.component.AccountConfiguration;
import io.github.camelovh.domain.component.OvhDomainComponent;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import io.github.camelovh.domain.task.RepairAdvisor;
import io.github.camelovh.domain.task.Tasks;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many calls one check of ten thousand open tasks makes; printed for the docs, with asserted limits. */
@Tag("once")
class TaskCallsIT {
    private static final List<String> OPEN = List.of("todo", "doing", "error", "problem");
    private static final int TASKS = 10_000;
    private static final int WATCHED = 3_000;

    private static final int LOOKS = 40;
    private static final long MARGIN = 1024L * 1024;

    @TempDir
    Path folder;

    private static String many(int count, String status) {
        return "{\"count\":" + count + ",\"function\":\"DomainIncomingTransfer\",\"domain\":\"moving-{n}.com\""
                + ",\"status\":\"" + status + "\"}";
    }

    private static void tasks(OvhSandbox sandbox, int count, String status) throws IOException, InterruptedException {
        HttpResponse<String> made = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(sandbox.origin().resolve("/_sandbox/tasks"))
                                .POST(HttpRequest.BodyPublishers.ofString(many(count, status)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
    }

    private static void look(SandboxOptions options, String way, int most, int mostAgain, int pace) throws Exception {
        try (CamelContext context = new DefaultCamelContext();
                OvhSandbox sandbox = OvhSandbox.start(options);
                OvhApi api = OvhApi.open(
                        context,
                        OvhApiSettings.of(
                                        ApiRegion.of(sandbox.baseUrl().toString()),
                                        new Credentials.PersonalToken(OvhSandbox.ACCESS_TOKEN))
                                .withPace(pace, 8),
                        HttpOptions.plain())) {
            tasks(sandbox, TASKS / 2, "todo");
            tasks(sandbox, TASKS / 2 - 10, "doing");
            tasks(sandbox, 10, "error");
            Tasks tasks =
                    new Tasks(api, RepairAdvisor.standard(), Duration.ofSeconds(1), Clock.systemUTC(), time -> {});
            sandbox.resetCalls();
            List<DomainTask> found = tasks.find(null, null, OPEN).found();
            long first = sandbox.calls();
            tasks.find(null, null, OPEN);
            long again = sandbox.calls() - first;
            System.out.printf("open tasks: %d by %s in %d calls, then %d%n", found.size(), way, first, again);
            assertThat(found).hasSize(TASKS);
            assertThat(sandbox.journal().last(200)).noneMatch(call -> call.status() == 429);
            assertThat(first).isLessThanOrEqualTo(most);
            assertThat(again).isLessThanOrEqualTo(mostAgain);
        }
    }

    @Test
    void pagesTakeOneCallForAThousand() throws Exception {
        look(SandboxOptions.defaults(), "pages", 1 + TASKS / 1_000, 1 + TASKS / 1_000, 100_000);
    }

    @Test
    void batchesTakeOneCallForAHundred() throws Exception {
        look(SandboxOptions.defaults().withoutPages(), "batch", 2 + TASKS / 100, 1 + TASKS / 100, 100_000);
    }

    @Test
    void atSixtyCallsAMinuteNoneIsRefused() throws Exception {
        SandboxOptions limited = SandboxOptions.defaults().withRateLimit("60/min");
        look(limited, "pages at 60 calls a minute", 1 + TASKS / 1_000, 1 + TASKS / 1_000, 1);
    }

    @Test
    void lookingTakesNoMoreMemoryWithTime() throws Exception {
        try (CamelContext context = new DefaultCamelContext();
                SandboxProcess sandbox = SandboxProcess.start(folder)) {
            sandbox.post("tasks", many(WATCHED, "todo"));
            AccountConfiguration options =
                    context.getComponent("ovh-domain", OvhDomainComponent.class).getDefaultAccount();
            options.setRegion("http://127.0.0.1:" + sandbox.port() + "/1.0");
            options.setAccessToken(OvhSandbox.ACCESS_TOKEN);
            options.setCallsPerSecond(1000);
            List<Long> heaps = new ArrayList<>();
            AtomicInteger changes = new AtomicInteger();
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("ovh-domain:task?delay=1&initialDelay=0&sendEmptyMessageWhenIdle=true")
                            .filter(body().isNotNull())
                            .process(exchange -> changes.incrementAndGet())
                            .end()
                            .filter(body().isNull())
                            .process(exchange -> heaps.add(heapInUse()));
                }
            });
            context.start();
            await().atMost(Duration.ofMinutes(3)).until(() -> heaps.size() >= LOOKS);
            context.stop();

            long first = heaps.get(LOOKS / 4);
            long last = heaps.get(LOOKS - 1);
            System.out.printf(
                    "open tasks: heap in use %,d KiB after %d looks at %d, %,d KiB after %d%n",
                    first / 1024, LOOKS / 4, WATCHED, last / 1024, LOOKS);
            assertThat(changes).hasValue(WATCHED);
            assertThat(last).isLessThan(first + MARGIN);
        }
    }

    private static long heapInUse() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
