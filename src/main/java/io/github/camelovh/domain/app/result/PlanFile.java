// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.result;

import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.app.row.RowHeader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Writes {@code NAME.plan.csv}. It appears under its name on {@link #publish()}; if it is closed earlier, nothing is
 * left. Used by one thread.
 */
public final class PlanFile implements Closeable {
    private static final List<String> COLUMNS =
            List.of("line", "verdict", "price", "tax", "priceWithTax", "currency", "offer", "reason", "whatToDo");

    private final CsvOut out;

    PlanFile(Path target, RowHeader header) throws IOException {
        this.out = new CsvOut(target, header, COLUMNS);
    }

    /**
     * Adds a row, in the file's order.
     *
     * @throws java.io.UncheckedIOException if it cannot be written
     */
    public void add(PlanRow row) {
        Money net = row.withoutTax();
        Money gross = row.withTax();
        String currency = net != null ? net.currency() : gross != null ? gross.currency() : null;
        out.add(
                row.line(),
                row.cells(),
                Arrays.asList(
                        Long.toString(row.line()),
                        row.verdict().text(),
                        amount(net),
                        net == null || gross == null ? null : amount(gross.minus(net)),
                        amount(gross),
                        currency,
                        row.offer(),
                        row.reason(),
                        row.whatToDo()));
    }

    /** Publishes the file and returns its path. */
    public Path publish() throws IOException {
        out.finish();
        return out.publish();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    static String amount(Money money) {
        return money == null ? null : money.amount().toPlainString();
    }
}
