// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import java.util.List;
import java.util.function.Function;

/**
 * An operation that needs several calls, or logic between them. Immutable.
 *
 * @param resource the resource it belongs to, such as {@code order}
 * @param name unique in its resource, such as {@code quote}
 * @param parameters its parameters; the first one may also be a plain body
 * @param answer its result, in words for the documentation
 * @param uses full names of the catalog's operations that it may call, from which its rights are derived
 * @param act the implementation; thread-safe
 */
public record CompositeOperation(
        String resource,
        String name,
        List<Parameter> parameters,
        String answer,
        List<String> uses,
        Function<CompositeInput, Object> act) {

    public CompositeOperation {
        parameters = List.copyOf(parameters);
        uses = List.copyOf(uses);
    }

    /** {@return {@code resource:name}} */
    public String fullName() {
        return resource + ":" + name;
    }
}
