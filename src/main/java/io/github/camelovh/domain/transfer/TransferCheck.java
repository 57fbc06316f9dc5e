// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.transfer;

import io.github.camelovh.domain.api.model.Money;
import java.util.List;

/**
 * Whether a name can come to OVHcloud now.
 *
 * @param domain the name in ASCII form
 * @param transferable whether its transfer can be ordered
 * @param reasons why not, one sentence each; never null
 * @param priceWithoutTax what it costs; null where it is not on offer
 * @param currentNameServers that answer for it now, as far as OVHcloud tells; never null
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
