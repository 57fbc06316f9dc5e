// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

import io.github.camelovh.domain.api.model.DomainName;
import java.util.Locale;
import java.util.Map;

/**
 * What is bought for a name: its registration, its transfer to OVHcloud, a DNS zone alone, or a change of its owner.
 */
public enum PurchaseAction {
    CREATE,
    TRANSFER,
    /** A zone without its name, which may be registered anywhere. */
    ZONE,
    /** Another owner for a name of the account: an order, but often free. */
    TRADE;

    /** The period of an order without a period, as in OVHcloud's guide. */
    static final String NO_PERIOD = "P0Y";

    /** The configuration with the name of a zone. */
    static final String ZONE_LABEL = "zone";

    /** The content of a new zone: {@code minimized}, {@code basic} or {@code redirect}. */
    static final String TEMPLATE_LABEL = "template";

    /** The API's word in offers, {@code create} or {@code transfer}; or {@code zone}, or {@code trade}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Configurations that the item always needs, with their usual values; empty for names. */
    Map<String, String> ownLabels(DomainName domain) {
        return this == ZONE ? Map.of(ZONE_LABEL, domain.ascii(), TEMPLATE_LABEL, "minimized") : Map.of();
    }
}
