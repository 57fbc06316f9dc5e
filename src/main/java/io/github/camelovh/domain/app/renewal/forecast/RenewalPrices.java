// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.renewal.forecast;

import io.github.camelovh.domain.api.OvhApiException;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.portfolio.HeldName;
import io.github.camelovh.domain.renewal.RenewalOffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The price of one more year, without tax, by extension: one name's price counts for its whole extension, which needs
 * two calls for each extension. Names with their own price (premium) differ. Used by one thread.
 */
public final class RenewalPrices {
    private static final String YEAR = "P1Y";
    /** A name that has just expired, or is in dispute, may have no offer. */
    private static final int NAMES_TRIED = 3;

    private final Function<DomainName, List<RenewalOffer>> offers;
    private final Map<String, Money> prices = new HashMap<>();
    private final Map<String, Integer> tried = new HashMap<>();

    /** @param offers the current prices of a renewal, from the operation {@code renewal:quote} */
    public RenewalPrices(Function<DomainName, List<RenewalOffer>> offers) {
        this.offers = offers;
    }

    /** The price of one year of such a name; empty if OVHcloud has no offer for the first names of its extension. */
    public Optional<Money> of(HeldName name) {
        String extension = name.extension();
        if (!prices.containsKey(extension) && tried.merge(extension, 1, Integer::sum) <= NAMES_TRIED) {
            ask(name.name()).ifPresent(price -> prices.put(extension, price));
        }
        return Optional.ofNullable(prices.get(extension));
    }

    private Optional<Money> ask(DomainName name) {
        try {
            return RenewalOffer.least(offers.apply(name), YEAR).map(RenewalOffer::price);
        } catch (OvhApiException e) {
            return Optional.empty(); // the forecast shows for how many names it has no price
        }
    }
}
