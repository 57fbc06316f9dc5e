// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import io.github.camelovh.domain.app.file.PrivateFiles;
import java.io.IOException;
import java.io.Writer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * An H2 ledger as it was before it is migrated: a script beside its file. It is there from before the first statement of
 * the migration until after the last one. The ledger belongs to one process all the while, by the lock of its file.
 */
final class MigrationBackup {
    /** A table that is there while it is restored. */
    static final String RESTORING = "LEDGER_RESTORING";

    private final Statement sql;
    /** Null for a database in memory, which ends with its process. */
    private final Path script;

    private MigrationBackup(Statement sql, Path script) {
        this.sql = sql;
        this.script = script;
    }

    /** The backup of the database that this statement asks. */
    static MigrationBackup of(Statement sql) throws SQLException {
        try (ResultSet answer = sql.executeQuery("call database_path()")) {
            String path = answer.next() ? answer.getString(1) : null;
            // A path may begin with the name of one of H2's file systems, such as "retry:".
            return new MigrationBackup(
                    sql,
                    path == null ? null : Path.of(path.replaceFirst("^(\\w{2,}:)+", "") + ".before-migration.sql"));
        }
    }

    boolean exists() {
        return script != null && Files.exists(script);
    }

    /** Writes it; it exists only when it is whole and on the disk. */
    void take() throws SQLException {
        if (script == null) {
            return;
        }
        Path part = script.resolveSibling(script.getFileName() + ".part");
        try {
            write(part);
            force(part, StandardOpenOption.WRITE);
            Files.move(part, script, StandardCopyOption.ATOMIC_MOVE);
            forceFolder();
        } catch (IOException e) {
            throw notWritten(e);
        }
    }

    /** It holds what the ledger holds, which is for its owner alone: H2 itself would make a file that others can read. */
    private void write(Path part) throws SQLException, IOException {
        try (Writer file = PrivateFiles.writer(part);
                ResultSet statement = sql.executeQuery("script")) {
            while (statement.next()) {
                file.write(statement.getString(1));
                file.write('\n');
            }
        }
    }

    /** Puts everything back as it was; may be broken off and begun again. */
    void restore() throws SQLException {
        // The database is never empty meanwhile: an older build would take it for a new ledger.
        sql.execute("create table if not exists " + RESTORING + " (id int)");
        drop(
                "select 'table \"' || table_name || '\" cascade' from information_schema.tables where table_schema = current_schema"
                        + " and table_type = 'BASE TABLE' and table_name <> '" + RESTORING + "'");
        drop("select 'sequence \"' || sequence_name || '\"' from information_schema.sequences"
                + " where sequence_schema = current_schema");
        sql.execute("runscript from '" + quoted(script) + "' charset 'UTF-8'");
        sql.execute("drop table " + RESTORING);
    }

    private void drop(String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (ResultSet object = sql.executeQuery(query)) {
            while (object.next()) {
                found.add(object.getString(1));
            }
        }
        for (String object : found) {
            sql.execute("drop " + object);
        }
    }

    /** Removes it if there is one, after what was migrated is on the disk. */
    void delete() throws SQLException {
        if (!exists()) {
            return;
        }
        sql.execute("checkpoint sync");
        try {
            Files.deleteIfExists(script);
            forceFolder();
        } catch (IOException e) {
            throw notWritten(e);
        }
    }

    private void forceFolder() throws IOException {
        if (!System.getProperty("os.name").startsWith("Windows")) { // Windows opens no folder
            force(script.toAbsolutePath().getParent(), StandardOpenOption.READ);
        }
    }

    private static void force(Path path, StandardOpenOption mode) throws IOException {
        try (FileChannel channel = FileChannel.open(path, mode)) {
            channel.force(true);
        }
    }

    private LedgerException notWritten(IOException e) {
        return new LedgerException(
                "The copy of the ledger, " + script + ", could not be written or removed: " + e
                        + ". The ledger was not opened, nothing was bought. Make room, or allow writing in this folder,"
                        + " then start again.",
                e);
    }

    private static String quoted(Path path) {
        return path.toString().replace("'", "''");
    }
}
