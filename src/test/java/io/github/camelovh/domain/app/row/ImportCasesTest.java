// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each folder of {@code cases} contains an {@code input.csv}, and the expected result in {@code expected.txt}. A folder
 * whose name ends in {@code @CHARSET} is read with that encoding declared.
 */
class ImportCasesTest {
    private static final Set<String> SOLD = Set.of("fr", "com", "eu", "io", "co.uk", "xn--p1ai");

    @TestFactory
    Stream<DynamicTest> readsEachFileAsExpected() throws IOException, URISyntaxException {
        Path cases = Path.of(ImportCasesTest.class.getResource("cases").toURI());
        List<Path> folders;
        try (Stream<Path> found = Files.list(cases)) {
            folders = found.sorted().toList();
        }
        assertThat(folders).hasSizeGreaterThan(25);
        return folders.stream()
                .map(folder ->
                        DynamicTest.dynamicTest(folder.getFileName().toString(), () -> assertThat(outcome(folder))
                                .isEqualTo(Files.readString(folder.resolve("expected.txt"), StandardCharsets.UTF_8))));
    }

    private static String outcome(Path folder) throws IOException {
        String name = folder.getFileName().toString();
        ReadOptions options = ReadOptions.inCurrency("EUR").withExtensions(SOLD::contains);
        if (name.contains("@")) {
            options = options.withCharset(Charset.forName(name.substring(name.indexOf('@') + 1)));
        }
        StringBuilder text = new StringBuilder();
        try (RowImport rows =
                RowImport.open(ImportFile.of(folder.resolve("input.csv")), options, RowParsers.standard())) {
            FileFormat format = rows.header().format();
            text.append("format: ")
                    .append(format.charset())
                    .append(' ')
                    .append(format.separator() == '\t' ? "tab" : String.valueOf(format.separator()))
                    .append(format.byteOrderMark() ? " with byte order mark" : "")
                    .append('\n');
            text.append("columns: ")
                    .append(String.join(" ", rows.header().columns()))
                    .append('\n');
            while (rows.hasNext()) {
                ReadRow row = rows.next();
                text.append(row.line()).append(' ').append(row.cells()).append('\n');
                if (row instanceof ReadRow.Accepted accepted) {
                    text.append("  ").append(accepted.command()).append('\n');
                    owner(accepted.command()).forEach((member, value) -> text.append("    owner ")
                            .append(member)
                            .append(" is ")
                            .append(value)
                            .append('\n'));
                }
                row.refusals().forEach(r -> text.append("  refused ")
                        .append(r.column())
                        .append(" | ")
                        .append(r.problem())
                        .append(" | ")
                        .append(r.mend())
                        .append('\n'));
            }
        } catch (ImportFileException e) {
            text.append("file refused, line ")
                    .append(e.line())
                    .append(": ")
                    .append(e.getMessage())
                    .append('\n');
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return text.toString();
    }

    /** The owner, which a command does not show because it is personal. */
    private static Map<String, String> owner(RowCommand command) {
        if (command instanceof RowCommand.Bought bought) {
            return bought.owner();
        }
        if (command instanceof ContactCommand.SetContact set) {
            return set.owner();
        }
        return command instanceof ContactCommand.ChangeOwner change ? change.owner() : Map.of();
    }
}
