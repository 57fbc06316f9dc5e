// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

import io.github.camelovh.domain.api.model.Money;
import java.util.ArrayList;
import java.util.List;

/**
 * What is known about the name's item in the cart. Immutable; contains labels of configurations, never their values.
 *
 * @param pricingMode the API's name for the chosen offer; null while no offer was chosen
 * @param priceWithoutTax the TOTAL of the offer or item; null while unknown
 * @param id the item; null while there is none
 * @param listed whether the cart's items were read since the last doubt
 * @param spares items of the same name, or with another configuration, that will be removed
 * @param wanted labels to be configured; null while the requirements were not read
 * @param configured labels that are certainly configured; null if that must be read
 */
public record ItemFacts(
        String pricingMode,
        Money priceWithoutTax,
        Long id,
        boolean listed,
        List<Long> spares,
        List<String> wanted,
        List<String> configured) {

    static final ItemFacts NONE = new ItemFacts(null, null, null, false, List.of(), null, List.of());

    public ItemFacts {
        spares = List.copyOf(spares);
        wanted = wanted == null ? null : List.copyOf(wanted);
        configured = configured == null ? null : List.copyOf(configured);
    }

    ItemFacts offered(String mode, Money price) {
        return new ItemFacts(mode, price, id, listed, spares, wanted, configured);
    }

    ItemFacts added(long itemId, String mode, Money price) {
        return new ItemFacts(
                mode == null ? pricingMode : mode,
                price == null ? priceWithoutTax : price,
                itemId,
                true,
                spares,
                wanted,
                List.of());
    }

    /** An item that was in the cart already, with configurations that this run did not set. */
    ItemFacts adopted(long itemId, String mode, Money price) {
        return added(itemId, mode, price).configuredExactly(null);
    }

    ItemFacts listed(List<Long> others) {
        return new ItemFacts(pricingMode, priceWithoutTax, id, true, others, wanted, configured);
    }

    ItemFacts unlisted() {
        return new ItemFacts(pricingMode, priceWithoutTax, id, false, spares, wanted, configured);
    }

    /** Requires that the cart's items and the configuration are read. */
    ItemFacts unseen() {
        return unlisted().configuredExactly(null);
    }

    ItemFacts without(long spare) {
        var left = new ArrayList<>(spares);
        left.remove(Long.valueOf(spare));
        boolean own = id != null && id == spare;
        return new ItemFacts(pricingMode, priceWithoutTax, own ? null : id, listed, left, wanted, configured);
    }

    ItemFacts wants(List<String> labels) {
        return new ItemFacts(pricingMode, priceWithoutTax, id, listed, spares, labels, configured);
    }

    ItemFacts configured(String label) {
        var all = new ArrayList<>(configured);
        all.add(label);
        return new ItemFacts(pricingMode, priceWithoutTax, id, listed, spares, wanted, all);
    }

    ItemFacts configuredExactly(List<String> labels) {
        return new ItemFacts(pricingMode, priceWithoutTax, id, listed, spares, wanted, labels);
    }

    /** Keeps the offer, and forgets everything about the item in the lost cart. */
    ItemFacts offerOnly() {
        return new ItemFacts(pricingMode, priceWithoutTax, null, false, List.of(), null, List.of());
    }
}
