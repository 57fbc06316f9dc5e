// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.whois;

import java.util.List;
import java.util.Objects;

/**
 * What whois shows of the contacts of a name.
 *
 * @param domain the name
 * @param disclosures one for each contact of which something can be disclosed; empty if the registry does not allow to
 * set it
 * @param obfuscations one for each contact whose mail address can be obfuscated
 */
public record WhoisState(String domain, List<Disclosure> disclosures, List<Obfuscation> obfuscations) {
    public WhoisState {
        Objects.requireNonNull(domain);
        disclosures = List.copyOf(disclosures);
        obfuscations = List.copyOf(obfuscations);
    }
}
