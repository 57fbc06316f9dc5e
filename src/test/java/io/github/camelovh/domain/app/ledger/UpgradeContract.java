// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A ledger whose rows are under way goes on under a newer version: what was bought is looked for, what was sent is awaited. */
abstract class UpgradeContract {
    /** The last version in which rows that buy and rows that change had states of their own. */
    private static final String TWO_ENGINES = "11";

    private LedgerSettings settings;

    abstract LedgerSettings emptyDatabase();

    @BeforeEach
    void writeOldLedger() throws SQLException {
        settings = emptyDatabase();
        Flyway.configure(getClass().getClassLoader())
                .dataSource(settings.url(), settings.user(), settings.password())
                .locations("classpath:db/migration")
                .table("ledger_schema")
                .placeholders(Map.of("numbers", "1"))
                .target(TWO_ENGINES)
                .load()
                .migrate();
        try (Connection database = DriverManager.getConnection(settings.url(), settings.user(), settings.password());
                Statement sql = database.createStatement()) {
            sql.execute("insert into import_file (name, content_hash, state, rows_read, last_line, received_at,"
                    + " changed_at) values ('old.csv', '" + "a".repeat(64)
                    + "', 'APPROVED', 10, 11, current_timestamp, current_timestamp)");
            purchase(sql, 2, "approved.com", "APPROVED", null, null);
            purchase(sql, 3, "buying.com", "BUYING", "CHECK_OUT", null);
            purchase(sql, 4, "ordered.com", "ORDERED", "ORDERED", 7L);
            purchase(sql, 5, "unknown.com", "UNFINISHED", "CHECK_OUT", null);
            purchase(sql, 6, "late.com", "UNFINISHED", "ORDERED", 8L);
            purchase(sql, 7, "done.com", "DONE", "ORDERED", 9L);
            change(sql, 8, "changing.com", "CHANGING", "null");
            change(sql, 9, "sent.com", "AWAITING", "'{\"tasks\":[5],\"goOn\":false}'");
            change(sql, 10, "broken-off.com", "UNFINISHED", "null");
            event(sql, "buying.com", "APPROVED", "BUYING", "START");
            event(sql, "ordered.com", "BUYING", "ORDERED", "ORDER");
            event(sql, "changing.com", "APPROVED", "CHANGING", "CHANGE");
            event(sql, "late.com", "UNFINISHED", "ORDERED", "RESUME_DELIVERY");
            event(sql, "unknown.com", "UNFINISHED", "BUYING", "RESUME_PURCHASE");
            event(sql, "broken-off.com", "UNFINISHED", "CHANGING", "RESUME_CHANGE");
        }
    }

    private static void purchase(Statement sql, int line, String domain, String state, String step, Long order)
            throws SQLException {
        String open = state.equals("DONE") ? "null" : "1";
        sql.execute("insert into request (file_id, line, action, domain, state, version, owner, lease_until, open_mark,"
                + " purchase_key, buys, asked, row_data, step, facts, order_id, received_at, changed_at) values (1, "
                + line + ", 'order', '" + domain + "', '" + state + "', 3, "
                + (state.equals("BUYING") ? "'dead', timestamp '2020-01-01 00:00:00'" : "null, null") + ", " + open
                + ", 'camel-ovh-domain create " + domain + "', true, 'order', '{\"action\":\"order\",\"domain\":\""
                + domain + "\"}', " + (step == null ? "null, null" : "'" + step + "', '{\"reasons\":[]}'") + ", "
                + order + ", current_timestamp, current_timestamp)");
    }

    private static void change(Statement sql, int line, String domain, String state, String facts) throws SQLException {
        sql.execute("insert into request (file_id, line, action, domain, state, version, owner, lease_until, open_mark,"
                + " buys, asked, row_data, facts, received_at, changed_at) values (1, " + line + ", 'lock', '" + domain
                + "', '" + state + "', 3, "
                + (state.equals("CHANGING") ? "'dead', timestamp '2020-01-01 00:00:00'" : "null, null")
                + ", 1, false, 'lock', '{\"action\":\"lock\",\"domain\":\"" + domain + "\"}', " + facts
                + ", current_timestamp, current_timestamp)");
    }

