// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import org.jdbi.v3.core.Handle;

/**
 * How a PostgreSQL server is set and used, as far as a ledger depends on it.
 *
 * @param encoding of the database
 * @param unsafe its settings by which it answers a commit before that is on its disk, such as {@code fsync=off}; empty if none
 * @param freeConnections how many more it takes
 * @param waitingForLocks sessions of this database that wait for another one
 * @param holders who those are: process and program of each, separated by commas; empty if nobody waits
 */
public record ServerSettings(
        String encoding, String unsafe, long freeConnections, long waitingForLocks, String holders) {
    /** Of the ledger, of the schedules, and for a migration. */
    public static final int CONNECTIONS_OF_A_NODE = 14;

    static ServerSettings of(Handle handle) {
        return handle.createQuery("select current_setting('server_encoding') as encoding,"
                        + " concat_ws(', ', case when current_setting('fsync') = 'off' then 'fsync=off' end,"
                        + " case when current_setting('synchronous_commit') = 'off' then 'synchronous_commit=off' end)"
                        + " as unsafe,"
                        + " current_setting('max_connections')::int"
                        + " - current_setting('superuser_reserved_connections')::int"
                        + " - (select count(*) from pg_stat_activity where backend_type = 'client backend') as free,"
                        + " (select count(*) from pg_stat_activity where datname = current_database()"
                        + " and cardinality(pg_blocking_pids(pid)) > 0) as waiting,"
                        + " (select string_agg(distinct holder.pid || ' (' || holder.application_name || ')', ', ')"
                        + " from pg_stat_activity waiting, pg_stat_activity holder"
                        + " where waiting.datname = current_database()"
                        + " and holder.pid = any(pg_blocking_pids(waiting.pid))) as holders")
                .map((row, context) -> new ServerSettings(
                        row.getString("encoding"),
                        row.getString("unsafe"),
                        row.getLong("free"),
                        row.getLong("waiting"),
                        row.getString("holders")))
                .one();
    }

    /** Whether it may forget what it answered. */
    public boolean losesCommits() {
        return !unsafe.isEmpty();
    }
}
