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
 * @param nameServers never null; empty where the API told none
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
