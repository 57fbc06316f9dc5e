// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;

/**
 * A ledger that version 11 wrote, with rows in each of its states ({@code src/test/resources/upgrade/ledger.sql}). Its times are
 * moved, as if it was left a minute ago.
 */
public final class OldLedger {
    /** When the process that wrote it was killed. */
    public static final Instant LEFT_AT = Instant.parse("2026-11-30T08:06:42Z");

    private static final String VERSION = "11";
    private static final Pattern TIME = Pattern.compile("(?<=TIMESTAMP WITH TIME ZONE ')(\\S+) (\\S+)(?=')");
    private static final Pattern ROW = Pattern.compile(
            "^INSERT INTO \"PUBLIC\"\\.\"(\\w+)\" (VALUES\\(.*?\\));$", Pattern.MULTILINE | Pattern.DOTALL);

    private OldLedger() {}

    /** Writes it to an H2 database in a folder. */
    public static LedgerSettings inFolder(Path folder) throws Exception {
        LedgerSettings settings = LedgerSettings.inFolder(folder);
        execute(settings, script());
        return settings;
    }

    /** Writes its rows to an empty PostgreSQL database. */
    static void writeTo(LedgerSettings settings) throws Exception {
        openedByItsBuild(settings);
        // The script has the tables by name, and rows before the files that they are of.
        StringBuilder rows = new StringBuilder("set session_replication_role = replica; delete from notice_teller;\n");
        Matcher row = ROW.matcher(script());
        while (row.find()) {
            if (!row.group(1).equals("ledger_schema")) {
                rows.append("insert into ")
                        .append(row.group(1))
                        .append(' ')
                        .append(row.group(2))
                        .append(";\n");
            }
        }
        for (String table : new String[] {"import_file", "request", "event"}) {
            rows.append("alter table ").append(table).append(" alter column id restart with 1000000;\n");
        }
        execute(settings, rows.toString());
    }

    /** What its build does with the tables at each start. */
    static void openedByItsBuild(LedgerSettings settings) {
        Flyway.configure(OldLedger.class.getClassLoader())
                .dataSource(settings.url(), settings.user(), settings.password())
                .locations("classpath:db/migration")
                .table("ledger_schema")
                .placeholders(Map.of("numbers", settings.isPostgres() ? "1" : "5000"))
                .target(VERSION)
                .load()
                .migrate();
    }

    private static String script() throws IOException {
        try (InputStream file = OldLedger.class.getResourceAsStream("/upgrade/ledger.sql")) {
            Duration passed = Duration.between(LEFT_AT, Instant.now()).minusMinutes(1);
            return TIME.matcher(new String(file.readAllBytes(), StandardCharsets.UTF_8))
                    .replaceAll(time -> OffsetDateTime.parse(time.group(1) + 'T' + time.group(2) + ":00")
                            .plus(passed)
                            .toString());
        }
    }

    private static void execute(LedgerSettings settings, String script) throws SQLException {
        try (Connection database = DriverManager.getConnection(settings.url(), settings.user(), settings.password());
                Statement sql = database.createStatement()) {
            sql.execute(script);
        }
    }
}
