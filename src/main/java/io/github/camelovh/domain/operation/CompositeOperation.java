// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import io.github.camelovh.domain.api.catalog.Operation;
import io.github.camelovh.domain.api.catalog.Parameter;
import java.util.List;
import java.util.function.Function;

/**
 * An operation that needs several calls, or thought between them. Immutable.
 *
 * @param resource the resource it belongs to, such as {@code order}
 * @param name unique in its resource, such as {@code quote}
 * @param parameters what it reads; the first one may also come as a plain body
 * @param answer what it gives, in words for the documentation
 * @param act does it; thread-safe
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

    /** {@return the rows of the catalog that it may call; empty where it may call any} */
    public List<Operation> rows() {
        return CompositeRows.of(fullName());
    }
}
