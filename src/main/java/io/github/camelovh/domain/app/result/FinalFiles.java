// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.result;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.github.camelovh.domain.app.row.RowHeader;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Writes the result files of one import: a table for each result state, the summary and the report. They appear
 * together on {@link #publish}, the summary last, so that all files exist when the summary exists. If it is closed
 * earlier, nothing is left. Used by one thread; memory does not grow with the rows.
 */
public final class FinalFiles implements Closeable {
    private static final List<String> COLUMNS =
            List.of("line", "state", "reason", "whatToDo", "order", "priceWithTax", "currency");

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);

    private final ResultFiles names;
    private final Map<ResultState, CsvOut> tables = new EnumMap<>(ResultState.class);
    private final Totals totals = new Totals();
    private final Highlights highlights = new Highlights();

    FinalFiles(ResultFiles names, RowHeader header) throws IOException {
        this.names = names;
        boolean open = false;
        try {
            for (ResultState state : ResultState.values()) {
                tables.put(state, new CsvOut(names.table(state), header, COLUMNS));
            }
            open = true;
        } finally {
            if (!open) {
                close();
            }
        }
    }

    /**
     * Adds a row, in the file's order.
     *
     * @throws java.io.UncheckedIOException if it cannot be written
     */
    public void add(ResultRow row) {
        tables.get(row.state())
                .add(
                        row.line(),
                        row.cells(),
                        Arrays.asList(
                                Long.toString(row.line()),
                                row.state().text(),
                                row.reason(),
                                row.whatToDo(),
                                row.orderId() == null ? null : row.orderId().toString(),
                                PlanFile.amount(row.priceWithTax()),
                                row.priceWithTax() == null
                                        ? null
                                        : row.priceWithTax().currency()));
        totals.add(row);
        highlights.add(row);
    }

    /**
     * Publishes all files.
     *
     * @throws IllegalStateException if the number of rows added differs from the rows read; then no file appears
     */
    public Summary publish(RunFigures run) throws IOException {
        Summary summary = totals.summary(run);
        for (CsvOut table : tables.values()) {
            table.finish();
        }
        PendingFile report = new PendingFile(names.report());
        PendingFile figures = new PendingFile(names.summary());
        try {
            try (Writer html = report.writer()) {
                new Report().write(summary, highlights, names, html);
            }
            figures.write(JSON.writeValueAsString(summary) + "\n");
            for (CsvOut table : tables.values()) {
                table.publish();
            }
            report.publish();
            figures.publish();
        } finally {
            report.discard();
            figures.discard();
        }
        return summary;
    }

    @Override
    public void close() throws IOException {
        IOException first = null;
        for (CsvOut table : tables.values()) {
            try {
                table.close();
            } catch (IOException e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
