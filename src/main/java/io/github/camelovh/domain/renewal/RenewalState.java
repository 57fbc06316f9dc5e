// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.renewal;

import java.time.LocalDate;

/**
 * The renewal settings of a name, {@code GET /domain/{serviceName}/serviceInfos}.
 *
 * @param domain the name in ASCII form
 * @param serviceId for {@code /service}
 * @param mode what happens when it expires
 * @param creation when the account got it; null if the API does not say
 * @param expiration when it expires; null if the API does not say
 * @param status OVHcloud's word: ok, expired, unPaid and others
 * @param forced whether OVHcloud does not allow to change the mode
 * @param cancellable whether it can be set to be deleted at its expiry
 */
public record RenewalState(
        String domain,
        long serviceId,
        RenewalMode mode,
        LocalDate creation,
        LocalDate expiration,
        String status,
        boolean forced,
        boolean cancellable) {}
