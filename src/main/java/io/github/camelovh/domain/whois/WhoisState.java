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
package io.github.camelovh.domain.whois;

import java.util.List;
import java.util.Objects;

/**
 * What whois shows of the contacts of a name.
 *
 * @param domain the name
 * @param disclosures one for each contact of which something can be disclosed; empty where the registry leaves no choice
 * @param obfuscations one for each contact whose mail address can be obfuscated
 */
public record WhoisState(String domain, List<Disclosure> disclosures, List<Obfuscation> obfuscations) {
    public WhoisState {
        Objects.requireNonNull(domain);
        disclosures = List.copyOf(disclosures);
        obfuscations = List.copyOf(obfuscations);
    }
}
