// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import io.github.camelovh.domain.sandbox.server.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to names when they expire, by rows and by the resource {@code renewal}. */
@Tag("once")
class RenewalRowsIT {
    private static final String ONE = "garden-travel-1.com";
    private static final String PUT = "PUT /domain/{serviceName}/serviceInfos";

    private OvhSandbox sandbox;

    @TempDir
    Path folder;

    @BeforeEach
    void startSandbox() {
        sandbox = OvhSandbox.start(
                SandboxOptions.defaults().withTaskTime(Duration.ofMillis(300)).withDomains(12));
    }

    @AfterEach
    void stopSandbox() {
        sandbox.close();
    }

    private Cli.Said importing(String name, String... rows) throws IOException {
        List<String> lines = new ArrayList<>(List.of("action,domain,renewal"));
        lines.addAll(List.of(rows));
        Path file = Files.write(folder.resolve(name), lines);
        return Cli.run(
                sandbox,
                "import",
                file.toString(),
                "--data",
                folder.resolve("data").toString(),
                "--yes");
    }

    private String outbox(String name) throws IOException {
        return Files.readString(folder.resolve("data/outbox").resolve(name));
    }

    private Cli.Said renewal(String operation) {
        return Cli.run(sandbox, "call", "renewal", operation, "--yes", "-p", "domain=" + ONE);
    }

    @Test
    void isSetForManyNamesAndOnlyWhereItDiffers() throws Exception {
        assertThat(renewal("setAutomatic").code()).isZero();
        sandbox.resetCalls();

        Cli.Said said = importing(
                "renewals.csv",
                "set-auto-renew," + ONE + ",cancel",
                "set-auto-renew,river-bois-9.com,Manual",
                "set-auto-renew,terra-travel-8.net,automatic",
                "set-auto-renew,not-ours.com,automatic",
                "set-auto-renew,already-mine.com,sometimes");

        assertThat(said.out()).as(said.toString()).contains("3 done, 1 refused, 1 failed");
        assertThat(outbox("renewals.plan.csv")).contains("renewal automatic -> cancel: the name is given up on 20");
        assertThat(outbox("renewals.refused.csv")).contains("write one of: automatic, manual, cancel");
        assertThat(renewal("state").out()).contains("\"CANCEL\"");
        assertThat(renewal("undoCancel").out()).contains("\"MANUAL\"");
        assertThat(sandbox.calls(PUT)).isLessThanOrEqualTo(4);
    }

    @Test
    void aLostAnswerIsClearedUpByReading() throws Exception {
        renewal("setManual");
        sandbox.fault(Fault.on(PUT, Fault.Kind.ANSWER_LOST));

        Cli.Said said = importing("one.csv", "set-auto-renew," + ONE + ",automatic");

        assertThat(said.code()).as(said.toString()).isZero();
        assertThat(renewal("state").out()).contains("\"AUTOMATIC\"");
    }

    @Test
    void aQuoteTellsWhatEachPeriodCostsAndOrdersNothing() {
        Cli.Said said = renewal("quote");

        assertThat(said.out()).as(said.toString()).contains("\"P1Y\"", "\"P2Y\"", "EUR");
        assertThat(sandbox.orders()).isEmpty();
    }

    private Cli.Said renewing(String name, List<String> rows, String... options) throws IOException {
        List<String> lines = new ArrayList<>(List.of("action,domain,period,expiry,maxPrice,acknowledgedOrders"));
        lines.addAll(rows);
        Path file = Files.write(folder.resolve(name), lines);
        List<String> all = new ArrayList<>(List.of(
                "import", file.toString(), "--data", folder.resolve("data").toString()));
        all.addAll(List.of(options));
        return Cli.run(sandbox, all.toArray(String[]::new));
    }

    private String expiry(String name) {
        return Cli.run(sandbox, "call", "renewal", "state", "-p", "domain=" + name)
                .out()
                .replaceFirst("(?s).*\"expiration\"\\s*:\\s*\"([0-9-]+)\".*", "$1");
    }

    @Test
    void namesAreRenewedOnceWithinTheBudget() throws Exception {
        String before = expiry(ONE);
        List<String> rows = List.of(
                "renew," + ONE + ",1," + before + ",,",
                "renew,river-bois-9.com,2,,,",
                "renew,terra-travel-8.net,1,,1.00,",
                "renew,already-mine.com,1,2020-01-01,,",
                "renew,atelier-bois-3.com,1,2020-31-31,,x");

        Cli.Said planned = renewing("renew.csv", rows, "--plan-only", "--max-total", "100");

        assertThat(planned.out()).as(planned.toString()).contains("To pay: ");
        assertThat(outbox("renew.plan.csv"))
                .contains("expires on " + before + ": renew for P1Y at ", "more than the limit of 1.00 EUR");
        assertThat(sandbox.orders()).isEmpty();

        Cli.Said said = renewing("renew.csv", rows, "--yes", "--max-total", "100");

        assertThat(said.out()).as(said.toString()).contains("5 rows: 3 done, 2 refused");
        assertThat(outbox("renew.done.csv"))
                .contains("renewed by order", "expires on " + (Integer.parseInt(before.substring(0, 4)) + 1));
        assertThat(outbox("renew.refused.csv")).contains("is not a date", "is not an order number");
        assertThat(sandbox.orders()).hasSize(2).allMatch(order -> order.paid());

        Cli.Said again = renewing("again.csv", rows.subList(0, 1), "--yes", "--max-total", "100");

        assertThat(again.out()).as(again.toString()).contains("1 row: 1 done");
        assertThat(sandbox.orders()).hasSize(2);
    }

    @Test
    void nothingIsRenewedOverTheBudget() throws Exception {
        Cli.Said said = renewing("renew.csv", List.of("renew," + ONE + ",,,,"), "--yes", "--max-total", "2");

        assertThat(said.err()).as(said.toString()).contains("over the limit for one file");
        assertThat(sandbox.orders()).isEmpty();
    }

    @Test
    void aRenewalWithoutAnAnswerIsFoundAndNotOrderedAgain() throws Exception {
        sandbox.fault(Fault.on("POST /service/{serviceId}/renew", Fault.Kind.ANSWER_LOST)
                .nth(3));

        Cli.Said said = renewing("renew.csv", List.of("renew," + ONE + ",,,,"), "--yes", "--max-total", "100");

        assertThat(said.out()).as(said.toString()).contains("1 row: 1 done");
        assertThat(sandbox.orders()).hasSize(1);
    }
}
