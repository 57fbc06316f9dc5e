// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.app.action.ActionRow;
import io.github.camelovh.domain.app.row.RowCommand;
import io.github.camelovh.domain.order.Purchase;
import io.github.camelovh.domain.order.PurchaseAction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a row wishes to buy, under the settings of now. Thread-safe. */
public final class PurchaseRequests {
    private static final String OWNER_CONTACT = "OWNER_CONTACT";
    private static final String DNS = "DNS";

    private final Map<String, String> usual;
    private final Set<String> premium;
    private final Set<String> aftermarket;

    /**
     * @param usual configuration that every order carries unless its row says otherwise
     * @param premium names whose premium price may be paid
     * @param aftermarket names that may be bought from a third party
     */
    public PurchaseRequests(Map<String, String> usual, Set<String> premium, Set<String> aftermarket) {
        this.usual = Map.copyOf(usual);
        this.premium = Set.copyOf(premium);
        this.aftermarket = Set.copyOf(aftermarket);
    }

    /** The wish as far as its price goes: without a contact that would have to be made first. */
    Purchase forPrice(RowCommand.Bought command) {
        return purchase(command, command.ownerContact());
    }

    /**
     * The wish, bound to the planned price, with the auth code of a transfer.
     *
     * @param ownerContact path of the owner's contact; null for the account's own
     * @param nameServers that the name has once it came; empty: those of the row, or as OVHcloud does by itself
     */
    Purchase toBuy(ActionRow row, RowCommand.Bought command, String ownerContact, List<String> nameServers) {
        Purchase plain = purchase(command, ownerContact);
        Map<String, String> labels = new LinkedHashMap<>(plain.configuration());
        if (!nameServers.isEmpty()) {
            labels.putIfAbsent(DNS, String.join(";", nameServers));
        }
        if (command instanceof RowCommand.Transfer && row.authCode() != null) {
            labels.put(Purchase.AUTH_INFO, row.authCode().secret());
        }
        Purchase wish = plain.withConfiguration(labels);
        return row.cost() == null
                ? wish
                : wish.approvedAt(row.cost().withoutTax(), row.cost().pricingMode());
    }

    /**
     * All that the order of a row would carry and may be: its configuration, and whether a premium price may be paid or a
     * third party may sell. Another text after a change of settings that changes what is bought.
     */
    String terms(RowCommand.Bought command) {
        Purchase wish = forPrice(command);
        StringBuilder text = new StringBuilder();
        new TreeMap<>(wish.configuration()).forEach((label, value) -> text.append(label + '=' + value + '\n'));
        return text + "premium " + wish.premiumAllowed() + ", aftermarket " + wish.aftermarketAllowed();
    }

    /** What is bought for a row. */
    static PurchaseAction actionOf(RowCommand.Bought row) {
        return row instanceof RowCommand.Transfer ? PurchaseAction.TRANSFER : PurchaseAction.CREATE;
    }

    private Purchase purchase(RowCommand.Bought order, String ownerContact) {
        Purchase wish = Purchase.of(actionOf(order), order.domain(), order.period())
                .withConfiguration(configuration(order, ownerContact))
                .allowing(
                        premium.contains(order.domain().ascii()),
                        aftermarket.contains(order.domain().ascii()));
        Money most = order.maxPrice();
        return most == null ? wish : wish.withMaxPrice(most);
    }

    private Map<String, String> configuration(RowCommand.Bought order, String ownerContact) {
        Map<String, String> labels = new LinkedHashMap<>(usual);
        if (ownerContact != null) {
            labels.put(OWNER_CONTACT, ownerContact);
        }
        if (!order.nameServers().isEmpty()) {
            labels.put(DNS, String.join(";", order.nameServers()));
        }
        labels.putAll(order.config());
        return labels;
    }
}
