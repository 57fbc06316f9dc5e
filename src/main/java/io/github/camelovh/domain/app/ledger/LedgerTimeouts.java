// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How long each step of a connection to PostgreSQL may take. All are shorter than the lease, so that a node whose connection is silent
 * stops before another one takes its rows over; and longer than the longest statement. Zero is no limit.
 *
 * @param connect until TCP is connected
 * @param socket until the next byte of an answer
 * @param statement until the server ends a statement
 * @param lock until the server ends a statement that waits for another transaction; longer than {@code idleInTransaction}, so that the
 *     transaction of a dead node ends first
 * @param idleInTransaction until the server ends a transaction whose client says nothing, as it lost its power or its network
 */
record LedgerTimeouts(
        Duration connect, Duration socket, Duration statement, Duration lock, Duration idleInTransaction) {
    private static final Duration SHORTEST = Duration.ofSeconds(3);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    static LedgerTimeouts within(Duration lease) {
        Duration socket = between(lease.multipliedBy(9).dividedBy(10), SHORTEST, LONGEST);
        return new LedgerTimeouts(
                between(socket.dividedBy(4), SHORTEST, Duration.ofSeconds(5)),
                socket,
                socket.multipliedBy(95).dividedBy(100),
                socket.multipliedBy(9).dividedBy(10),
                between(socket.dividedBy(2), SHORTEST, LONGEST));
    }

    /**
     * For the migration of tables: a statement takes as long as it takes. A client that is gone is noticed by the keep-alive of its
     * connection.
     */
    static LedgerTimeouts ofMigration() {
        return new LedgerTimeouts(Duration.ofSeconds(5), Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);
    }

    private static Duration between(Duration wanted, Duration least, Duration most) {
        Duration atLeast = wanted.compareTo(least) < 0 ? least : wanted;
        return atLeast.compareTo(most) > 0 ? most : atLeast;
    }

    /** Options of the driver, in its units. What the address says itself comes first. */
    Map<String, String> driverOptions() {
        Map<String, String> options = new LinkedHashMap<>();
        options.put("connectTimeout", Long.toString(connect.toSeconds()));
        options.put("loginTimeout", Long.toString(connect.toSeconds() * 2));
        options.put("socketTimeout", Long.toString(socket.toSeconds()));
        options.put("tcpKeepAlive", "true");
        options.put("reWriteBatchedInserts", "true");
        // A pooler (PgBouncer, by transaction) gives each transaction another session. It does not know the statements
        // that were prepared in the one before.
        options.put("prepareThreshold", "0");
        return options;
    }

    /** Has the server notice a client that is gone, in any session. */
    static String keepAlive() {
        return "select set_config('tcp_keepalives_idle', '30', false), set_config('tcp_keepalives_interval', '10', false),"
                + " set_config('tcp_keepalives_count', '3', false)";
    }

    /**
     * Sets the limits that the server watches, for one transaction: behind a pooler (PgBouncer, by transaction) a session is shared, and
     * what is set for a session would hold for migrations too.
     */
    String transactionLimits() {
        return limits("true");
    }

    /** As {@link #transactionLimits}; its last column is the time of the server. */
    String transactionLimitsAndTime() {
        return transactionLimits() + ", clock_timestamp()";
    }

    /** As {@link #transactionLimits}, for the whole session. */
    String sessionLimits() {
        return limits("false");
    }

    private String limits(String transactionOnly) {
        return "select set_config('statement_timeout', '" + statement.toMillis() + "', " + transactionOnly + "),"
                + " set_config('lock_timeout', '" + lock.toMillis() + "', " + transactionOnly + "),"
                + " set_config('idle_in_transaction_session_timeout', '" + idleInTransaction.toMillis() + "', "
                + transactionOnly + ")";
    }
}
