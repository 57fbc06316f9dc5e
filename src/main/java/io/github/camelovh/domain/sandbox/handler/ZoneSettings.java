// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * How zones are made and treated.
 *
 * @param zones how many records by name of a zone that the account has besides those of its names
 * @param txtQuoting whether a TXT record that is posted bare gets quotes
 * @param txtAsDkim whether a TXT record that holds a DKIM key comes back as DKIM
 * @param origin scheme, host and port of the sandbox; asked late
 */
public record ZoneSettings(Map<String, Integer> zones, boolean txtQuoting, boolean txtAsDkim, Supplier<String> origin) {
    public ZoneSettings {
        zones = Collections.unmodifiableMap(new LinkedHashMap<>(zones));
    }
}
