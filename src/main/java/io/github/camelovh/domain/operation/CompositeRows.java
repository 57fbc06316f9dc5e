// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import io.github.camelovh.domain.api.catalog.Operation;
import io.github.camelovh.domain.api.catalog.OperationCatalog;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which rows of the catalog each composite operation may call, as a test saw them called ({@code composites.txt}). */
final class CompositeRows {
    private static final Map<String, List<Operation>> ROWS = read();

    private CompositeRows() {}

    /** {@return the rows, in the catalog's order; empty for no such operation, and for one that may call any route} */
    static Optional<List<Operation>> of(String fullName) {
        return Optional.ofNullable(ROWS.get(fullName));
    }

    private static Map<String, List<Operation>> read() {
        try (InputStream in = CompositeRows.class.getResourceAsStream("composites.txt")) {
            if (in == null) {
                throw new IllegalStateException("composites.txt is missing from the component's jar");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" \\| "))
                    .collect(Collectors.toUnmodifiableMap(cells -> cells[0], cells -> rows(cells[1])));
        } catch (IOException e) {
            throw new UncheckedIOException("composites.txt cannot be read", e);
        }
    }

    private static List<Operation> rows(String names) {
        return names.equals("-")
                ? List.of()
                : Arrays.stream(names.split(" ")).map(OperationCatalog::row).toList();
    }
}
