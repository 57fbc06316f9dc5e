// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

import io.github.camelovh.domain.api.model.CartItem;
import io.github.camelovh.domain.api.model.ConfigurationRequirement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which item of a cart belongs to the purchase, and what must be configured. Pure. */
final class ItemRules {

    /** Labels that are required whenever they are listed, even if the entry does not say so. */
    private static final Set<String> REQUIRED_WHEN_LISTED = Set.of(
            "OWNER_LEGAL_AGE", "ACCEPT_CONDITIONS", "REASON", "CLAIMS_NOTICE", "PROTECTED_CODE", Purchase.AUTH_INFO);

    private ItemRules() {}

    /** Whether the item is the requested one. The item of a zone has its name only in its configuration. */
    static boolean isOwn(Purchase purchase, CartItem item) {
        if (purchase.action() == PurchaseAction.ZONE) {
            return item.settings() != null
                    && CartCalls.ZONE_PLAN.equals(item.settings().planCode());
        }
        if (purchase.action() == PurchaseAction.TRADE) {
            return item.settings() != null
                    && CartCalls.isTradePlan(item.settings().planCode());
        }
        return purchase.domain().ascii().equalsIgnoreCase(name(item));
    }

    /** Whether the item is for another name: in our cart, it would be bought too. */
    static boolean isForeign(Purchase purchase, CartItem item) {
        String name = name(item);
        return !isOwn(purchase, item) && name != null && !name.isBlank();
    }

    private static String name(CartItem item) {
        return item.settings() == null ? null : item.settings().domain();
    }

    /** The labels to configure: those that are listed and given, and those that the item always needs. */
    static List<String> wanted(Purchase purchase, List<ConfigurationRequirement> listed) {
        Set<String> wanted = new LinkedHashSet<>();
        listed.stream()
                .map(ConfigurationRequirement::label)
                .filter(purchase.configuration()::containsKey)
                .forEach(wanted::add);
        wanted.addAll(purchase.action().ownLabels(purchase.domain()).keySet());
        return List.copyOf(wanted);
    }

    /** A sentence for each label that is required and was not given. */
    static List<String> missing(Purchase purchase, List<ConfigurationRequirement> listed) {
        List<String> missing = new ArrayList<>();
        for (ConfigurationRequirement requirement : listed) {
            String label = requirement.label();
            // A transfer is accepted without its code; it is paid, and then waits for the code.
            boolean required = (requirement.required() == null || label.equals(Purchase.AUTH_INFO))
                    ? REQUIRED_WHEN_LISTED.contains(label)
                    : requirement.required();
            if (required && !purchase.configuration().containsKey(label)) {
                missing.add(purchase.domain() + " needs the configuration " + label
                        + (requirement.type() == null ? "" : " (" + requirement.type() + ")")
                        + ", which was not given; it was not ordered: give " + label);
            }
        }
        return missing;
    }
}
