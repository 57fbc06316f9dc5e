// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.ledger.LedgerSettings;
import io.github.camelovh.domain.app.ledger.RequestState;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ledger behind PgBouncer that pools by transaction, where it is installed: Flyway, the ledger and Quartz need no setting for it. */
@Tag("once")
class PgBouncerIT {
    private static final Path PROGRAM = Path.of("/usr/sbin/pgbouncer");
    private static final int PORT = 16_432;

    @TempDir
    Path folder;

    @Test
    void twoNodesWorkThroughIt() throws Exception {
        assumeThat(PROGRAM).exists();
        try (Nodes nodes = new Nodes(folder, 0)) {
            Process pooler = start(nodes.direct().url().replaceAll(".*:(\\d+)/.*", "$1"));
            try (Ledger ledger = Ledger.open(nodes.direct(), Clock.systemUTC())) {
                String url = "ovh-domain.ledger.url=jdbc:postgresql://localhost:" + PORT + "/postgres";
                Files.copy(Path.of("config/renewal-policy.yaml"), folder.resolve("policy.yaml"));
                nodes.start(
                        "a",
                        url,
                        "ovh-domain.renewal.cron=0/2 * * * * ?",
                        "ovh-domain.renewal.policy=" + folder + "/policy.yaml");
                nodes.start("b", url);
                nodes.drop("b", "pooled.csv", 20);
                long file = nodes.approve(ledger);

                await("all rows done").atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                                ledger.requests().counts(file))
                        .isEqualTo(Map.of(RequestState.DONE, 20L)));
                await("the schedule").atMost(Duration.ofSeconds(30)).until(() -> hasFired(nodes.direct()));
                assertThat(nodes.process("a").printed() + nodes.process("b").printed())
                        .doesNotContain("ERROR", "prepared statement");
            } finally {
                pooler.destroyForcibly().waitFor();
            }
        }
    }

    /** Whether Quartz has run something, by its own tables. */
    private static boolean hasFired(LedgerSettings ledger) throws SQLException {
        try (Connection connection = DriverManager.getConnection(ledger.url(), ledger.user(), ledger.password());
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select count(*) from quartz_triggers where prev_fire_time > 0")) {
            return row.next() && row.getLong(1) > 0;
        }
    }

    private Process start(String databasePort) throws Exception {
        Path place = Files.createTempDirectory("pgbouncer");
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxrwxrwx"));
        Path settings = Files.writeString(place.resolve("pgbouncer.ini"), """
                [databases]
                postgres = host=127.0.0.1 port=%s dbname=postgres user=postgres
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                auth_type = any
                pool_mode = transaction
                default_pool_size = 4
                """.formatted(databasePort, PORT));
        Process pooler = new ProcessBuilder(List.of(PROGRAM.toString(), "-u", "nobody", settings.toString()))
                .redirectErrorStream(true)
                .redirectOutput(place.resolve("log").toFile())
                .start();
        await("PgBouncer").atMost(Duration.ofSeconds(20)).ignoreExceptions().until(() -> {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), PORT)) {
                return socket.isConnected();
            }
        });
        return pooler;
    }
}
