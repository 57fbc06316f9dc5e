// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.settings;

import io.github.camelovh.domain.dns.GuardSettings;
import io.github.camelovh.domain.dns.Ownership;
import java.util.Objects;

/**
 * How far dropped zone files may go.
 *
 * @param apply whether plans that no guard stops are applied without a person's word
 * @param guards the limits
 * @param ownership what of a zone is ours
 */
public record ZoneRules(boolean apply, GuardSettings guards, Ownership ownership) {
    /** What the keys of all settings of zones begin with. */
    public static final String OPTIONS = "ovh-domain.zones.";

    public ZoneRules {
        Objects.requireNonNull(guards);
        Objects.requireNonNull(ownership);
    }
}
