// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.doctor;

import io.github.camelovh.domain.api.Plural;
import io.github.camelovh.domain.app.ledger.LedgerBusyException;
import io.github.camelovh.domain.app.ledger.LedgerException;
import io.github.camelovh.domain.app.ledger.LedgerFile;
import io.github.camelovh.domain.app.ledger.LedgerInspection;
import io.github.camelovh.domain.app.ledger.LedgerSettings;
import io.github.camelovh.domain.app.ledger.ServerSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** The ledger: whether it can be opened, its tables, its clock, claims that nobody works on, and the key of its secrets. */
final class LedgerCheck implements Check {
    private static final String AREA = "ledger";

    private final LedgerSettings place;
    private final Path key;
    private final List<Path> results;
    private final Clock clock;

    /**
     * @param key the file of the key of its secrets
     * @param results folders of the results and events of its rows, which tell of a ledger that is lost
     */
    LedgerCheck(LedgerSettings place, Path key, List<Path> results, Clock clock) {
        this.place = place;
        this.key = key;
        this.results = List.copyOf(results);
        this.clock = clock;
    }

    @Override
    public List<Finding> examine() {
        LedgerInspection seen;
        try {
            LedgerFile.check(place, results);
        } catch (LedgerException e) {
            return List.of(Finding.fault(AREA, e.getMessage(), "do what that says"));
        }
        try {
            seen = LedgerInspection.of(place, clock);
        } catch (LedgerBusyException e) {
            return List.of(Finding.ok(
                    AREA, "a process has it open, so it was not looked into; `ovh-domain status` asks that process"));
        } catch (LedgerException e) {
            return List.of(
                    Finding.fault(
                            AREA,
                            e.getMessage(),
                            "do what that says; if another database was meant, correct ovh-domain.ledger.url, user and password"));
        }
        List<Finding> found = new ArrayList<>();
        tables(seen, found);
        if (seen.readOnly()) {
            found.add(Finding.fault(
                    AREA,
                    "the database takes no writes (a standby, or set to read only)",
                    "name the primary in ovh-domain.ledger.url, or promote this one"));
        }
        if (seen.clockApart().abs().compareTo(place.margin()) > 0) {
            found.add(Finding.fault(
                    AREA,
                    "the database's clock and this machine's are "
                            + seen.clockApart().abs().toSeconds() + " s apart",
                    "set both clocks (NTP); leases are counted by them"));
        }
        if (seen.staleClaims() > 0) {
            found.add(Finding.warning(
                    AREA,
                    Plural.of(seen.staleClaims(), "row is", "rows are")
                            + " claimed by a process that is gone for longer than a lease",
                    "start `ovh-domain run`, which takes them over; if one runs, its log says why it does not"));
        }
        if (seen.waitingPlans() > 0) {
            found.add(Finding.warning(
                    AREA,
                    Plural.of(seen.waitingPlans(), "plan waits", "plans wait") + " for an approval",
                    "`ovh-domain status` lists them; approve or reject each"));
        }
        if (seen.sealed() && !Files.exists(key)) {
            found.add(Finding.fault(
                    AREA,
                    "it holds sealed auth codes, and there is no key in " + key,
                    "copy the key file of another node or of the backup there, or name it in ovh-domain.ledger.key"));
        }
        if (!place.isPostgres() && Files.exists(key) && Files.exists(key.resolveSibling("ledger.mv.db"))) {
            found.add(Finding.warning(
                    AREA,
                    "the key of its secrets lies beside it, so whoever gets a copy of the folder gets both",
                    "move " + key
                            + " to another folder, such as /etc/ovh-domain/, name it in ovh-domain.ledger.key, and back it up"
                            + " apart from the data folder"));
        }
        if (seen.server() != null) {
            server(seen.server(), found);
        }
        if (!seen.exists() && found.isEmpty()) {
            found.add(Finding.ok(AREA, "none yet; the first start makes it"));
        } else if (seen.tables() == LedgerInspection.Tables.CURRENT) {
            found.add(Finding.ok(AREA, "version " + seen.version() + ", " + seen.bytes() / 1024 / 1024 + " MB"));
        }
        return found;
    }

    private static void server(ServerSettings server, List<Finding> found) {
        if (!server.encoding().equals("UTF8")) {
            found.add(Finding.fault(
                    AREA,
                    "the database's encoding is " + server.encoding() + ", which does not have all letters of names",
                    "make a database with the encoding UTF8 for the ledger"));
        }
        if (server.losesCommits()) {
            found.add(Finding.warning(
                    AREA,
                    "the database answers before what it answers is on its disk (" + server.unsafe() + ")",
                    "set fsync and synchronous_commit to on: where its machine fails, it forgets what was ordered"));
        }
        if (server.freeConnections() < ServerSettings.CONNECTIONS_OF_A_NODE) {
            found.add(Finding.warning(
                    AREA,
                    "the database has " + Plural.of(server.freeConnections(), "connection")
                            + " left, and one process needs " + ServerSettings.CONNECTIONS_OF_A_NODE,
                    "raise its max_connections, or put PgBouncer before it"));
        }
        if (server.waitingForLocks() > 0) {
            found.add(Finding.warning(
                    AREA,
                    Plural.of(server.waitingForLocks(), "session waits", "sessions wait")
                            + " for a lock; it is held by " + server.holders(),
                    "if that does not pass, see pg_stat_activity what that session does, and end it"));
        }
    }

    private static void tables(LedgerInspection seen, List<Finding> found) {
        switch (seen.tables()) {
            case CURRENT, NONE -> {}
            case OLDER ->
                found.add(Finding.warning(
                        AREA,
                        "its tables are of version " + seen.version() + ", older than this build's",
                        "the next start of any command brings them up to date; end nodes of older builds before"));
            case NEWER ->
                found.add(Finding.fault(
                        AREA,
                        "its tables are of version " + seen.version() + ", newer than this build's",
                        "install the newer build on this machine"));
            case BROKEN ->
                found.add(Finding.warning(
                        AREA, "a migration of its tables was broken off", "the next start finishes it by itself"));
            case FOREIGN ->
                found.add(Finding.fault(
                        AREA,
                        "the database holds other tables and no ledger",
                        "make a database, or a schema, for the ledger alone"));
        }
    }
}
