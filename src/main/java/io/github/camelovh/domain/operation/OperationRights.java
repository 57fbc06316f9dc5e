// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import io.github.camelovh.domain.api.catalog.Operation;
import io.github.camelovh.domain.api.catalog.OperationCatalog;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What keys have to be allowed for some operations.
 *
 * @param rows the rows of the catalog that the operations call, each once
 */
public record OperationRights(List<Operation> rows) {

    public OperationRights {
        rows = List.copyOf(rows);
    }

    /**
     * The rights for some operations.
     *
     * @param names {@code resource:operation}, or {@code resource} for all of its operations that are one call
     * @throws WrongUsageException if there is no such operation
     */
    public static OperationRights of(Collection<String> names) {
        Set<Operation> rows = new LinkedHashSet<>();
        names.forEach(name -> rows.addAll(rows(name)));
        return new OperationRights(List.copyOf(rows));
    }

    private static Collection<Operation> rows(String name) {
        OperationCatalog catalog = OperationCatalog.shipped();
        int colon = name.indexOf(':');
        if (colon < 0) {
            Collection<Operation> all = catalog.of(name);
            if (all.isEmpty()) {
                throw new WrongUsageException(
                        "There is no resource \"" + name + "\"; there are " + String.join(", ", catalog.resources()));
            }
            return all;
        }
        return catalog.find(name.substring(0, colon), name.substring(colon + 1))
                .map(List::of)
                .or(() -> CompositeRows.of(name))
                .orElseThrow(() -> new WrongUsageException(
                        name.equals(ApiOperations.CALL)
                                ? name + " may call any route: name the operations that you call with it"
                                : "There is no operation \"" + name + "\"; `ovh-domain call " + name.substring(0, colon)
                                        + " --help` lists those of the resource"));
    }

    /** {@return the IAM actions, sorted} */
    public Set<String> iamActions() {
        Set<String> actions = new TreeSet<>();
        rows.forEach(row -> actions.addAll(row.iamActions()));
        return actions;
    }
}
