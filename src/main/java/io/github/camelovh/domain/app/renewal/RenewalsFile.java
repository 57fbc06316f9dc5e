// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.renewal;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.github.camelovh.domain.app.renewal.policy.PolicyRule;
import io.github.camelovh.domain.app.result.PendingFile;
import io.github.camelovh.domain.app.row.FormulaGuard;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * The changes of a run as a file for the import: {@code renew} and {@code set-auto-renew} rows. It appears under its
 * name on {@link #publish}; if it is closed earlier, nothing is left. Used by one thread.
 */
public final class RenewalsFile implements Closeable {
    private final PendingFile file;
    private final CsvWriter csv;
    private final LocalDate today;
    private int rows;
    private boolean open = true;

    /** @param target the file, in a folder that exists */
    public RenewalsFile(Path target, LocalDate today) throws IOException {
        this.file = new PendingFile(target);
        this.today = today;
        this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file.writer());
        csv.writeRecord(List.of("action", "domain", "period", "expiry", "maxPrice", "renewal", "note"));
    }

    /** Adds what must be done for a name, if anything. */
    public void add(Outlook outlook) {
        String domain = outlook.name().name().ascii();
        if (outlook.todo() instanceof RenewalTodo.Renew renew) {
            csv.writeRecord(List.of(
                    "renew",
                    domain,
                    String.valueOf(renew.years()),
                    outlook.name().expires().toString(),
                    renew.maxPrice() == null ? "" : renew.maxPrice().toString(),
                    "",
                    note(outlook)));
            rows++;
        } else if (outlook.todo() instanceof RenewalTodo.Set set) {
            csv.writeRecord(List.of(
                    "set-auto-renew", domain, "", "", "", set.mode().name().toLowerCase(Locale.ROOT), note(outlook)));
            rows++;
        }
    }

    /** Contains the day, because the same file is executed only once: what failed yesterday may be done today. */
    private String note(Outlook outlook) {
        PolicyRule rule = outlook.verdict().rule();
        String tell = rule.wish().tell() == null ? "" : ", for " + rule.wish().tell();
        return FormulaGuard.cell("rule " + rule.name() + " on " + today + tell);
    }

    public int rows() {
        return rows;
    }

    /** Publishes the file; no file if there is nothing to do. */
    public void publish() throws IOException {
        open = false;
        csv.close();
        if (rows == 0) {
            file.discard();
        } else {
            file.publish();
        }
    }

    @Override
    public void close() throws IOException {
        if (open) {
            csv.close();
        }
        file.discard();
    }
}
