// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.task;

import io.github.camelovh.domain.api.model.AuthCode;
import io.github.camelovh.domain.api.model.HoldsSecret;
import java.util.Map;
import java.util.TreeMap;

/**
 * The data for a name that a repair may use. Immutable; never printed.
 *
 * @param labels configuration labels of the order and their values, for example {@code REASON}; never null
 * @param authCode the code of a transfer; null when none was given
 */
@HoldsSecret
public record RepairFacts(Map<String, String> labels, AuthCode authCode) {

    /** Nothing was supplied. */
    public static final RepairFacts NONE = new RepairFacts(Map.of(), null);

    public RepairFacts {
        labels = Map.copyOf(labels);
    }

    @Override
    public String toString() {
        return "RepairFacts[labels " + new TreeMap<>(labels).keySet() + (authCode == null ? "" : ", auth code ***")
                + "]";
    }
}
