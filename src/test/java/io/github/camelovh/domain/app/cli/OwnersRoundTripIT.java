// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.github.camelovh.domain.sandbox.OvhSandbox;
import io.github.camelovh.domain.sandbox.SandboxOptions;
import io.github.camelovh.domain.sandbox.server.SandboxOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The owners of a whole portfolio are exported to a file, edited, and imported as a plan of the differences. */
@Tag("once")
class OwnersRoundTripIT {
    private static final int NAMES = 2_000;
    private static final int EDITED = 100;

    @TempDir
    Path folder;

    private List<List<String>> read(Path file) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(file)) {
            csv.forEach(row -> rows.add(new ArrayList<>(row.getFields())));
        }
        return rows;
    }

    private void write(Path file, List<List<String>> rows) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file)) {
            rows.forEach(csv::writeRecord);
        }
    }

    private static boolean isGeneric(String name) {
        return Set.of("com", "net", "org", "ovh", "app", "dev", "berlin")
                .contains(name.substring(name.indexOf('.') + 1));
    }

    @Test
    void exactlyTheEditedOnesAreChangedEachTheRightWay() throws Exception {
        try (OvhSandbox sandbox = OvhSandbox.start(SandboxOptions.defaults()
                .withTaskTime(Duration.ofMillis(200))
                .withDomains(NAMES)
                .withOwners(NAMES))) {
            Path out = folder.resolve("owners.csv");
            sandbox.resetCalls();
            Cli.Said exported = Cli.run(sandbox, "contacts", "--out", out.toString());
            assertThat(exported.code()).as(exported.toString()).isZero();
            long callsOfExport = sandbox.calls();

            List<List<String>> rows = read(out);
            assertThat(rows).hasSizeGreaterThan(NAMES);
            int lastName = rows.get(0).indexOf("owner.lastName");
            int line = rows.get(0).indexOf("owner.address.line1");
            Set<String> updated = new TreeSet<>();
            Set<String> traded = new TreeSet<>();
            // Every other edited row gets another last name, which a generic registry does not allow to change.
            for (int i = 0; i < EDITED; i++) {
                List<String> row = rows.get(1 + i * (NAMES / EDITED));
                boolean name = i % 2 == 0;
                row.set(name ? lastName : line, name ? "Edited" : "1 quai Edited");
                (name && isGeneric(row.get(1)) ? traded : updated).add(row.get(1));
            }
            write(out, rows);
            sandbox.resetCalls();

            Cli.Said planned = Cli.run(
                    sandbox,
                    "import",
                    out.toString(),
                    "--data",
                    folder.resolve("data").toString(),
                    "--plan-only",
                    "--max-total",
                    "50");
            long callsOfPlan = sandbox.calls();
            Cli.Said said = Cli.run(
                    sandbox,
                    "import",
                    out.toString(),
                    "--data",
                    folder.resolve("data").toString(),
                    "--yes",
                    "--max-total",
                    "50");

            assertThat(planned.out()).as(planned.toString()).contains("nothing to do");
            assertThat(said.out()).as(said.toString()).contains(rows.size() - 1 + " done");
            assertThat(sandbox.orders())
                    .allMatch(order -> order.action().equals("trade") && order.paid())
                    .extracting(SandboxOrder::domain)
                    .containsExactlyInAnyOrderElementsOf(traded);
            sandbox.verifyCalls("PUT /domain/contact/{contactId}", updated.size());
            Path after = folder.resolve("after.csv");
            Cli.run(sandbox, "contacts", "--out", after.toString());
            assertThat(new TreeSet<>(Files.readAllLines(after))).isEqualTo(new TreeSet<>(Files.readAllLines(out)));
            System.out.printf(
                    "owners of %,d names: exported in %d calls, %d edited: planned in %,d calls, %d updated, %d by order%n",
                    rows.size() - 1, callsOfExport, EDITED, callsOfPlan, updated.size(), traded.size());
            // More than a call for each edited row: the members that cannot be changed, and a price for each order.
            assertThat(callsOfPlan).isLessThan(3L * EDITED);
        }
    }
}