    private static void event(Statement sql, String domain, String from, String to, String event) throws SQLException {
        sql.execute("insert into event (request_id, from_state, to_state, event, why, happened_at) select id, '" + from
                + "', '" + to + "', '" + event + "', 'as it was', current_timestamp from request where domain = '"
                + domain + "'");
    }

    private Ledger opened() {
        return Ledger.open(settings, Clock.systemUTC());
    }

    private static Request of(Ledger ledger, String domain) {
        return ledger.requests().findByDomain(domain).get(0);
    }

    @Test
    void everyRowStandsWhereItStood() {
        try (Ledger ledger = opened()) {
            assertThat(ledger.requests().counts(1))
                    .isEqualTo(Map.of(
                            RequestState.APPROVED, 1L,
                            RequestState.EXECUTING, 2L,
                            RequestState.AWAITING, 2L,
                            RequestState.UNFINISHED, 3L,
                            RequestState.DONE, 1L));
        }
    }

    @Test
    void whatADeadWorkerHadBegunIsTakenOverWithItsStep() {
        try (Ledger ledger = opened()) {
            Request purchase =
                    ledger.claims().claim(OptionalLong.empty(), true, "new").get(0);
            Request change =
                    ledger.claims().claim(OptionalLong.empty(), false, "new").get(0);

            assertThat(purchase.domain()).isEqualTo("buying.com");
            assertThat(purchase.step()).isEqualTo("CHECK_OUT");
            assertThat(change.domain()).isEqualTo("changing.com");
            assertThat(ledger.claims()
                            .claim(OptionalLong.empty(), true, "new")
                            .get(0)
                            .domain())
                    .isEqualTo("approved.com");
        }
    }

    @Test
    void whatWasOrderedOrSentIsAwaited() {
        try (Ledger ledger = opened()) {
            List<Request> deliveries = ledger.claims().watch(true, 0, 10, "new");
            List<Request> changes = ledger.claims().watch(false, 0, 10, "new");

            assertThat(deliveries).extracting(Request::domain).containsExactly("ordered.com");
            assertThat(deliveries).extracting(Request::orderId).containsExactly(7L);
            assertThat(changes).extracting(Request::domain).containsExactly("sent.com");
            assertThat(changes.get(0).facts()).contains("5");
        }
    }

    @Test
    void whatWasUnfinishedIsResumedWhereItStood() {
        try (Ledger ledger = opened()) {
            assertThat(ledger.plans().resume(1, "tester")).isEqualTo(3);

            assertThat(of(ledger, "unknown.com").state()).isEqualTo(RequestState.EXECUTING);
            assertThat(of(ledger, "unknown.com").step()).isEqualTo("CHECK_OUT");
            assertThat(of(ledger, "late.com").state()).isEqualTo(RequestState.AWAITING);
            assertThat(of(ledger, "broken-off.com").state()).isEqualTo(RequestState.EXECUTING);
        }
    }

    @Test
    void itsHistoryIsRead() {
        try (Ledger ledger = opened()) {
            assertThat(ledger.requests().history(of(ledger, "buying.com").id()))
                    .extracting(RequestMove::to)
                    .containsExactly(RequestState.EXECUTING);
            assertThat(ledger.requests().history(of(ledger, "ordered.com").id()))
                    .extracting(RequestMove::event)
                    .containsExactly(RequestEvent.ORDER);
            assertThat(ledger.requests().history(of(ledger, "changing.com").id()))
                    .extracting(RequestMove::event)
                    .containsExactly(RequestEvent.START);
            assertThat(ledger.requests().history(of(ledger, "late.com").id()))
                    .extracting(RequestMove::event)
                    .containsExactly(RequestEvent.RESUME_WAITING);
            assertThat(ledger.requests().history(of(ledger, "broken-off.com").id()))
                    .extracting(RequestMove::event)
                    .containsExactly(RequestEvent.RESUME);
        }
    }

    @Test
    void openingItTwiceChangesNothingMore() {
        try (Ledger ledger = opened()) {
            assertThat(ledger.requests().counts(1)).containsKey(RequestState.EXECUTING);
        }
        everyRowStandsWhereItStood();
    }
}
