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
package io.github.camelovh.domain.sandbox.room;

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
