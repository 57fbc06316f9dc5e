// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.transfer;

import io.github.camelovh.domain.api.model.Money;
import java.util.List;

/**
 * Whether a name can be transferred to OVHcloud now.
 *
 * @param domain the name in ASCII form
 * @param transferable whether its transfer can be ordered
 * @param reasons the reasons if not, one sentence each; never null
 * @param priceWithoutTax the price; null if there is no offer
 * @param currentNameServers its current name servers, as far as OVHcloud knows; never null
 */
public record TransferCheck(
        String domain,
        boolean transferable,
        List<String> reasons,
        Money priceWithoutTax,
        List<String> currentNameServers) {
    public TransferCheck {
        reasons = List.copyOf(reasons);
        currentNameServers = List.copyOf(currentNameServers);
    }
}
