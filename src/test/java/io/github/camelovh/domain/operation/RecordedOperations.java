// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import java.util.List;
import java.util.Map;

/** All composite operations, each of which only answers with the values that it would be called with. */
public final class RecordedOperations {

    private RecordedOperations() {}

    /** {@return the operations; the answer of each is a map of its values by name} */
    public static List<CompositeOperation> all() {
        return CompositeOperations.described().stream()
                .map(each -> new CompositeOperation(
                        each.resource(),
                        each.name(),
                        each.parameters(),
                        each.answer(),
                        each.leavesNothing(),
                        in -> Map.copyOf(in.values())))
                .toList();
    }
}
