// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The price list: {@code extensions.txt}, read once. Immutable. */
final class Extensions {

    private static final int COLUMNS = 17;

    private final Map<String, Extension> byName = new LinkedHashMap<>();
    private final Set<String> cities;

    Extensions() {
        int number = 0;
        for (String line : lines("extensions.txt")) {
            number++;
            if (!line.isBlank() && !line.startsWith("#")) {
                Extension row = row(line, number);
                byName.put(row.name(), row);
            }
        }
        cities = Set.of(String.join(" ", lines("cities.txt")).trim().split("\\s+"));
    }

    private static List<String> lines(String resource) {
        try (InputStream in = Extensions.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("resource " + resource + " is not beside " + Extensions.class);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read resource " + resource, e);
        }
    }

    private static Extension row(String line, int number) {
        String[] cell = line.trim().split("\\s+", -1);
        if (cell.length != COLUMNS) {
            throw new IllegalStateException(
                    "extensions.txt, line " + number + ": " + cell.length + " columns, not " + COLUMNS);
        }
        return new Extension(
                cell[0],
                cell[1].equals("gtld"),
                cents(cell[2]),
                cents(cell[3]),
                cell[4].equals("-") ? -1 : cents(cell[4]),
                cents(cell[5]),
                Integer.parseInt(cell[6]),
                cell[7].equals("yes"),
                cell[8].equals("yes"),
                Integer.parseInt(cell[9]),
                cell[10].equals("yes"),
                cell[11].equals("yes"),
                Integer.parseInt(cell[12]),
                cell[13].equals("yes"),
                cell[14],
                cell[15],
                cell[16].equals("-") ? Set.of() : Set.of(cell[16].split(",")));
    }

    private static long cents(String amount) {
        return new BigDecimal(amount).movePointRight(2).longValueExact();
    }

    List<Extension> all() {
        return new ArrayList<>(byName.values());
    }

    Optional<Extension> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Whether the registry has host objects, not addresses with each name server. */
    boolean hostObjects(String extension) {
        return find(extension).filter(found -> found.wants("addresses")).isEmpty();
    }

    /** Whether a label is a French city, or begins with one and a hyphen ({@code lyon-42}). */
    boolean isCity(String label) {
        return cities.contains(label)
                || cities.contains(Arrays.asList(label.split("-", 2)).get(0));
    }
}
