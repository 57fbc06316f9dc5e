// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import java.io.IOException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
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
    /** Of H2: the database was closed. */
    private static final Set<Integer> CLOSED_OF_H2 = Set.of(90007, 90098, 90121);
    /** Of H2: a file cannot be read or written; that may be another one than the ledger's. */
    private static final Set<Integer> FILE_ERROR_OF_H2 = Set.of(90028, 90031);
    /** Of H2, for an error that it does not expect, such as a write that fails at a commit. */
    private static final int GENERAL_OF_H2 = 50_000;
    /** Of H2: a lock was not had in time. */
    private static final int LOCKED_OF_H2 = 50_200;

    /** Of H2: what was read from the file is not what was written there. */
    private static final int DAMAGED_OF_H2 = 90_030;

    private DatabaseFaults() {}

    /** @param file its path and a space; empty if that is not known here */
    static LedgerException damaged(SQLException sql, String file, Throwable failure) {
        return new LedgerException(
                "The ledger's file " + file + "is damaged: " + firstLine(sql)
                        + ". Nothing more is read or bought. Put a copy of the ledger in its place, then start again. If there is"
                        + " none, keep the file: H2's tool Recover reads what is left of it.",
                failure);
    }

    /** Whether the file of H2 does not hold what was written to it. */
    static boolean isDamaged(SQLException sql) {
        return sql.getErrorCode() == DAMAGED_OF_H2;
    }

    static boolean lostAgainstAnother(Throwable failure) {
        SQLException sql = sqlCause(failure);
        return sql != null && sql.getSQLState() != null && LOST.contains(sql.getSQLState());
    }

    /** The failure, or one that says that the database does not answer. */
    static RuntimeException told(RuntimeException failure) {
        SQLException sql = sqlCause(failure);
        if (sql != null && PostgresCheck.NO_RIGHT.equals(sql.getSQLState())) {
            return new LedgerException(PostgresCheck.missing(firstLine(sql)), failure);
        }
        if (sql != null && isDamaged(sql)) {
            return damaged(sql, "", failure);
        }
        return sql != null && isPassing(sql)
                ? new LedgerUnavailableException(
                        "The ledger's database cannot be used now: "
                                + fileError(sql).map(IOException::getMessage).orElseGet(() -> firstLine(sql))
                                + ". Nothing more is begun until it answers; then the work goes on by itself",
                        failure)
                : failure;
    }

    private static boolean isPassing(SQLException sql) {
        String state = sql.getSQLState();
        return sql instanceof SQLTransientConnectionException
                || (state != null && (state.startsWith("08") || PASSING.contains(state)))
                || sql.getErrorCode() == LOCKED_OF_H2
                || FILE_ERROR_OF_H2.contains(sql.getErrorCode())
                || hasLostItsFile(sql);
    }

    /**
     * Whether H2 cannot use its file. Then it closes the database, and all connections to it are of no use any more: it opens the file
     * again for a new one, once none of the old ones is left.
     */
    static boolean hasLostItsFile(SQLException sql) {
        return CLOSED_OF_H2.contains(sql.getErrorCode())
                || (sql.getErrorCode() == GENERAL_OF_H2 && fileError(sql).isPresent());
    }

    private static Optional<IOException> fileError(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException found) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /** The rest is the statement, or a stack trace. */
    static String firstLine(SQLException sql) {
        String message = String.valueOf(sql.getMessage()).strip();
        int end = message.indexOf('\n');
        return (end < 0 ? message : message.substring(0, end)).replaceAll("(; SQL statement:|\\.)$", "");
    }

    /** The innermost error of the database; null if it is none of it. */
    static SQLException sqlCause(Throwable failure) {
        SQLException found = null;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                // What failed in a batch comes next to it.
                found = sql instanceof BatchUpdateException && sql.getNextException() != null
                        ? sql.getNextException()
                        : sql;
            }
        }
        return found;
    }
}
