// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.whois;

import java.util.Objects;

/**
 * Whether whois shows a substitute mail address for one contact of a name, {@code GET
 * /domain/{serviceName}/configurations/obfuscatedEmails}.
 *
 * @param type {@code owner}, {@code admin}, {@code tech} or {@code billing}
 * @param obfuscated whether whois shows another address, which forwards to the real one
 * @param address that address; null if there is none
 * @param ready whether it works already; false if there is none
 */
public record Obfuscation(String type, boolean obfuscated, String address, boolean ready) {
    public Obfuscation {
        Objects.requireNonNull(type);
    }
}
