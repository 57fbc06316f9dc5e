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
 * A number in an H2 ledger that grows with each write to the disk, and a file beside the ledger with the same number, written afterwards. H2
 * opens a file that was cut off as it was before, if an older state of it is still there; the ledger would not know what it ordered since
 * then. So a ledger with a smaller number than the file is refused.
 */
final class LastWrite {
    private static final String SUBJECT = "last write";
    private static final String TABLES = "select count(*) from information_schema.tables where table_schema ="
            + " current_schema and table_name in ('" + LedgerMigration.HISTORY_MEANWHILE + "', '"
            + MigrationBackup.RESTORING + "')";
    private static final int READ_ONLY_OF_H2 = 90097;

    private final Path ledger;
    private final Path file;

    private LastWrite(Path ledger) {
        this.ledger = ledger;
        String name = ledger.getFileName().toString();
        this.file = ledger.resolveSibling(name.substring(0, name.length() - "mv.db".length()) + "last-write");
    }

    /** Beside this ledger; null if that is no file of H2. */
    static LastWrite of(LedgerSettings settings) {
        return settings.fileOfH2() == null ? null : new LastWrite(settings.fileOfH2());
    }

    /** Gives the next write its number, which is on the disk as soon as the file of H2 is. */
    static long next(Handle handle) {
        long next = number(handle) + 1;
        int known = handle.execute("update agreement set sign = ? where subject = ?", Long.toString(next), SUBJECT);
        if (known == 0) {
            handle.execute("insert into agreement (subject, sign) values (?, ?)", SUBJECT, Long.toString(next));
        }
        return next;
    }

    private static long number(Handle handle) {
        return handle.createQuery("select sign from agreement where subject = :subject")
                .bind("subject", SUBJECT)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    /** Notes the number of a write that is on the disk. */
    void note(long number) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        PrivateFiles.write(part, number + "\n");
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Looks at a ledger of H2, as {@link #check} does; does nothing for another one. */
    static void checkBeside(LedgerSettings settings) {
        LastWrite lastWrite = of(settings);
        if (lastWrite == null) {
            return;
        }
        try {
            lastWrite.check(settings);
        } catch (LedgerException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw LedgerDatabase.notOpened(e, settings);
        }
    }

    /**
     * Looks at the ledger before it is opened for writing, and so without changing it.
     *
     * @throws LedgerException if its number is smaller than the one that was noted
     */
    void check(LedgerSettings settings) throws IOException {
        long noted = noted();
        if (noted == 0) {
            return;
        }
        if (!Files.exists(ledger) || Files.size(ledger) == 0) {
            throw older(noted, Files.exists(ledger) ? "holds nothing" : "is missing");
        }
        try (HikariDataSource pool = LedgerConnections.pool(settings.readingOnly(), "last write", 1)) {
            long known = Jdbi.create((DataSource) pool).withHandle(LastWrite::known);
            if (known < noted) {
                throw older(noted, "is damaged, or an older copy: it ends with write " + known);
            }
        } catch (RuntimeException e) {
            SQLException sql = DatabaseFaults.sqlCause(e);
            if (sql != null && sql.getErrorCode() == READ_ONLY_OF_H2) {
                throw older(noted, "is damaged: H2 would begin a new database in it"); // and may not, as it only reads
            }
            throw e;
        }
    }

    private static long known(Handle handle) {
        if (handle.createQuery(TABLES).mapTo(Long.class).one() > 0) {
            return Long.MAX_VALUE; // half migrated: the next start restores it from its backup, or goes on with it
        }
        boolean table = handle.createQuery("select count(*) from information_schema.tables where table_schema ="
                                + " current_schema and table_name = 'AGREEMENT'")
                        .mapTo(Long.class)
                        .one()
                > 0;
        return table ? number(handle) : 0;
    }

    private LedgerException older(long noted, String what) {
        return new LedgerException(
                "The ledger's file " + ledger + " " + what + ", and write " + noted + " was on the disk, as " + file
                        + " tells. Nothing more is read or bought. Put a copy of the ledger in its place that is not older,"
                        + " then start again. If there is none, look at OVHcloud for orders that the ledger does not know,"
                        + " and remove " + file.getFileName() + ".");
    }

    /** Zero where nothing was noted, and after a power failure that left the file empty. */
    private long noted() throws IOException {
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
