// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.cli;

import io.github.camelovh.domain.api.catalog.Operation;
import io.github.camelovh.domain.api.catalog.OperationCatalog;
import io.github.camelovh.domain.api.catalog.Parameter;
import io.github.camelovh.domain.operation.CompositeOperation;
import io.github.camelovh.domain.operation.CompositeOperations;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The operations of a resource for the help, with their parameters and descriptions. Immutable; makes no call. */
final class OperationList {

    private final OperationCatalog catalog = OperationCatalog.shipped();
    private final List<CompositeOperation> composites = CompositeOperations.described();

    /** {@return the names of all resources, those with their own routes first} */
    Set<String> resources() {
        Set<String> names = new LinkedHashSet<>(catalog.resources());
        composites.forEach(each -> names.add(each.resource()));
        return names;
    }

    /** {@return the names of all operations, each once} */
    Set<String> operations() {
        Set<String> names = new TreeSet<>();
        catalog.all().forEach(each -> names.add(each.name()));
        composites.forEach(each -> names.add(each.name()));
        return names;
    }

    /**
     * The operations of one resource, one or two lines each.
     *
     * @param resource in any letter case
     * @return lines that end in {@code %n}; the list of resources, if there is no such resource
     */
    String of(String resource) {
        String name = resource.toLowerCase(Locale.ROOT);
        if (!resources().contains(name)) {
            return String.format(
                    "There is no resource \"%s\". The resources are %s%n", resource, String.join(", ", resources()));
        }
        StringBuilder text =
                new StringBuilder(String.format("Operations of %s (! marks a required parameter):%n", name));
        composites.stream().filter(each -> each.resource().equals(name)).forEach(each -> text.append(
                        line(each.name(), each.parameters(), false))
                .append(String.format("      gives %s%n", each.answer())));
        for (Operation each : catalog.of(name)) {
            text.append(line(each.name(), each.parameters(), !each.lists().isEmpty()))
                    .append(String.format(
                            "      %s%s%s%n",
                            each.route(),
                            each.answer().equals("void") ? "" : ", gives " + each.answer(),
                            each.flags().contains("deprecated") ? " (deprecated)" : ""));
        }
        return text.toString();
    }

    private static String line(String name, List<Parameter> parameters, boolean expands) {
        String all = parameters.stream()
                .map(each -> " " + each.name() + (each.type().equals("map") ? ".*" : "") + ":" + each.type()
                        + (each.required() ? "!" : ""))
                .collect(Collectors.joining());
        return String.format("  %s%s%s%n", name, all, expands ? " expand:boolean" : "");
    }
}
