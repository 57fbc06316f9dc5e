// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import static io.github.camelovh.domain.app.ledger.LedgerDatabase.stored;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/** Warnings of names that come near their expiry: one for each name, expiry and tier, whoever looks. Thread-safe. */
public final class WarningRepository {
    private static final String KEY = "domain = :domain and expires = :expires and tier = :tier";

    private final LedgerDatabase database;
    private final Duration lease;

    WarningRepository(LedgerDatabase database, Duration lease) {
        this.database = database;
        this.lease = lease;
    }

    /**
     * Notes a warning that is to be told.
     *
     * @return false if it was noted before
     */
    public boolean note(RenewalWarning warning) {
        return database.write(handle -> handle.createUpdate("insert into renewal_warning"
                                + " (domain, expires, tier, text, tell, attention, noted_at, told)"
                                + " select cast(:domain as varchar), cast(:expires as date), cast(:tier as int),"
                                + " cast(:text as varchar), cast(:tell as varchar), cast(:attention as boolean),"
                                + " cast(:at as timestamp(6) with time zone), false"
                                + " where not exists (select 1 from renewal_warning where " + KEY + ")")
                        .bind("domain", warning.domain())
                        .bind("expires", warning.expires())
                        .bind("tier", warning.tier())
                        .bind("text", warning.text())
                        .bind("tell", warning.tell())
                        .bind("attention", warning.needsAttention())
                        .bind("at", stored(warning.at()))
                        .execute()
                == 1);
    }

    /** Warnings that were not told yet, those that expire first before the others. */
    public List<RenewalWarning> untold(int most) {
        return database.read(handle -> handle.createQuery(
                        "select * from renewal_warning where told = false order by expires, domain, tier limit :most")
                .bind("most", most)
                .map((row, context) -> new RenewalWarning(
                        row.getString("domain"),
                        row.getObject("expires", LocalDate.class),
                        row.getInt("tier"),
                        row.getString("text"),
                        row.getString("tell"),
                        row.getBoolean("attention"),
                        row.getObject("noted_at", OffsetDateTime.class).toInstant()))
                .list());
    }

    /**
     * Takes a warning to tell it; whoever dies with it leaves it to others once the lease has ended.
     *
     * @return false if another process has it, or has told it
     */
    public boolean take(RenewalWarning warning) {
        OffsetDateTime now = database.now();
        return database.write(handle -> handle.createUpdate("update renewal_warning set lease_until = :until"
                                + " where told = false and (lease_until is null or lease_until < :now) and " + KEY)
                        .bind("until", stored(now.toInstant().plus(lease)))
                        .bind("now", now)
                        .bind("domain", warning.domain())
                        .bind("expires", warning.expires())
                        .bind("tier", warning.tier())
                        .execute()
                == 1);
    }

    /** Notes that a warning was told. */
    public void told(RenewalWarning warning) {
        database.write(handle -> handle.createUpdate("update renewal_warning set told = true where " + KEY)
                .bind("domain", warning.domain())
                .bind("expires", warning.expires())
                .bind("tier", warning.tier())
                .execute());
    }
}
