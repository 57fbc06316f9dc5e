// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

import java.util.Objects;

/**
 * One name and value of a query, not yet encoded. The same name may occur several times in a call. An empty value is
 * sent as {@code name=}.
 *
 * @param name never null
 * @param value never null; may be a secret, so it is left out of {@link #toString()}
 */
public record QueryParameter(String name, String value) {
    public QueryParameter {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
    }

    @Override
    public String toString() {
        return name + "=...";
    }
}
