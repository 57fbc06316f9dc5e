// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.result;

import io.github.camelovh.domain.app.row.FileFormat;
import io.github.camelovh.domain.app.row.RowHeader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes {@code NAME.fix.csv}: one row for each row that waits for a person, to be filled in and dropped. */
public final class FixFile implements Closeable {
    private static final RowHeader HEADER =
            new RowHeader(List.of("action", "domain", "authCode", "note"), FileFormat.plain());

    private final CsvOut out;

    FixFile(Path target) throws IOException {
        out = new CsvOut(target, HEADER, List.of());
    }

    /**
     * Adds a waiting row.
     *
     * @param line its line in the original file
     * @param domain the name
     * @param reason why it waits
     */
    public void add(long line, String domain, String reason) {
        out.add(line, List.of("fix", domain, "", "line " + line + ": " + reason), List.of());
    }

    /** Publishes the file. */
    public Path publish() throws IOException {
        out.finish();
        return out.publish();
    }

    /** Deletes what was not published. */
    @Override
    public void close() throws IOException {
        out.close();
    }
}
