// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.Money;
import java.util.List;

/**
 * What a name would cost, before anything is bought.
 *
 * @param domain the name
 * @param action registration or transfer, as requested
 * @param orderable false when there is no offer for that action, or none that is allowed; the remarks say why
 * @param pricingMode the API's word, for example {@code create-default}; null when there is no offer
 * @param duration ISO 8601 years; null when there is no offer
 * @param priceWithoutTax the offer's TOTAL for {@code duration}; null when there is no offer
 * @param priceWithTax from the dry run of a checkout, or computed with the tax rate; null when only the offer was read
 * @param remarks sentences for the user: why it cannot be bought, what is special about it; never null
 */
public record Quote(
        DomainName domain,
        PurchaseAction action,
        boolean orderable,
        String pricingMode,
        String duration,
        Money priceWithoutTax,
        Money priceWithTax,
        List<String> remarks) {

    public Quote {
        remarks = List.copyOf(remarks);
    }
}
