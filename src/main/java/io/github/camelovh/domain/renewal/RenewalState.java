// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.renewal;

import java.time.LocalDate;

/**
 * How a name is set to be renewed, {@code GET /domain/{serviceName}/serviceInfos}.
 *
 * @param domain the name in ASCII form
 * @param serviceId for {@code /service}
 * @param mode what happens when it expires
 * @param creation when the account got it; null where it is not told
 * @param expiration when that is; null where it is not told
 * @param status OVHcloud's word: ok, expired, unPaid and others
 * @param forced whether OVHcloud lets nobody change the mode
 * @param cancellable whether it can be given up at its expiry
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
