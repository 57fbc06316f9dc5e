// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.operation;

import io.github.camelovh.domain.dns.Guard;
import io.github.camelovh.domain.dns.Ownership;
import io.github.camelovh.domain.dns.ZoneWish;
import io.github.camelovh.domain.order.Purchase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The limits in a typed request, by the names of the parameters that set them. Stateless. */
final class TypedLimits {
    private TypedLimits() {}

    /** {@return what the request limits itself to; empty for a request without limits, and for what is none} */
    static Map<String, Object> of(Object request) {
        Map<String, Object> limits = new LinkedHashMap<>();
        if (request instanceof Purchase purchase) {
            put(limits, "maxPrice", purchase.maxPriceWithTax());
            put(limits, "approvedPrice", purchase.approvedPriceWithoutTax());
            limits.put("allowPremium", purchase.premiumAllowed());
            limits.put("allowAftermarket", purchase.aftermarketAllowed());
        }
        if (request instanceof ZoneWish wish) {
            for (Guard guard : Guard.values()) {
                String set = wish.guards().valueOf(guard);
                limits.put(guard.option(), guard.isNumber() ? Long.valueOf(set) : Boolean.valueOf(set));
            }
            limits.putAll(of(wish.ownership()));
        }
        return limits;
    }

    private static Map<String, Object> of(Ownership ours) {
        Map<String, Object> limits = new LinkedHashMap<>();
        if (!ours.names().isEmpty() || !ours.prefixes().isEmpty()) {
            limits.put(ZoneGuards.NAMES, List.copyOf(ours.names()));
            limits.put(ZoneGuards.PREFIXES, List.copyOf(ours.prefixes()));
        }
        if (!ours.types().isEmpty()) {
            limits.put(ZoneGuards.TYPES, ours.types().stream().map(Enum::name).toList());
        }
        return limits;
    }

    private static void put(Map<String, Object> limits, String name, Object value) {
        if (value != null) {
            limits.put(name, value);
        }
    }
}
