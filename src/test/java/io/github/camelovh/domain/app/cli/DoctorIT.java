// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.ledger.LedgerSettings;
import io.github.camelovh.domain.app.ledger.PostgresServer;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

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
