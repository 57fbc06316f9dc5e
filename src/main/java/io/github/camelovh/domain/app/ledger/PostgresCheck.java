// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** Whether a PostgreSQL server can be used for a ledger, asked at the start: else each row would fail for itself. Stateless. */
final class PostgresCheck {
    /** Of PostgreSQL: the user lacks a right. */
    static final String NO_RIGHT = "42501";

    private PostgresCheck() {}

    /** @throws LedgerException if it takes no writes, or the user has no schema */
    static void beforeTables(Handle handle) {
        if (isTrue(handle, "select pg_is_in_recovery() or current_setting('transaction_read_only')::boolean")) {
            throw new LedgerException(
                    "The ledger's database takes no writes: it is a standby, or set to read only. Nothing was read or"
                            + " bought. Name the primary in ovh-domain.ledger.url, or promote this one, then start"
                            + " again.");
        }
        if (isTrue(handle, "select current_schema() is null")) {
            throw new LedgerException("The ledger's database has no schema that its user "
                    + text(handle, "select current_user")
                    + " may use. Nothing was read or bought. Grant USAGE and CREATE on one to that user, or name"
                    + " another user in ovh-domain.ledger.user, then start again.");
        }
    }

    /** @throws LedgerException if the user may not do everything with the tables */
    static void afterTables(Handle handle) {
        List<String> refused = handle.createQuery("select c.relname from pg_class c, pg_class history"
                        + " where history.oid = to_regclass('ledger_schema') and c.relkind = 'r'"
                        + " and c.relnamespace = history.relnamespace and c.relowner = history.relowner and not"
                        + " (has_table_privilege(c.oid, 'SELECT') and has_table_privilege(c.oid, 'INSERT')"
                        + " and has_table_privilege(c.oid, 'UPDATE') and has_table_privilege(c.oid, 'DELETE'))"
                        + " order by c.relname")
                .mapTo(String.class)
                .list();
        if (!refused.isEmpty()) {
            throw new LedgerException(missing("the user " + text(handle, "select current_user")
                    + " may not read and write " + String.join(", ", refused)));
        }
    }

    /** What is said where the user lacks a right. */
    static String missing(String what) {
        return "The ledger's database refuses what is needed: " + what
                + ". Nothing more was read or bought. Name the user who owns"
                + " the ledger's tables in ovh-domain.ledger.user, or grant its rights to this one, then start again.";
    }

    private static boolean isTrue(Handle handle, String query) {
        return handle.createQuery(query).mapTo(Boolean.class).one();
    }

    private static String text(Handle handle, String query) {
        return handle.createQuery(query).mapTo(String.class).one();
    }
}
