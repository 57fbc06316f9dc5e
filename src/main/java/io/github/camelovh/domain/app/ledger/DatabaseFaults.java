// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/** What the errors of PostgreSQL, H2 and the pool mean. Stateless. */
final class DatabaseFaults {
    /** Serialization failure, deadlock, and a unique key that another transaction took. */
    private static final Set<String> LOST = Set.of("40001", "40P01", "23505");
    /**
     * The server ends or starts, has no place for a connection or on its disk, is a standby, or ended the statement or the
     * transaction in time.
     */
    private static final Set<String> PASSING =
            Set.of("57P01", "57P02", "57P03", "57P05", "57014", "55P03", "53300", "53100", "53200", "25006", "25P03");
    /** Of H2: the file is closed, cannot be written, or the disk is full; a lock was not had in time. */
    private static final Set<Integer> PASSING_OF_H2 = Set.of(90007, 90028, 90031, 90098, 90121, 50200);

    private DatabaseFaults() {}

    static boolean lostAgainstAnother(Throwable failure) {
        SQLException sql = sqlCause(failure);
        return sql != null && sql.getSQLState() != null && LOST.contains(sql.getSQLState());
    }

    /** The failure, or one that says that the database does not answer. */
    static RuntimeException told(RuntimeException failure) {
        SQLException sql = sqlCause(failure);
        return sql != null && isPassing(sql)
                ? new LedgerUnavailableException(
                        "The ledger's database cannot be used now: " + firstLine(sql)
                                + ". Nothing more is begun until it answers; then the work goes on by itself",
                        failure)
                : failure;
    }

    private static boolean isPassing(SQLException sql) {
        String state = sql.getSQLState();
        return sql instanceof SQLTransientConnectionException
                || (state != null && (state.startsWith("08") || PASSING.contains(state)))
                || PASSING_OF_H2.contains(sql.getErrorCode());
    }

    /** The rest is the statement, or a stack trace. */
    private static String firstLine(SQLException sql) {
        String message = String.valueOf(sql.getMessage()).strip();
        int end = message.indexOf('\n');
        return (end < 0 ? message : message.substring(0, end)).replaceAll("; SQL statement:$", "");
    }

    /** The innermost error of the database; null if it is none of it. */
    static SQLException sqlCause(Throwable failure) {
        SQLException found = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                found = sql;
            }
        }
        return found;
    }
}
