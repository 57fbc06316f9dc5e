// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import io.github.camelovh.domain.api.catalog.Operation;
import io.github.camelovh.domain.api.catalog.Parameter;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * An operation that needs several calls, or logic between them. Immutable.
 *
 * @param resource the resource it belongs to, such as {@code order}
 * @param name unique in its resource, such as {@code quote}
 * @param parameters its parameters; the first one may also be a plain body
 * @param answer its result, in words for the documentation
 * @param act the implementation; thread-safe
 */
public record CompositeOperation(
        String resource, String name, List<Parameter> parameters, String answer, Function<CompositeInput, Object> act) {

    public CompositeOperation {
        parameters = List.copyOf(parameters);
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
