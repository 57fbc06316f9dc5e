// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * How zones are created and changed.
 *
 * @param zones number of records by zone name, for zones that the account has besides the zones of its names
 * @param txtQuoting whether a TXT record that is posted without quotes gets quotes
 * @param txtAsDkim whether a TXT record with a DKIM key is returned as type DKIM
 * @param origin scheme, host and port of the sandbox; evaluated lazily
 */
public record ZoneSettings(Map<String, Integer> zones, boolean txtQuoting, boolean txtAsDkim, Supplier<String> origin) {
    public ZoneSettings {
        zones = Collections.unmodifiableMap(new LinkedHashMap<>(zones));
    }
}
