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

import java.util.Objects;

/**
 * Whether a mail address stands in for that of one contact of a name, {@code GET
 * /domain/{serviceName}/configurations/obfuscatedEmails}.
 *
 * @param type {@code owner}, {@code admin}, {@code tech} or {@code billing}
 * @param obfuscated whether whois shows another address, which forwards to the real one
 * @param address that address; null where there is none
 * @param ready whether it works by now; false where there is none
 */
public record Obfuscation(String type, boolean obfuscated, String address, boolean ready) {
    public Obfuscation {
        Objects.requireNonNull(type);
    }
}
