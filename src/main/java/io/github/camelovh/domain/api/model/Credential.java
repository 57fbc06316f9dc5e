// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api.model;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * The current consumer key ({@code auth.ApiCredential}).
 *
 * @param credentialId its id
 * @param applicationId or null
 * @param status expired, pendingValidation, refused, validated
 * @param creation or null
 * @param expiration null = unlimited
 * @param lastUse or null
 * @param ovhSupport created by OVHcloud's support
 * @param allowedIPs empty = from anywhere
 * @param rules the calls that it allows
 */
public record Credential(
        long credentialId,
        Long applicationId,
        String status,
        OffsetDateTime creation,
        OffsetDateTime expiration,
        OffsetDateTime lastUse,
        boolean ovhSupport,
        List<String> allowedIPs,
        List<AccessRule> rules) {
    public Credential {
        allowedIPs = allowedIPs == null ? List.of() : List.copyOf(allowedIPs);
        rules = rules == null ? List.of() : List.copyOf(rules);
    }
}
