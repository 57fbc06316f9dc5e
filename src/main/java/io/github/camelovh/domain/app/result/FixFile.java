// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.result;

import io.github.camelovh.domain.app.row.FileFormat;
import io.github.camelovh.domain.app.row.RowHeader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** {@code NAME.fix.csv} being written: one row for each that waits for a person, to be filled in and dropped. */
public final class FixFile implements Closeable {
    private static final RowHeader HEADER =
            new RowHeader(List.of("action", "domain", "authCode", "note"), FileFormat.plain());

    private final CsvOut out;

    FixFile(Path target) throws IOException {
        out = new CsvOut(target, HEADER, List.of());
    }

    /**
     * Adds a row that waits.
     *
     * @param line its line in the file that it came from
     * @param domain the name
     * @param reason why it waits
     */
    public void add(long line, String domain, String reason) {
        out.add(line, List.of("fix", domain, "", "line " + line + ": " + reason), List.of());
    }

    /** Puts the file in its place. */
    public Path publish() throws IOException {
        out.finish();
        return out.publish();
    }

    /** Lets go of what was not published. */
    @Override
    public void close() throws IOException {
        out.close();
    }
}
