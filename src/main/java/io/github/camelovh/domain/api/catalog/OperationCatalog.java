// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api.catalog;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The API routes as named operations, read from {@code operations.txt}: no path, repeat kind or IAM action stands anywhere
 * else. Immutable and thread-safe.
 *
 * <p>The table is checked while it is read. An error in it is a bug of this project and stops the load with its line.
 */
public final class OperationCatalog {

    private static final OperationCatalog SHIPPED = load();

    private final Map<String, Map<String, Operation>> byResource;

    private OperationCatalog(List<Operation> operations) {
        Map<String, Map<String, Operation>> sorted = new LinkedHashMap<>();
        operations.forEach(each -> sorted.computeIfAbsent(each.resource(), key -> new LinkedHashMap<>())
                .put(each.name(), each));
        this.byResource = sorted;
    }

    /** {@return the catalog that comes with the component} */
    public static OperationCatalog shipped() {
        return SHIPPED;
    }

    /**
     * A row of the catalog that comes with the component.
     *
     * @param fullName such as {@code domain:get}
     * @throws IllegalArgumentException if there is no such row
     */
    public static Operation row(String fullName) {
        int colon = fullName.indexOf(':');
        return SHIPPED.find(fullName.substring(0, Math.max(0, colon)), fullName.substring(colon + 1))
                .orElseThrow(() -> new IllegalArgumentException("The catalog has no operation " + fullName));
    }

    private static OperationCatalog load() {
        try (InputStream in = OperationCatalog.class.getResourceAsStream("operations.txt")) {
            if (in == null) {
                throw new IllegalStateException("operations.txt is missing from the component's jar");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return of(reader.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException("operations.txt cannot be read", e);
        }
    }

    /** {@return a catalog of these lines} */
    static OperationCatalog of(List<String> lines) {
        return new OperationCatalog(OperationTable.read(lines));
    }

    /** {@return the names of the resources that have operations, in the table's order} */
    public Set<String> resources() {
        return byResource.keySet();
    }

    /**
     * The operations of one resource.
     *
     * @param resource such as {@code domain}
     * @return in the table's order; empty for an unknown resource
     */
    public Collection<Operation> of(String resource) {
        return byResource.getOrDefault(resource, Map.of()).values();
    }

    /** {@return all operations, in the table's order} */
    public List<Operation> all() {
        return byResource.values().stream()
                .flatMap(each -> each.values().stream())
                .toList();
    }

    /**
     * Finds an operation.
     *
     * @param resource such as {@code domain}
     * @param name such as {@code get}
     * @return empty if there is no such resource or operation
     */
    public Optional<Operation> find(String resource, String name) {
        return Optional.ofNullable(byResource.getOrDefault(resource, Map.of()).get(name));
    }

    /** {@return the operation that reads one object of a list; empty where the list gives the objects} */
    public Optional<Operation> itemOf(Operation list) {
        return find(list.resource(), list.item());
    }
}
