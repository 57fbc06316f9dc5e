// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.doctor;

import io.github.camelovh.domain.api.Plural;
import io.github.camelovh.domain.app.ledger.LedgerBusyException;
import io.github.camelovh.domain.app.ledger.LedgerException;
import io.github.camelovh.domain.app.ledger.LedgerInspection;
import io.github.camelovh.domain.app.ledger.LedgerSettings;
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
    private final Clock clock;

    LedgerCheck(LedgerSettings place, Path key, Clock clock) {
        this.place = place;
        this.key = key;
        this.clock = clock;
    }

    @Override
    public List<Finding> examine() {
        LedgerInspection seen;
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
        return found.isEmpty()
                ? List.of(Finding.ok(
                        AREA,
                        seen.exists()
                                ? "version " + seen.version() + ", " + seen.bytes() / 1024 / 1024 + " MB"
                                : "none yet; the first start makes it"))
                : found;
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
