// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import static io.github.camelovh.domain.app.ledger.RequestState.AWAITING;
import static io.github.camelovh.domain.app.ledger.RequestState.DONE;
import static io.github.camelovh.domain.app.ledger.RequestState.FAILED;
import static io.github.camelovh.domain.app.ledger.RequestState.REFUSED;
import static io.github.camelovh.domain.app.ledger.RequestState.UNFINISHED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelovh.domain.ProcessUnderTest;
import io.github.camelovh.domain.SandboxProcess;
import io.github.camelovh.domain.app.ledger.ImportedFile;
import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.ledger.LedgerSettings;
import io.github.camelovh.domain.app.ledger.OldLedger;
import io.github.camelovh.domain.app.ledger.Request;
import io.github.camelovh.domain.app.ledger.RequestState;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The data folder of version 11, with rows in each of its states, is used by this one, at the same account: every row ends right, and
 * nothing is bought twice.
 */
@Tag("once")
class UpgradeIT {
    private static final Path LEFT = Path.of("src/test/resources/upgrade");
    private static final String LIMIT = "--set=ovh-domain.limit.run=1000";
    private static final Pattern CODE = Pattern.compile("(\\S+): planned, .* plan (\\S+)");
    private static final Pattern OPEN = Pattern.compile("(\\d+) (?:received|planned|approved|executing|awaiting)");

    /** Those that waited, of rows and of zone files, and those of the files that are dropped now. */
    private static final int PLANS = 6;

    /** Rows that do not end as {@code DONE}: those that ended before, and those that wait for somebody else. */
    private static final Map<String, RequestState> OTHER_ENDS = Map.of(
            "order taken-refused.com", REFUSED,
            "order failed-one.com", REFUSED,
            "transfer reclaimed-gone.com", FAILED,
            "set-contact iris-info-13.berlin", REFUSED,
            "order declined-person.com", AWAITING,
            "change-accounts north-velo-11.com", AWAITING,
            "change-accounts haus-zen-5.fr", AWAITING,
            "release terra-graph-10.net", AWAITING);

    @TempDir
    Path folder;

    private OvhSandbox sandbox;
    private ProcessUnderTest run;
    private Path data;

    @BeforeEach
    void restore() throws Exception {
        data = folder.resolve("data");
        copy(LEFT.resolve("folder"), data);
        OldLedger.inFolder(data);
        Path state = Files.copy(LEFT.resolve("sandbox.json"), folder.resolve("sandbox.json"));
        Duration back = Duration.between(Instant.now(), OldLedger.LEFT_AT).plusMinutes(10);
        sandbox = OvhSandbox.start(SandboxOptions.defaults()
                .withStore(state)
                .withTaskTime(Duration.ofMillis(200))
                .withClock(Clock.offset(Clock.systemUTC(), back)));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Files.copy(each, to.resolve(from.relativize(each).toString()));
            }
        }
    }

    @AfterEach
    void stop() {
        if (run != null) {
            run.kill();
        }
        sandbox.close();
    }

    private Cli.Said command(String... arguments) {
        String[] all =
                Stream.concat(Stream.of(arguments), Stream.of("--data=" + data)).toArray(String[]::new);
        Cli.Said said = Cli.run(sandbox, all);
        assertThat(said.code()).as(said.toString()).isZero();
        return said;
    }

    private List<Request> rows() {
        try (Ledger ledger = Ledger.open(LedgerSettings.inFolder(data), Clock.systemUTC())) {
            return ledger.files().latest(1000).stream()
                    .map(ImportedFile::id)
                    .flatMap(file -> ledger.requests().page(file, 0, EnumSet.allOf(RequestState.class), 1000).stream())
                    .toList();
        }
    }

    private static Map<Long, Integer> ended(List<Request> rows) {
        return rows.stream()
                .filter(row -> row.state().isFinal() && row.state() != UNFINISHED)
                .collect(Collectors.toMap(Request::id, Request::version));
    }

    /** Approves each plan that waits, once. */
    private void approve(Set<String> approved) {
        Matcher waiting = CODE.matcher(command("status", "--files=30").out());
        while (waiting.find()) {
            if (approved.add(waiting.group(1))) {
                command("approve", waiting.group(2));
            }
        }
    }

    private long open() {
        return OPEN.matcher(command("status", "--files=30").out())
                .results()
                .mapToLong(rows -> Long.parseLong(rows.group(1)))
                .sum();
    }

    @Test
    void everyRowEndsRight() throws Exception {
        List<Request> before = rows();
        Path zone = LEFT.resolve("dropped/jardin-velo-2.dev.zone");
        Files.copy(zone, data.resolve("zones").resolve(zone.getFileName().toString()));
        copy(LEFT.resolve("dropped/inbox"), data.resolve("inbox"));
        CodeKeys.make(folder.resolve("codes.pem"));
        run = ProcessUnderTest.start(
                folder,
                "run",
                List.of(),
                SandboxProcess.environment(sandbox.baseUrl().getPort()),
                List.of(
                        "run",
                        "--data=data",
                        "--set=ovh-domain.delivery.every=PT0.3S",
                        "--set=camel.component.ovh-domain.response-timeout=2000",
                        "--set=camel.component.ovh-domain.settle-time=300",
                        "--set=camel.component.ovh-domain.calls-per-second=500",
                        "--set=ovh-domain.release.certificate=codes.pem",
                        LIMIT));
        await().atMost(Duration.ofSeconds(60)).until(() -> run.printed().contains("Watching "));
        Set<String> approved = new TreeSet<>();
        await().atMost(Duration.ofMinutes(2)).until(() -> {
            approve(approved);
            return approved.size() == PLANS
                    && open()
                            == OTHER_ENDS.values().stream()
                                    .filter(AWAITING::equals)
                                    .count();
        });
        run.terminate();
        run.exitCode(60);
        for (String file : List.of("late.csv", "unfinished-none.csv")) {
            command("import", LEFT.resolve("dropped").resolve(file).toString(), LIMIT);
        }
        assertThat(sandbox.servedRecords("jardin-velo-2.dev")).anyMatch(record -> record.startsWith("blog."));
        assertThat(command("drift").out()).contains("3 zones compared, 0 drifted");

        List<Request> after = rows();
        assertThat(after.stream()
                        .filter(row -> row.state() != DONE)
                        .collect(Collectors.toMap(row -> row.action() + ' ' + row.domain(), Request::state)))
                .isEqualTo(OTHER_ENDS);
        assertThat(ended(after)).containsAllEntriesOf(ended(before));
        assertThat(sandbox.orders().stream()
                        .filter(order -> !order.cancelled())
                        .collect(Collectors.groupingBy(
                                order -> order.action() + ' ' + order.domain(), Collectors.counting())))
                .hasSizeGreaterThan(PLANS)
                .allSatisfy((what, orders) -> assertThat(orders).as(what).isEqualTo(1));
    }
}
