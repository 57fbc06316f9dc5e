// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import static io.github.camelovh.domain.app.ledger.LedgerDatabase.stored;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import org.jdbi.v3.core.Handle;

/** Which process takes a dropped file in; that of a dead one may be taken by others once its lease has ended. Thread-safe. */
public final class DropLockRepository {
    private final LedgerDatabase database;
    private final Duration lease;

    DropLockRepository(LedgerDatabase database, Duration lease) {
        this.database = database;
        this.lease = lease;
    }

    /**
     * Takes a file for one lease.
     *
     * @param name what all who may see the file call it, at most a thousand characters
     * @param owner this process
     * @return false if it is taken, by whomever
     */
    public boolean take(String name, String owner) {
        OffsetDateTime now = database.now();
        OffsetDateTime until = stored(now.toInstant().plus(lease));
        return database.write(handle -> {
            int ended = handle.createUpdate("update drop_lock set owner = :owner, lease_until = :until"
                            + " where name = :name and lease_until < :now")
                    .bind("name", name)
                    .bind("owner", owner)
                    .bind("until", until)
                    .bind("now", now)
                    .execute();
            if (ended == 0 && isTaken(handle, name)) {
                return false;
            }
            if (ended == 0) {
                handle.execute("insert into drop_lock (name, owner, lease_until) values (?, ?, ?)", name, owner, until);
            }
            return true;
        });
    }

    private static boolean isTaken(Handle handle, String name) {
        return handle.createQuery("select count(*) from drop_lock where name = :name")
                        .bind("name", name)
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    /**
     * Makes locks of a process last for one lease from now, and throws away what nobody will ask for again.
     *
     * @param names as they were taken
     */
    public void extend(Collection<String> names, String owner) {
        OffsetDateTime now = database.now();
        OffsetDateTime until = stored(now.toInstant().plus(lease));
        for (String name : names) {
            database.write(handle -> handle.createUpdate(
                            "update drop_lock set lease_until = :until where name = :name and owner = :owner")
                    .bind("until", until)
                    .bind("name", name)
                    .bind("owner", owner)
                    .execute());
        }
        database.write(handle -> handle.execute("delete from drop_lock where lease_until < ?", now));
    }

    /**
     * Gives a file back.
     *
     * @return false if it is another's by now
     */
    public boolean giveBack(String name, String owner) {
        return database.write(
                        handle -> handle.execute("delete from drop_lock where name = ? and owner = ?", name, owner))
                == 1;
    }

    /** Gives back all that a process holds. */
    public void giveBackAll(String owner) {
        database.write(handle -> handle.execute("delete from drop_lock where owner = ?", owner));
    }
}
