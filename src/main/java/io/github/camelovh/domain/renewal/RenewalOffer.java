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
 * @param price of all that is renewed together
 * @param services the services that are renewed together, as the order has to name them
 * @param along what is renewed besides the name, such as its zone; never null
 */
public record RenewalOffer(String period, Money price, List<Long> services, List<String> along) {
    public RenewalOffer {
        services = List.copyOf(services);
        along = List.copyOf(along);
    }

    /** The offer for a period that renews the least besides the name: what belongs to a name may have to come with it. */
    public static Optional<RenewalOffer> least(List<RenewalOffer> offers, String period) {
        return offers.stream()
                .filter(each -> each.period().equals(period))
                .min(Comparator.comparingInt(each -> each.services().size()));
    }
}
