// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.component;

import org.apache.camel.Exchange;
import org.apache.camel.spi.HeaderFilterStrategy;

/**
 * Filters headers, in any letter case, so that only this component's headers pass. Stateless.
 *
 * <p>No part of a message becomes an HTTP header; "out" is what the producer reads, "in" what producer and consumers
 * set.
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

    private static boolean isOurs(String headerName) {
        String prefix = OvhDomainConstants.HEADER_PREFIX;
        return headerName.regionMatches(true, 0, prefix, 0, prefix.length());
    }
}
