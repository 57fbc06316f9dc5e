/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.github.camelovh.domain.api;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known of a call that failed.
 *
 * @param call method and path, such as {@code POST /order/cart}; never a query
 * @param status HTTP status; 0 when no answer came
 * @param code OVHcloud's {@code errorCode} or {@code class}; null when it gave none
 * @param apiMessage OVHcloud's own sentence, or the first characters of an answer that was not JSON; null without answer
 * @param details members of {@code details}, sorted; empty when there are none
 * @param queryId OVHcloud's id of the call, or null
 */
public record ErrorFacts(
        String call, int status, String code, String apiMessage, Map<String, String> details, String queryId) {
    public ErrorFacts {
        details = details == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(details));
    }
}
