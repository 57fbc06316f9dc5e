// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The durable record of what was asked, planned, approved, bought and reported; the way in to this package.
 *
 * <p>Several processes may share a PostgreSQL ledger; an H2 ledger belongs to one process. Thread-safe. Every method of
 * its parts is one short transaction, or one page of reading.
 */
public final class Ledger implements AutoCloseable {
    static final String KEY_OF_SECRETS = "key of secrets";

    private final LedgerDatabase database;
    private final FileRepository files;
    private final RequestRepository requests;
    private final PlanRepository plans;
    private final Cancellations cancellations;
    private final WorkQueue claims;
    private final Leases leases;
    private final WaitingRows waiting;
    private final NotificationOutbox notices;
    private final WarningRepository warnings;
    private final DropLockRepository drops;
    private final ZoneRepository zones;

    private Ledger(LedgerDatabase database, LedgerSettings settings) {
        this.database = database;
        this.files = new FileRepository(database, settings.lease());
        this.requests = new RequestRepository(database);
        this.plans = new PlanRepository(database);
        this.cancellations = new Cancellations(database);
        this.claims = new WorkQueue(database, settings.lease());
        this.leases = new Leases(database, settings.lease());
        this.waiting = new WaitingRows(database);
        this.notices = new NotificationOutbox(database, settings.lease());
        this.warnings = new WarningRepository(database, settings.lease());
        this.drops = new DropLockRepository(database, settings.lease());
        this.zones = new ZoneRepository(database);
    }

    /**
     * Opens the ledger, bringing its tables up to date.
     *
     * @param settings where it is
     * @param clock the time that leases and days of budgets are counted by; its zone says when a day begins
     * @throws LedgerException if it cannot be reached, is in use by another process, or the clocks are apart
     */
    public static Ledger open(LedgerSettings settings, Clock clock) {
        return ready(LedgerDatabase.open(settings, clock), settings);
    }

    /** As {@link #open}, for a process that works as long as it likes: its clock follows that of the database. */
    public static Ledger follow(LedgerSettings settings, LedgerClock clock) {
        return ready(LedgerDatabase.follow(settings, clock), settings);
    }

    private static Ledger ready(LedgerDatabase database, LedgerSettings settings) {
        Ledger ledger = new Ledger(database, settings);
        ledger.plans.giveCodesToOlderPlans();
        return ledger;
    }

    /** The files. */
    public FileRepository files() {
        return files;
    }

    /** The rows of the files, to be read. */
    public RequestRepository requests() {
        return requests;
    }

    /** Prices, plans and approvals. */
    public PlanRepository plans() {
        return plans;
    }

    /** Rejections, cancellations and replacements. */
    public Cancellations cancellations() {
        return cancellations;
    }

    /** Work shared out to workers, and its results. */
    public WorkQueue claims() {
        return claims;
    }

    /** How long claims last. */
    public Leases leases() {
        return leases;
    }

    /** Moves that are still to be told. */
    public NotificationOutbox notices() {
        return notices;
    }

    /** Warnings of names that come near their expiry. */
    public WarningRepository warnings() {
        return warnings;
    }

    /** Dropped files that are being taken in. */
    public DropLockRepository drops() {
        return drops;
    }

    /** Zones that were changed. */
    public ZoneRepository zones() {
        return zones;
    }

    /** Rows that wait for somebody. */
    public WaitingRows waiting() {
        return waiting;
    }

    /**
     * Ends every lease, for a process that knows to be the only one on this ledger: an H2 file belongs to the process that
     * opened it, so whoever held a lease before is dead, and its work need not wait until the lease runs out.
     */
    public void endLeasesOfTheDead() {
        database.write(handle -> handle.createUpdate("update request set lease_until = :past where lease_until > :past")
                .bind("past", database.now().minusNanos(1_000))
                .execute());
        database.write(
                handle -> handle.createUpdate("update import_file set lease_until = :past where lease_until > :past")
                        .bind("past", database.now().minusNanos(1_000))
                        .execute());
        database.write(handle -> handle.execute("delete from drop_lock"));
        database.write(handle ->
                handle.execute("update notice_teller set owner = null, lease_until = null where owner is not null"));
    }

    /**
     * What seals the secrets of rows, by the key that all processes on this ledger share; the first one decides which.
     *
     * @param keyFile made where there is none
     * @throws LedgerException if the file holds another key than the first process had, or no key
     */
    public SecretSeal seal(Path keyFile) {
        SecretSeal seal = SecretSeal.withKeyFile(keyFile);
        String mine = seal.mark(KEY_OF_SECRETS);
        String first = database.write(handle -> {
            Optional<String> before = sign(handle, KEY_OF_SECRETS);
            if (before.isEmpty()) {
                handle.execute("insert into agreement (subject, sign) values (?, ?)", KEY_OF_SECRETS, mine);
            }
            return before.orElse(mine);
        });
        if (!first.equals(mine)) {
            throw new LedgerException(
                    "The auth codes in the ledger are sealed with another key than the one in " + keyFile
                            + ". Nothing was read or sealed. Copy the key file of the process that came first, or name it in"
                            + " ovh-domain.ledger.key; until then that process does the rows with codes.");
        }
        return seal;
    }

    private static Optional<String> sign(Handle handle, String subject) {
        return handle.createQuery("select sign from agreement where subject = :subject")
                .bind("subject", subject)
                .mapTo(String.class)
                .findOne();
    }

    LedgerDatabase database() {
        return database;
    }

    /** Closes all connections; what was committed stays. */
    @Override
    public void close() {
        database.close();
    }
}
