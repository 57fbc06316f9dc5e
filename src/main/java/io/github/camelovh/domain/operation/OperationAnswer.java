// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import java.util.List;

/**
 * What an operation gave.
 *
 * @param operation such as {@code domain:get}
 * @param value a record, a list, a map, a text, a number or a tree; null where the API answers nothing
 * @param queryId OVHcloud's id of the call, wanted by its support; null for an operation composed of several calls
 * @param callsMade how many HTTP calls it took, repetitions, clock and tokens included
 * @param outcome how a purchase or repair ended, such as {@code Ordered}; null for all else
 * @param missing ids that were listed but gone when they were read
 * @param expired ids of services that are expired or suspended, so that they could not be read
 */
public record OperationAnswer(
        String operation,
        Object value,
        String queryId,
        int callsMade,
        String outcome,
        List<String> missing,
        List<String> expired) {

    public OperationAnswer {
        missing = List.copyOf(missing);
        expired = List.copyOf(expired);
    }

    /** Leaves the value out: it may hold an auth code. */
    @Override
    public String toString() {
        return operation + " (query " + queryId + ", " + callsMade + " calls)";
    }
}
