// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelovh.domain.api.model.DomainTask;
import io.github.camelovh.domain.order.PurchaseOutcome;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import io.github.camelovh.domain.sandbox.server.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.processor.idempotent.FileIdempotentRepository;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The consumers of task and order changes, against the sandbox. */
class OvhDomainConsumerIT {

    private static final String TASKS = "ovh-domain:task?delay=50&initialDelay=0&idempotentRepository=#told";
    private static final String ORDERS = "ovh-domain:order?delay=50&initialDelay=0&idempotentRepository=#told";
    private static final String BUY =
            "ovh-domain:order?maxPrice=20&param.config.OWNER_LEGAL_AGE=true&param.config.ACCEPT_CONDITIONS=true";

    @TempDir
    private Path folder;

    private final Queue<String> told = new ConcurrentLinkedQueue<>();
    private OvhSandbox sandbox;
    private CamelContext context;

    @BeforeEach
    void startSandbox() {
        sandbox = OvhSandbox.start(SandboxOptions.defaults().withTaskTime(Duration.ofHours(1)));
    }

    @AfterEach
    void stop() {
        if (context != null) {
            context.stop();
        }
        sandbox.close();
    }

    private void startCamel(String from) throws Exception {
        context = new DefaultCamelContext();
        SandboxComponent.in(context, sandbox);
        context.getRegistry().bind("told", repository());
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(from)
                        .process(exchange -> told.add(
                                subject(exchange) + " " + exchange.getMessage().getHeader(OvhDomainConstants.STATUS)));
            }
        });
        context.start();
    }

    private IdempotentRepository repository() {
        return FileIdempotentRepository.fileIdempotentRepository(
                folder.resolve("told").toFile(), 1000, 1_000_000);
    }

    private static String subject(Exchange exchange) {
        Object name = exchange.getMessage().getHeader(OvhDomainConstants.DOMAIN_NAME);
        return name != null ? exchange.getMessage().getBody(DomainTask.class).function() + " of " + name : "order";
    }

    private void restartCamel(String from) throws Exception {
        context.stop();
        startCamel(from);
    }

    private void buy(String name) {
        assertThat(context.createProducerTemplate().requestBody(BUY, name)).isInstanceOf(PurchaseOutcome.Ordered.class);
    }

    private void awaitTold(String... changes) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(told).contains(changes));
    }

    /** The number stays the same after as many polls. */
    private void staysAt(int count) {
        long before = sandbox.calls();
        await().atMost(Duration.ofSeconds(20)).until(() -> sandbox.calls() >= before + 6);
        assertThat(told).hasSize(count);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void tellsEachChangeOfATaskOnceAlsoAfterARestart(boolean pages) throws Exception {
        sandbox.close();
        SandboxOptions options = SandboxOptions.defaults().withTaskTime(Duration.ofHours(1));
        sandbox = OvhSandbox.start(pages ? options : options.withoutPages());
        startCamel(TASKS);
        buy("told-once.ovh");
        sandbox.advance(Duration.ofMinutes(2));
        await().atMost(Duration.ofSeconds(20)).until(() -> !told.isEmpty());
        int open = told.size();
        staysAt(open);

        restartCamel(TASKS);
        staysAt(open);

        context.stop();
        sandbox.advance(Duration.ofHours(3));
        startCamel(TASKS);
        awaitTold("DomainCreate of told-once.ovh done");
        staysAt(open + 1);
    }

    @Test
    void tellsAgainWhatWasNotProcessed() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        context = new DefaultCamelContext();
        SandboxComponent.in(context, sandbox);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("ovh-domain:task?delay=50&initialDelay=0").process(exchange -> {
                    if (tries.incrementAndGet() < 3) {
                        throw new IllegalStateException("not yet");
                    }
                    told.add(subject(exchange));
                });
            }
        });
        context.start();
        buy("stubborn.ovh");

        awaitTold("DomainCreate of stubborn.ovh");
        assertThat(tries).hasValueGreaterThanOrEqualTo(3);
    }

    @Test
    void tellsBatchesWithTheirProperties() throws Exception {
        Queue<List<Object>> batches = new ConcurrentLinkedQueue<>();
        context = new DefaultCamelContext();
        SandboxComponent.in(context, sandbox);
        context.start();
        buy("one.ovh");
        buy("two.ovh");
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("ovh-domain:task?delay=50&initialDelay=0")
                        .process(exchange -> batches.add(List.of(
                                exchange.getProperty(ExchangePropertyKey.BATCH_INDEX),
                                exchange.getProperty(ExchangePropertyKey.BATCH_SIZE),
                                exchange.getProperty(ExchangePropertyKey.BATCH_COMPLETE))));
            }
        });

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(batches).containsExactly(List.of(0, 2, false), List.of(1, 2, true)));
    }

    @Test
    void pollsForAllNamesInOneCall() throws Exception {
        startCamel(TASKS);
        buy("first.ovh");
        buy("second.ovh");
        await().atMost(Duration.ofSeconds(20)).until(() -> told.size() >= 2);
        sandbox.resetCalls();

        await().atMost(Duration.ofSeconds(20)).until(() -> sandbox.calls("GET /me/task/domain") >= 3);
        assertThat(sandbox.calls("GET /me/task/domain/{id}")).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 500})
    void goesOnWithOtherOrdersWhereOneCannotBeRead(int status) throws Exception {
        sandbox.fault(Fault.on("GET /me/order/1/status", Fault.Kind.STATUS)
                .status(status)
                .times(0));
        startCamel(TASKS);
        PurchaseOutcome.Ordered ordered =
                context.createProducerTemplate().requestBody(BUY, "second.ovh", PurchaseOutcome.Ordered.class);
        context.stop();
        told.clear();

        startCamel(ORDERS + "&orderIds=1," + ordered.orderId());

        await().atMost(Duration.ofSeconds(60)).until(() -> !told.isEmpty());
        assertThat(told).allMatch(each -> each.startsWith("order "));
    }

    /** The repository is set back to its state during the message, as a SIGKILL would have left it. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void tellsAChangeThatWasCutOffAgainOnlyWhereAsked(boolean eager) throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        String from = TASKS + "&idempotentEager=" + eager;
        context = new DefaultCamelContext();
        SandboxComponent.in(context, sandbox);
        context.getRegistry().bind("told", repository());
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(from).process(exchange -> {
                    begun.countDown();
                    end.await();
                });
            }
        });
        context.start();
        buy("cut-off.ovh");
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        Path file = folder.resolve("told");
        String asKilled = Files.exists(file) ? Files.readString(file) : "";
        end.countDown();
        context.stop();
        Files.writeString(file, asKilled);

        startCamel(from);

        if (eager) {
            staysAt(0);
        } else {
            await().atMost(Duration.ofSeconds(20)).until(() -> !told.isEmpty());
        }
    }

    @Test
    void tellsEachStatusOfAnOrderOnceAndThenAsksNoMore() throws Exception {
        startCamel(ORDERS);
        buy("ordered.ovh");
        await().atMost(Duration.ofSeconds(20)).until(() -> !told.isEmpty());
        sandbox.advance(Duration.ofHours(5));
        awaitTold("order delivered");
        int count = told.size();
        assertThat(told).doesNotHaveDuplicates();

        restartCamel(ORDERS);
        sandbox.resetCalls();
        await().atMost(Duration.ofSeconds(20)).until(() -> sandbox.calls("GET /me/order") >= 3);
        assertThat(sandbox.calls("GET /me/order/{orderId}/status")).isZero();
        assertThat(told).hasSize(count);
    }
}
