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
package io.github.camelovh.domain.api.model;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * The consumer key in use ({@code auth.ApiCredential}).
 *
 * @param credentialId its id
 * @param applicationId or null
 * @param status expired, pendingValidation, refused, validated
 * @param creation or null
 * @param expiration null = unlimited
 * @param lastUse or null
 * @param ovhSupport made by OVHcloud's support
 * @param allowedIPs empty = from anywhere
 * @param rules what it may call
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
