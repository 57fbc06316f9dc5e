// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known about a failed call.
 *
 * @param call method and path, such as {@code POST /order/cart}; never a query
 * @param status HTTP status; 0 when no answer came
 * @param code OVHcloud's {@code errorCode} or {@code class}; null when it gave none
 * @param apiMessage OVHcloud's own sentence, or the first characters of an answer that was not JSON; null if there was
 * no answer
 * @param details members of {@code details}, sorted; empty when there are none
 * @param queryId OVHcloud's id of the call, or null
 */
public record ErrorFacts(
        String call, int status, String code, String apiMessage, Map<String, String> details, String queryId) {
    public ErrorFacts {
        details = details == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(details));
    }
}
