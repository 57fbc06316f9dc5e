// SPDX-License-Identifier: Apache-2.0
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
