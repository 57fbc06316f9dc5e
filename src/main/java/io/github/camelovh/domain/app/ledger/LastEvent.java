// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import com.zaxxer.hikari.HikariDataSource;
import io.github.camelovh.domain.app.file.PrivateFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * A file beside that of an H2 ledger, with the number of an event that is in the ledger and on the disk. H2 opens a file that was cut off as
 * it was before, if an older state of it is still there; the ledger would not know what it ordered since then. So a ledger that never
 * gave that number is refused.
 */
final class LastEvent {
    private static final String NEXT = "select identity_base from information_schema.columns where table_schema ="
            + " current_schema and table_name = 'EVENT' and column_name = 'ID'";
    private static final String HALF_MIGRATED = "select count(*) from information_schema.tables where table_schema ="
            + " current_schema and table_name in ('" + LedgerMigration.HISTORY_MEANWHILE + "', '"
            + MigrationBackup.RESTORING + "')";

    private static final int READ_ONLY_OF_H2 = 90097;

    private final Path ledger;
    private final Path file;
    private long noted;

    private LastEvent(Path ledger) {
        this.ledger = ledger;
        String name = ledger.getFileName().toString();
        this.file = ledger.resolveSibling(name.substring(0, name.length() - "mv.db".length()) + "last-event");
    }

    /** Beside this ledger; null if that is no file of H2. */
    static LastEvent of(LedgerSettings settings) {
        return settings.fileOfH2() == null ? null : new LastEvent(settings.fileOfH2());
    }

    /** Looks at a ledger of H2, as {@link #check} does; does nothing for another one. */
    static void checkBeside(LedgerSettings settings) {
        LastEvent lastEvent = of(settings);
        if (lastEvent == null) {
            return;
        }
        try {
            lastEvent.check(settings);
        } catch (LedgerException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw LedgerDatabase.notOpened(e, settings);
        }
    }

    /** The number of the newest event; it is on the disk as soon as the file of H2 is. */
    static long newest(Handle handle) {
        return handle.createQuery("select coalesce(max(id), 0) from event")
                .mapTo(Long.class)
                .one();
    }

    /** Notes an event that is on the disk. Not for two threads at once. */
    void note(long number) throws IOException {
        if (number > noted) {
            Path part = file.resolveSibling(file.getFileName() + ".part");
            PrivateFiles.write(part, number + "\n");
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            noted = number;
        }
    }

    /**
     * Looks at the ledger before it is opened for writing, and so without changing it.
     *
     * @throws LedgerException if it does not hold the event that was noted
     */
    void check(LedgerSettings settings) throws IOException {
        noted = read();
        if (noted == 0) {
            return;
        }
        if (!Files.exists(ledger) || Files.size(ledger) == 0) {
            throw older(Files.exists(ledger) ? "holds nothing" : "is missing");
        }
        try (HikariDataSource pool = LedgerConnections.pool(settings.readingOnly(), "last event", 1)) {
            long next = Jdbi.create((DataSource) pool).withHandle(LastEvent::next);
            if (next <= noted) {
                throw older("is damaged, or an older copy: it knows only the events before " + next);
            }
        } catch (RuntimeException e) {
            SQLException sql = DatabaseFaults.sqlCause(e);
            if (sql != null && sql.getErrorCode() == READ_ONLY_OF_H2) {
                throw older("is damaged: H2 would begin a new database in it"); // and may not, as it is only read
            }
            throw e;
        }
    }

    /** The number that comes next, and not the newest: events of a file that is read anew are removed. */
    private static long next(Handle handle) {
        if (handle.createQuery(HALF_MIGRATED).mapTo(Long.class).one() > 0) {
            return Long.MAX_VALUE; // the next start restores the ledger from its backup, or goes on with it
        }
        return handle.createQuery(NEXT).mapTo(Long.class).findOne().orElse(0L);
    }

    private LedgerException older(String what) {
        return new LedgerException(
                "The ledger's file " + ledger + " " + what + ", and event " + noted + " was written there, as " + file
                        + " tells. Nothing more is read or bought. Put a copy of the ledger in its place that is not older,"
                        + " then start again. If there is none, look at OVHcloud for orders that the ledger does not know,"
                        + " and remove " + file.getFileName() + ".");
    }

    /** Zero where nothing was noted, and after a power failure that left the file empty. */
    private long read() throws IOException {
        try {
            String text = Files.readString(file).strip();
            return text.isEmpty() ? 0 : Long.parseLong(text);
        } catch (NoSuchFileException e) {
            return 0;
        } catch (NumberFormatException e) {
            throw new LedgerException(
                    "The file " + file
                            + " holds no number. Nothing was read or bought. If the ledger beside it is the newest"
                            + " one, remove that file.",
                    e);
        }
    }
}
