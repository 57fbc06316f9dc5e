// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A ledger whose rows are under way goes on under a newer version: what was bought is looked for, what was sent is awaited. */
abstract class UpgradeContract {
    /** States that have another name now. */
    private static final Map<String, String> RENAMED =
            Map.of("BUYING", "EXECUTING", "CHANGING", "EXECUTING", "ORDERED", "AWAITING");

    private static final int ALL = 1000;

    private LedgerSettings settings;
    private List<Row> before;
    private Ledger ledger;

    /** A row without what is not known by the older version; {@code rest} is what has to stay as it is. */
    private record Row(long id, String state, boolean byCart, Long orderId, List<String> rest) {
        Row renamed() {
            return new Row(id, RENAMED.getOrDefault(state, state), byCart, orderId, rest);
        }
    }

    abstract LedgerSettings oldLedger() throws Exception;

    @BeforeEach
    void open() throws Exception {
        settings = oldLedger();
        before = rows();
        ledger = Ledger.open(settings, Clock.systemUTC());
        ledger.endLeasesOfTheDead();
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private List<Row> rows() throws SQLException {
        try (Connection database = DriverManager.getConnection(settings.url(), settings.user(), settings.password());
                Statement sql = database.createStatement();
                ResultSet row = sql.executeQuery("select * from request order by id")) {
            List<Row> rows = new ArrayList<>();
            while (row.next()) {
                List<String> rest = new ArrayList<>();
                for (String column :
                        List.of("step", "facts", "memo", "terms", "row_data", "sealed_secret", "version")) {
                    rest.add(row.getString(column));
                }
                Long order = row.getObject("order_id", Long.class);
                rows.add(new Row(row.getLong("id"), row.getString("state"), row.getBoolean("buys"), order, rest));
            }
            return rows;
        }
    }

    private List<Long> were(Predicate<Row> which) {
        return before.stream().filter(which).map(Row::id).toList();
    }

    private List<Long> were(String state, boolean byCart) {
        return were(row -> row.state().equals(state) && row.byCart() == byCart);
    }

    private Request row(long id) {
        return ledger.requests().find(id).orElseThrow();
    }

    @Test
    void everyRowStandsWhereItStood() throws SQLException {
        assertThat(before)
                .extracting(Row::state)
                .contains("RECEIVED", "PLANNED", "APPROVED", "BUYING", "ORDERED", "CHANGING", "AWAITING")
                .contains("DONE", "REFUSED", "FAILED", "UNFINISHED");

        assertThat(rows()).isEqualTo(before.stream().map(Row::renamed).toList());
        assertThat(before).allSatisfy(row -> assertThat(row(row.id()).state().name())
                .isEqualTo(row.renamed().state()));
    }

    @Test
    void whatADeadWorkerHadBegunIsTakenOver() {
        for (boolean byCart : new boolean[] {true, false}) {
            // One hand has all rows of a name: those of another file wait until it is done.
            Set<String> names = Stream.generate(() -> ledger.claims().claim(OptionalLong.empty(), byCart, "new"))
                    .takeWhile(rows -> !rows.isEmpty())
                    .flatMap(List::stream)
                    .map(Request::domain)
                    .collect(Collectors.toSet());

            assertThat(were(byCart ? "BUYING" : "CHANGING", byCart))
                    .isNotEmpty()
                    .allSatisfy(id -> assertThat(names).contains(row(id).domain()));
        }
    }

    @Test
    void whatWasOrderedOrSentIsAwaited() {
        assertThat(ledger.claims().watch(true, 0, ALL, "new"))
                .extracting(Request::id)
                .isEqualTo(were("ORDERED", true));
        assertThat(ledger.claims().watch(false, 0, ALL, "new"))
                .extracting(Request::id)
                .isEqualTo(were("AWAITING", false));
    }

    @Test
    void whatWasUnfinishedIsResumedWhereItStood() {
        List<Long> unfinished = were(row -> row.state().equals("UNFINISHED"));
        unfinished.stream().map(id -> row(id).fileId()).distinct().forEach(file -> ledger.plans()
                .resume(file, "tester"));

        assertThat(unfinished).allSatisfy(id -> assertThat(row(id).state())
                .isEqualTo(row(id).orderId() == null ? RequestState.EXECUTING : RequestState.AWAITING));
        assertThat(unfinished)
                .extracting(id -> row(id).state())
                .contains(RequestState.EXECUTING, RequestState.AWAITING);
    }

    @Test
    void whatWaitsForApprovalGetsACodeAndIsTold() {
        List<ImportedFile> waiting = ledger.files().inState(FileState.PLANNED);
        assertThat(waiting).extracting(ImportedFile::name).contains("waiting.csv", "changes-waiting.csv");
        for (ImportedFile file : waiting) {
            assertThat(ledger.notices().tellPlanNow(file.id())).isTrue();
            long planned = ledger.requests().counts(file.id()).get(RequestState.PLANNED);
            assertThat(PlanCode.read(file.planCode())).isPresent();
            assertThat(ledger.plans().approve(file.id(), file.planCode(), "tester"))
                    .isEqualTo(new Approval.Given((int) planned));
        }
    }

    @Test
    void whatWasNotToldIsTold() {
        assertThat(ledger.notices().claim(ALL, "new")).isNotEmpty();
    }

    @Test
    void itsHistoryIsRead() {
        assertThat(before).allSatisfy(row -> {
            List<RequestMove> moves = ledger.requests().history(row.id());
            assertThat(
                            moves.isEmpty()
                                    ? RequestState.RECEIVED
                                    : moves.get(moves.size() - 1).to())
                    .isEqualTo(row(row.id()).state());
        });
    }

    @Test
    void openingItTwiceChangesNothingMore() throws SQLException {
        List<Row> once = rows();
        List<String> codes = codes();
        ledger.close();
        ledger = Ledger.open(settings, Clock.systemUTC());

        assertThat(rows()).isEqualTo(once);
        assertThat(codes()).isEqualTo(codes);
    }

    private List<String> codes() {
        return ledger.files().inState(FileState.PLANNED).stream()
                .map(ImportedFile::planCode)
                .toList();
    }
}
