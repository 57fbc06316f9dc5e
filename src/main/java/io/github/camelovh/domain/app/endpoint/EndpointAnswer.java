// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.endpoint;

import java.util.List;
import java.util.Objects;

/**
 * What an endpoint of the component answered.
 *
 * @param body the answer; null where there is none
 * @param callsMade how many HTTP calls it took
 * @param missing ids that were listed, and were gone when they were read
 * @param expired ids of services that are expired or suspended, so that they could not be read
 */
public record EndpointAnswer(Object body, int callsMade, List<String> missing, List<String> expired) {
    public EndpointAnswer {
        missing = List.copyOf(missing);
        expired = List.copyOf(expired);
    }

    /** The answer as the type that the operation gives. */
    public <T> T as(Class<T> type) {
        return type.cast(Objects.requireNonNull(body, "The endpoint answered nothing"));
    }

    /** The elements of a list. */
    public <T> List<T> listOf(Class<T> type) {
        return ((List<?>) as(List.class)).stream().map(type::cast).toList();
    }
}
