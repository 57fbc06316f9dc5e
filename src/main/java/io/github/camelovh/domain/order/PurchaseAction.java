// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

import io.github.camelovh.domain.api.model.DomainName;
import java.util.Locale;
import java.util.Map;

/**
 * What is bought for a name: its registration, its move from another registrar to OVHcloud, a DNS zone alone, or a change of its
 * owner.
 */
public enum PurchaseAction {
    CREATE,
    TRANSFER,
    /** A zone without its name, which may be registered anywhere. */
    ZONE,
    /** Another owner for a name of the account: an order, though often at no price. */
    TRADE;

    /** The period of what has none, as OVHcloud's guide writes it. */
    static final String NO_PERIOD = "P0Y";

    /** How the item of a zone is told its name. */
    static final String ZONE_LABEL = "zone";

    /** What a new zone holds: {@code minimized}, {@code basic} or {@code redirect}. */
    static final String TEMPLATE_LABEL = "template";

    /** The word of the API's offers, {@code create} or {@code transfer}; or {@code zone}, or {@code trade}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Configurations that the item needs whatever OVHcloud lists, with their usual values; empty for names. */
    Map<String, String> ownLabels(DomainName domain) {
        return this == ZONE ? Map.of(ZONE_LABEL, domain.ascii(), TEMPLATE_LABEL, "minimized") : Map.of();
    }
}
