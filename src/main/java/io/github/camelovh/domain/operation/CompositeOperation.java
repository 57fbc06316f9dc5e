// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import io.github.camelovh.domain.api.catalog.Operation;
import io.github.camelovh.domain.api.catalog.Parameter;
import io.github.camelovh.domain.api.catalog.Risk;
import io.github.camelovh.domain.order.Purchase;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An operation that needs several calls, or logic between them. Immutable.
 *
 * @param resource the resource it belongs to, such as {@code order}
 * @param name unique in its resource, such as {@code quote}
 * @param parameters its parameters; the first one may also be a plain body
 * @param answer its result, in words for the documentation
 * @param leavesNothing whether what its calls write is gone when it ends, so that it only reads
 * @param act the implementation; thread-safe
 */
public record CompositeOperation(
        String resource,
        String name,
        List<Parameter> parameters,
        String answer,
        boolean leavesNothing,
        Function<CompositeInput, Object> act) {

    public CompositeOperation {
        parameters = List.copyOf(parameters);
    }

    CompositeOperation(
            String resource,
            String name,
            List<Parameter> parameters,
            String answer,
            Function<CompositeInput, Object> act) {
        this(resource, name, parameters, answer, false, act);
    }

    /** The same operation, whose calls that write leave nothing behind: a cart for prices, the dry run of an order. */
    CompositeOperation leavingNothing() {
        return new CompositeOperation(resource, name, parameters, answer, true, act);
    }

    /** {@return the worst that it may do: that of the rows that it may call} */
    public Risk risk() {
        if (leavesNothing) {
            return Risk.READ;
        }
        return rows().map(rows -> rows.stream()
                        .map(Operation::risk)
                        .max(Comparator.naturalOrder())
                        .orElse(Risk.READ))
                .orElse(Risk.SPEND);
    }

    /** {@return whether nothing that lasts comes of it} */
    boolean reads() {
        return risk() == Risk.READ;
    }

    /** {@return whether a body is its typed request, in place of its other parameters} */
    boolean takesRequest(Object body) {
        return body instanceof Purchase
                && parameters.stream().anyMatch(each -> each.name().equals(CompositeInput.REQUEST));
    }

    /** {@return the names of its limits} */
    public Set<String> limits() {
        return parameters.stream()
                .filter(each -> each.kind() == Parameter.Kind.LIMIT)
                .map(Parameter::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** {@return the parameter that is the name or zone that it is about, its first one} */
    String subject() {
        return parameters.get(0).name();
    }

    /** {@return {@code resource:name}} */
    public String fullName() {
        return resource + ":" + name;
    }

    /** {@return the rows of the catalog that it may call; empty if it may call any route} */
    public Optional<List<Operation>> rows() {
        return CompositeRows.of(fullName());
    }
}
