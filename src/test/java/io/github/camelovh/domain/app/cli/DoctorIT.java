// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.ledger.LedgerSettings;
import io.github.camelovh.domain.app.ledger.NewRequest;
import io.github.camelovh.domain.app.ledger.PostgresServer;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;

/** Set-ups that are broken in one way each: {@code doctor} names the fault and says how to correct it, and changes nothing. */
@Tag("once")
class DoctorIT {
    @RegisterExtension
    static final PostgresServer SERVER = new PostgresServer();

    private static OvhSandbox sandbox;

    @TempDir
    Path folder;

    @BeforeAll
    static void startSandbox() {
        sandbox = OvhSandbox.start(SandboxOptions.defaults());
    }

    @AfterAll
    static void stopSandbox() {
        sandbox.close();
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Cli.Said doctor(String... settings) {
        List<String> all = new ArrayList<>(List.of("doctor", "--data", data().toString()));
        for (String setting : settings) {
            all.addAll(List.of("--set", setting));
        }
        return Cli.run(sandbox, all.toArray(String[]::new));
    }

    private void assertFault(Cli.Said said, String what, String mend) {
        assertThat(said.code()).as(said.toString()).isEqualTo(1);
        assertThat(said.out()).containsPattern("fault +" + what).contains("-> ").contains(mend);
        assertThat(said.err()).isEmpty();
    }

    private static void execute(LedgerSettings ledger, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(ledger.url(), ledger.user(), ledger.password());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String[] on(LedgerSettings ledger, String... more) {
        List<String> all = new ArrayList<>(
                List.of("ovh-domain.ledger.url=" + ledger.url(), "ovh-domain.ledger.user=" + ledger.user()));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    @Test
    void aGoodSetUpHasNoFaultAndIsNotChanged() throws Exception {
        try (ServerSocket mail = new ServerSocket(0)) {
            Cli.Said said = doctor(
                    "ovh-domain.notify.mail.to=operator@example.com",
                    "ovh-domain.notify.mail.from=ovh-domain@example.com",
                    "ovh-domain.notify.mail.server=localhost:" + mail.getLocalPort());
            assertThat(said.code()).as(said.toString()).isZero();
            assertThat(said.out()).doesNotContain("fault", "warning");
            assertThat(said.out())
                    .containsPattern("ok +clock +this machine's clock is ")
                    .contains("a sandbox", "sells nothing");
            assertThat(data()).doesNotExist();
        }
    }

    @Test
    void aWrongKey() {
        assertFault(
                doctor("camel.component.ovh-domain.consumer-key=wrong"), "keys +.*consumer key", "ovh-domain login");
    }

    @Test
    void aKeyWithoutSomeRights() throws Exception {
        control("credential", "{\"rules\":[{\"method\":\"GET\",\"path\":\"/*\"}]}");
        try {
            assertFault(doctor(), "rights +the consumer key lacks .*POST /", "`ovh-domain rights` lists all");
        } finally {
            control("reset", "");
        }
    }

    private static void control(String route, String body) throws IOException, InterruptedException {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(
                                        URI.create(sandbox.baseUrl().toString().replace("/1.0", "/_sandbox/" + route)))
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void anEndpointThatCannotBeReached() {
        assertFault(
                Cli.run(
                        "doctor",
                        "--data",
                        data().toString(),
                        "--endpoint",
                        "http://127.0.0.1:9/1.0",
                        "--set",
                        "camel.component.ovh-domain.application-key=key",
                        "--set",
                        "camel.component.ovh-domain.application-secret=secret",
                        "--set",
                        "camel.component.ovh-domain.consumer-key=consumer"),
                "network +.*connection was refused",
                "firewall");
    }

    @Test
    void aFileInPlaceOfAFolder() throws Exception {
        Files.createDirectories(data());
        Files.writeString(data().resolve("outbox"), "");
        assertFault(doctor(), "folders +.*outbox is no folder", "move that file away");
    }

    @Test
    void aSharedInboxThatIsNotMounted() {
        assertFault(doctor("ovh-domain.inbox=" + folder.resolve("share")), "folders +.*share is not there", "mount it");
    }

    @Test
    void aLedgerFileThatIsNone() throws Exception {
        Files.createDirectories(data());
        Files.writeString(data().resolve("ledger.mv.db"), "no ledger ".repeat(1000));
        assertFault(doctor(), "ledger +The ledger.s file .* is damaged", "copy of the ledger in its place");
    }

    @Test
    void aDatabaseThatIsNotThere() {
        assertFault(
                doctor(on(LedgerSettings.at("jdbc:postgresql://127.0.0.1:9/ledger", "me", ""))),
                "ledger +The ledger could not be opened.*refused",
                "ovh-domain.ledger.url");
    }

    @Test
    void aDatabaseThatTakesNoWrites() throws Exception {
        LedgerSettings ledger = SERVER.databaseWithTables();
        execute(
                ledger,
                "alter database " + ledger.url().replaceAll(".*/(\\w+).*", "$1")
                        + " set default_transaction_read_only = on");
        assertFault(doctor(on(ledger)), "ledger +the database takes no writes", "primary");
    }

    @Test
    void aDatabaseOfAnotherProgram() throws Exception {
        LedgerSettings ledger = SERVER.emptyDatabase();
        execute(ledger, "create table invoices (id bigint)");
        assertFault(doctor(on(ledger)), "ledger +the database holds other tables", "for the ledger alone");
    }

    @Test
    void aLedgerOfANewerBuild() throws Exception {
        LedgerSettings ledger = SERVER.databaseWithTables();
        execute(
                ledger,
                "insert into ledger_schema (installed_rank, version, description, type, script, installed_by,"
                        + " execution_time, success) select max(installed_rank) + 1, '999', 'later', 'SQL', 'V999__later.sql',"
                        + " 'me', 1, true from ledger_schema");
        assertFault(doctor(on(ledger)), "ledger +its tables are of version 999, newer", "install the newer build");
    }

    @Test
    void aKeyFileThatIsLost() throws Exception {
        LedgerSettings place = LedgerSettings.inFolder(Files.createDirectories(data()));
        Path key = data().resolve("ledger.key");
        try (Ledger ledger = Ledger.open(place, Clock.systemUTC())) {
            ledger.seal(key);
        }
        Files.delete(key);
        assertFault(doctor(), "ledger +it holds sealed auth codes", "copy the key file");
    }

    @Test
    void aKeyBesideItsLedgerAndADataFolderThatIsOpen() throws Exception {
        LedgerSettings place = LedgerSettings.inFolder(Files.createDirectories(data()));
        try (Ledger ledger = Ledger.open(place, Clock.systemUTC())) {
            ledger.seal(data().resolve("ledger.key"));
        }
        Cli.Said said = doctor();
        assertThat(said.code()).as(said.toString()).isZero();
        assertThat(said.out())
                .containsPattern("warning +ledger +the key of its secrets lies beside it")
                .contains("ovh-domain.ledger.key")
                .containsPattern("warning +folders +.*data is open to other users \\(rwxr-xr-x\\)")
                .contains("-> chmod -R go= " + data());
    }

    @Test
    void aMailServerThatCannotBeReached() {
        assertFault(
                doctor(
                        "ovh-domain.notify.mail.to=operator@example.com",
                        "ovh-domain.notify.mail.from=ovh-domain@example.com",
                        "ovh-domain.notify.mail.server=127.0.0.1:9"),
                "mail +127.0.0.1:9 cannot be reached",
                "events wait meanwhile");
    }

    private Path ledgerWithRows() throws IOException {
        try (Ledger ledger = Ledger.open(LedgerSettings.inFolder(Files.createDirectories(data())), Clock.systemUTC())) {
            long file = ledger.files()
                    .receive("names.csv", "ab".repeat(32), "ada")
                    .file()
                    .id();
            ledger.requests()
                    .add(
                            file,
                            IntStream.rangeClosed(1, 2_000)
                                    .mapToObj(line -> NewRequest.purchase(
                                            line, "order", "n" + line + ".fr", "CREATE n" + line + ".fr", "{}", null))
                                    .toList());
        }
        Files.writeString(Files.createDirectories(data().resolve("outbox")).resolve("names.summary.json"), "{}");
        return data().resolve("ledger.mv.db");
    }

    @Test
    void aLedgerThatIsLostBesideItsResults() throws Exception {
        Files.delete(ledgerWithRows());
        assertFault(
                doctor(),
                "ledger +The ledger's file .*ledger.mv.db is missing, but .*names.summary.json",
                "Put a copy of the ledger in its place");
        assertThat(data().resolve("ledger.mv.db")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.4})
    void aLedgerThatIsCutOff(double part) throws Exception {
        Path file = ledgerWithRows();
        try (RandomAccessFile opened = new RandomAccessFile(file.toFile(), "rw")) {
            opened.setLength((long) (opened.length() * part));
        }
        byte[] before = Files.readAllBytes(file);
        assertFault(
                doctor(),
                "ledger +The ledger's file .*(is damaged|holds nothing|was cut off)",
                "a copy of the ledger in its place");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void aDatabaseThatMayForgetAndWhoseLocksAreHeld() throws Exception {
        LedgerSettings ledger = SERVER.databaseWithTables();
        try (Connection holder = DriverManager.getConnection(ledger.url(), ledger.user(), ledger.password());
                Connection waiter = DriverManager.getConnection(ledger.url(), ledger.user(), ledger.password())) {
            holder.setAutoCommit(false);
            int pid = holder.unwrap(PGConnection.class).getBackendPID();
            holder.createStatement().execute("lock table quartz_locks in access exclusive mode");
            CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> {
                try {
                    waiter.createStatement().execute("select * from quartz_locks");
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            await("somebody waits").until(() -> waits(ledger));
            Cli.Said said = doctor(on(ledger));
            holder.rollback();
            waiting.get(20, TimeUnit.SECONDS);

            assertThat(said.code()).as(said.toString()).isZero();
            assertThat(said.out())
                    .containsPattern("warning +ledger +1 session waits for a lock; it is held by " + pid)
                    .containsPattern("warning +ledger +the database answers before .*fsync=off")
                    .contains("set fsync and synchronous_commit to on")
                    .containsPattern("ok +ledger +version \\d+, \\d+ MB");
        }
    }

    private static boolean waits(LedgerSettings ledger) throws SQLException {
        try (Connection connection = DriverManager.getConnection(ledger.url(), ledger.user(), ledger.password());
                ResultSet row =
                        connection.createStatement().executeQuery("select count(*) from pg_locks where not granted")) {
            return row.next() && row.getLong(1) > 0;
        }
    }

    @Test
    void aDatabaseOfAnotherEncoding() throws Exception {
        LedgerSettings any = SERVER.emptyDatabase();
        execute(any, "create database latin1 encoding 'LATIN1' lc_collate 'C' lc_ctype 'C' template template0");
        LedgerSettings ledger =
                LedgerSettings.at(any.url().replaceAll("/\\w+(\\?|$)", "/latin1$1"), any.user(), any.password());
        Ledger.open(ledger, Clock.systemUTC()).close();
        assertFault(doctor(on(ledger)), "ledger +the database's encoding is LATIN1", "the encoding UTF8");
    }

    @Test
    void aWebhookWhoseNameIsUnknown() {
        assertFault(
                doctor("ovh-domain.notify.webhook=https://hook.invalid/x"),
                "webhook +DNS has no address of hook.invalid",
                "DNS server of this machine");
    }

    @Test
    void tellsTheSameAsJson() throws Exception {
        Cli.Said said = Cli.run(
                sandbox,
                "doctor",
                "--json",
                "--data",
                data().toString(),
                "--set",
                "ovh-domain.inbox=" + folder.resolve("share"));
        assertThat(said.code()).isEqualTo(1);
        JsonNode list = new ObjectMapper().readTree(said.out());
        assertThat(list).anySatisfy(each -> {
            assertThat(each.path("level").asText()).isEqualTo("fault");
            assertThat(each.path("area").asText()).isEqualTo("folders");
            assertThat(each.path("whatToDo").asText()).isNotEmpty();
        });
    }
}
