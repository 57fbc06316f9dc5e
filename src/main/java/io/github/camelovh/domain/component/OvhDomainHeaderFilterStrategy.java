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
package io.github.camelovh.domain.component;

import org.apache.camel.Exchange;
import org.apache.camel.spi.HeaderFilterStrategy;

/**
 * Lets only this component's headers through, in any letter case. Stateless.
 *
 * <p>Nothing of a message becomes an HTTP header; "out" is what the producer reads, "in" what producer and consumers set.
 */
public final class OvhDomainHeaderFilterStrategy implements HeaderFilterStrategy {

    @Override
    public boolean applyFilterToCamelHeaders(String headerName, Object headerValue, Exchange exchange) {
        return !isOurs(headerName);
    }

    @Override
    public boolean applyFilterToExternalHeaders(String headerName, Object headerValue, Exchange exchange) {
        return !isOurs(headerName);
    }

    static boolean isOurs(String headerName) {
        String prefix = OvhDomainConstants.HEADER_PREFIX;
        return headerName.regionMatches(true, 0, prefix, 0, prefix.length());
    }
}
