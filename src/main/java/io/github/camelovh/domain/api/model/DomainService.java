// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api.model;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;

/**
 * A name of the account ({@code domain.DomainService}).
 *
 * @param domain the name
 * @param serviceId for {@code /service}, or null
 * @param offer such as {@code gold}
 * @param state such as {@code ok}, {@code expired}
 * @param suspensionState such as {@code not_suspended}
 * @param renewalState such as {@code automatic_renew}
 * @param renewalDate or null
 * @param expirationDate or null
 * @param transferLockStatus locked, locking, unlocked, unlocking, unavailable
 * @param whoisOwner id of the owner contact
 * @param nameServerType such as {@code hosted}
 * @param dnssecState such as {@code enabled}
 * @param lastUpdate or null
 * @param nameServers never null; empty if the API returned none
 * @param contactOwner or null
 * @param contactAdmin or null
 * @param contactTech or null
 * @param contactBilling or null
 * @param iam or null
 */
public record DomainService(
        String domain,
        Long serviceId,
        String offer,
        String state,
        String suspensionState,
        String renewalState,
        OffsetDateTime renewalDate,
        OffsetDateTime expirationDate,
        String transferLockStatus,
        String whoisOwner,
        String nameServerType,
        String dnssecState,
        OffsetDateTime lastUpdate,
        List<NameServer> nameServers,
        ContactSummary contactOwner,
        ContactSummary contactAdmin,
        ContactSummary contactTech,
        ContactSummary contactBilling,
        IamResource iam) {

    public DomainService {
        nameServers = nameServers == null
                ? List.of()
                : nameServers.stream().filter(Objects::nonNull).toList();
    }
}
