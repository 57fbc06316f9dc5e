// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.faults;

import static org.awaitility.Awaitility.await;

import io.github.camelovh.domain.ProcessUnderTest;
import io.github.camelovh.domain.SandboxProcess;
import io.github.camelovh.domain.app.ledger.FileState;
import io.github.camelovh.domain.app.ledger.ImportedFile;
import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.ledger.LedgerSettings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Nodes that run as processes of their own on one PostgreSQL server, which they reach by a link that can fail. */
final class Nodes implements AutoCloseable {
    static final Duration LEASE = Duration.ofSeconds(4);

    private final Path folder;
    private final String[] sandboxOptions;
    private final Map<String, ProcessUnderTest> running = new LinkedHashMap<>();
    private final FaultyLink link;
    private final FaultyLink api;
    private final int port;
    private SandboxProcess sandbox;
    private EmbeddedPostgres server;

    Nodes(Path folder, long seed, String... sandboxOptions) throws IOException {
        this.folder = folder;
        this.sandboxOptions = sandboxOptions.clone();
        this.sandbox = SandboxProcess.start(folder, sandboxOptions);
        this.api = new FaultyLink(sandbox.port(), seed);
        this.server = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgres"))
                .setCleanDataDirectory(false)
                .start();
        this.port = server.getPort();
        this.link = new FaultyLink(port, seed);
        // The tables are made before anything fails.
        Ledger.open(direct(), Clock.systemUTC()).close();
    }

    FaultyLink link() {
        return link;
    }

    /** The way from the nodes to OVHcloud. */
    FaultyLink api() {
        return api;
    }

    SandboxProcess sandbox() {
        return sandbox;
    }

    /** Kills it and starts it again with its state; its nodes reach it by the same address. */
    void restartSandbox() throws IOException {
        sandbox.close();
        sandbox = SandboxProcess.start(folder, sandboxOptions);
        api.leadTo(sandbox.port());
    }

    /** The database, past the link. */
    LedgerSettings direct() {
        return at(port);
    }

    /** The database by the link. */
    LedgerSettings byLink() {
        return at(link.port());
    }

    private static LedgerSettings at(int port) {
        return LedgerSettings.at("jdbc:postgresql://localhost:" + port + "/postgres", "postgres", "")
                .withLease(LEASE, LEASE.dividedBy(2));
    }

    void restartDatabase() throws IOException {
        server.close();
        server = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgres"))
                .setCleanDataDirectory(false)
                .setPort(port)
                .start();
    }

    /** {@code run}, and returns once its routes are started. */
    void start(String node, String... settings) throws IOException {
        start(node, Map.of(), settings);
    }

    /** As {@link #start(String, String...)}, with more variables in the environment. */
    void start(String node, Map<String, String> variables, String... settings) throws IOException {
        launch(node, variables, settings);
        await(node).atMost(Duration.ofMinutes(4)).until(() -> {
            ProcessUnderTest process = running.get(node);
            if (!process.alive()) {
                throw new AssertionError(process.printed());
            }
            return process.printed().contains("Watching");
        });
    }

    /** {@code run}, and returns at once. */
    ProcessUnderTest launch(String node, Map<String, String> variables, String... settings) throws IOException {
        Path home = Files.createDirectories(folder.resolve(node));
        List<String> arguments = new ArrayList<>(List.of("run", "--data", "data"));
        Stream.concat(
                        Stream.of(
                                "ovh-domain.ledger.url=" + byLink().url(),
                                "ovh-domain.ledger.user=postgres",
                                "ovh-domain.ledger.lease=" + LEASE,
                                "ovh-domain.ledger.key=" + folder.resolve("shared.key"),
                                "ovh-domain.limit.run=100000 EUR",
                                "ovh-domain.delivery.every=PT0.5S"),
                        Stream.of(settings))
                .forEach(each -> arguments.addAll(List.of("--set", each)));
        Map<String, String> environment = new HashMap<>(SandboxProcess.environment(api.port()));
        environment.putAll(variables);
        ProcessUnderTest process = ProcessUnderTest.start(home, "run", List.of(), environment, arguments);
        running.put(node, process);
        return process;
    }

    private Path inbox(String node) {
        return folder.resolve(node).resolve("data").resolve("inbox");
    }

    ProcessUnderTest process(String node) {
        return running.get(node);
    }

    /** Drops a file of orders. */
    void drop(String node, String name, int orders) throws IOException {
        drop(
                node,
                name,
                Stream.concat(
                                Stream.of("action,domain"),
                                IntStream.rangeClosed(1, orders)
                                        .mapToObj(i -> "order," + name.replace(".csv", "") + "-" + i + ".com"))
                        .toList());
    }

    void drop(String node, String name, List<String> lines) throws IOException {
        Files.move(Files.write(folder.resolve(name), lines), inbox(node).resolve(name));
    }

    /** How many rows are claimed by somebody, as seen past the link. */
    long claimed() throws SQLException {
        try (Connection connection = DriverManager.getConnection(direct().url(), "postgres", "");
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery("select count(*) from request where owner is not null")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** A move of a row, when it happened as its node says, and why. */
    record Move(Instant at, String why) {}

    /** All of them, as seen past the link. */
    List<Move> moves() throws SQLException {
        List<Move> moves = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(direct().url(), "postgres", "");
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery("select happened_at, why from event order by id")) {
            while (rows.next()) {
                moves.add(new Move(rows.getObject(1, OffsetDateTime.class).toInstant(), rows.getString(2)));
            }
        }
        return moves;
    }

    /** Waits until a file is as wanted, as seen past the link. */
    ImportedFile awaitFile(Ledger ledger, Duration most, Predicate<ImportedFile> wanted) {
        return await("the file")
                .atMost(most)
                .pollInterval(Duration.ofMillis(200))
                .until(
                        () -> ledger.files().latest(1).stream()
                                .filter(wanted)
                                .findFirst()
                                .orElse(null),
                        found -> found != null);
    }

    /** Waits for the plan of the last file and approves it. */
    long approve(Ledger ledger) {
        ImportedFile planned = awaitFile(ledger, Duration.ofSeconds(90), file -> file.state() == FileState.PLANNED);
        ledger.plans().approve(planned.id(), planned.planCode(), "test");
        return planned.id();
    }

    @Override
    public void close() throws IOException {
        running.values().forEach(ProcessUnderTest::kill);
        link.close();
        api.close();
        sandbox.close();
        server.close();
    }
}
