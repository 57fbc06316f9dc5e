// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import io.github.camelovh.domain.api.Plural;
import io.github.camelovh.domain.api.model.Outcome;
import java.util.List;

/**
 * The result of an operation.
 *
 * @param operation such as {@code domain:get}
 * @param value a record, a list, a map, a text, a number or a tree; null if the API returns nothing
 * @param queryId OVHcloud's id of the call, which its support asks for; null for an operation with several calls
 * @param callsMade how many HTTP calls it made, including retries and calls for clock and token
 * @param outcomes how what orders or changes something ended, or would, as records in every form of the answer; several where the
 *     answer is a list of them, empty for everything else
 * @param missing ids that were in the list but gone when they were read
 * @param expired ids of services that are expired or suspended, so that they could not be read
 */
public record OperationAnswer(
        String operation,
        Object value,
        String queryId,
        int callsMade,
        List<Outcome> outcomes,
        List<String> missing,
        List<String> expired) {

    public OperationAnswer {
        outcomes = List.copyOf(outcomes);
        missing = List.copyOf(missing);
        expired = List.copyOf(expired);
    }

    /** Without the value, which may contain an auth code. */
    @Override
    public String toString() {
        return operation + " (query " + queryId + ", " + Plural.of(callsMade, "call") + ")";
    }
}
