// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.ledger.LedgerSettings;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schedule of renewals, with the options of the shipped route, where no process ran at its times. */
@Tag("once")
class MissedScheduleIT {
    /** Once a day, and not today any more, nor soon. */
    private final String cron =
            "0 0 " + LocalTime.now(ZoneId.systemDefault()).plusHours(12).getHour() + " * * ?";

    @TempDir
    Path folder;

    private final AtomicInteger runs = new AtomicInteger();
    private LedgerSettings ledger;
    private Ledger open;

    @BeforeEach
    void makeTables() {
        ledger = LedgerSettings.at("jdbc:h2:mem:" + folder.getFileName(), "sa", "");
        open = Ledger.open(ledger, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        open.close();
    }

    private DefaultCamelContext node(String owner) throws Exception {
        DefaultCamelContext context = new DefaultCamelContext();
        context.getCamelContextExtension().setName("ovh-domain"); // by which a job finds it, as in the product
        context.getRegistry().bind(Schedules.SHARED, Schedules.in(ledger, owner));
        String address = address();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from(address).routeId("renewals").process(exchange -> runs.incrementAndGet());
            }
        });
        context.start();
        return context;
    }

    private String address() throws IOException {
        JsonNode all = new ObjectMapper(new YAMLFactory()).readTree(new File("routes/renewals.camel.yaml"));
        JsonNode from = StreamSupport.stream(all.spliterator(), false)
                .map(each -> each.path("route").path("from"))
                .filter(each -> each.path("uri").asText().startsWith(Schedules.SHARED))
                .findFirst()
                .orElseThrow();
        StringBuilder address = new StringBuilder(from.path("uri").asText()).append('?');
        from.path("parameters").properties().forEach(option -> address.append(option.getKey())
                .append('=')
                .append(
                        option.getKey().equals("cron")
                                ? "RAW(" + cron + ")"
                                : option.getValue().asText())
                .append('&'));
        return address.substring(0, address.length() - 1);
    }

    /** As if the last process had ended before that time. */
    private void missedSince(Instant time) throws SQLException {
        try (Connection connection = DriverManager.getConnection(ledger.url(), ledger.user(), ledger.password());
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("update quartz_triggers set next_fire_time = " + time.toEpochMilli()))
                    .isEqualTo(1);
        }
    }

    private Instant nextRun() throws SQLException {
        try (Connection connection = DriverManager.getConnection(ledger.url(), ledger.user(), ledger.password());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select next_fire_time from quartz_triggers")) {
            row.next();
            return Instant.ofEpochMilli(row.getLong(1));
        }
    }

    /** Half an hour late is a day with an hour that the clocks left out, too. */
    @ParameterizedTest
    @ValueSource(longs = {30, 60 * 24 * 5})
    void whatWasMissedIsDoneOnceByTheFirstNodeThatStarts(long minutes) throws Exception {
        node("before").close();
        assertThat(runs).hasValue(0);
        missedSince(Instant.now().minus(minutes, ChronoUnit.MINUTES));

        try (DefaultCamelContext first = node("first");
                DefaultCamelContext second = node("second")) {
            await("the missed run").atMost(Duration.ofSeconds(60)).until(() -> runs.get() > 0);
            await("another one")
                    .during(Duration.ofSeconds(7)) // longer than a check-in of both
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> runs.get() == 1);
            assertThat(first.isStarted() && second.isStarted()).isTrue();
        }
        assertThat(nextRun()).isAfter(Instant.now());
    }

    @Test
    void nothingIsDoneAtAStartThatMissedNothing() throws Exception {
        node("before").close();
        try (DefaultCamelContext again = node("again")) {
            await("a check-in")
                    .during(Duration.ofSeconds(6))
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> runs.get() == 0);
            assertThat(again.isStarted()).isTrue();
        }
    }
}
