// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.renewal;

import io.github.camelovh.domain.api.model.Money;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One way to renew a name now, {@code GET /service/{serviceId}/renew}.
 *
 * @param period ISO 8601, for example {@code P1Y}
 * @param price of everything that is renewed together
 * @param services the services that are renewed together, which the order must name
 * @param along what is also renewed, such as the name's zone; never null
 */
public record RenewalOffer(String period, Money price, List<Long> services, List<String> along) {
    public RenewalOffer {
        services = List.copyOf(services);
        along = List.copyOf(along);
    }

    /**
     * The offer for a period that renews the fewest other services; some services can only be renewed together with the
     * name.
     */
    public static Optional<RenewalOffer> least(List<RenewalOffer> offers, String period) {
        return offers.stream()
                .filter(each -> each.period().equals(period))
                .min(Comparator.comparingInt(each -> each.services().size()));
    }
}
