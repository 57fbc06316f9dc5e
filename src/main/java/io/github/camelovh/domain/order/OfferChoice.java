// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.api.model.Offer;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which offer for a name fits the request, or why none does. Pure.
 *
 * @param offer the offer; null when there is none for the request
 * @param price its TOTAL without tax; null when the offer has none
 * @param reasons why it must not be used; empty when it may be used
 */
record OfferChoice(Offer offer, Money price, List<String> reasons) {

    static OfferChoice of(
            DomainName domain,
            PurchaseAction action,
            String duration,
            boolean premiumAllowed,
            boolean aftermarketAllowed,
            List<Offer> offers) {
        Optional<Offer> wanted = offers.stream()
                .filter(offer -> answers(offer, action, aftermarketAllowed))
                .min(Comparator.comparing((Offer offer) -> !offer.orderable())
                        .thenComparing(offer -> !offer.duration().contains(duration)));
        if (wanted.isEmpty()) {
            return new OfferChoice(null, null, List.of(missing(domain, action, offers)));
        }
        Offer offer = wanted.get();
        Money price = offer.price("TOTAL").orElse(null);
        return new OfferChoice(
                offer,
                price,
                objections(domain, action, duration, offer, price, premiumAllowed, aftermarketAllowed).stream()
                        .limit(1)
                        .toList());
    }

    static boolean premium(String pricingMode) {
        return pricingMode != null && pricingMode.contains("premium");
    }

    static boolean aftermarket(String pricingMode) {
        return pricingMode != null && pricingMode.contains("aftermarket");
    }

    /** Why an item of this pricing mode must not be bought; empty when it may. */
    static Optional<String> modeRefused(
            DomainName domain, String mode, Money price, boolean premium, boolean aftermarket) {
        String at = price == null ? "" : " at " + price + " without tax";
        if (premium(mode) && !premium) {
            return Optional.of(domain.ascii() + " is a premium name" + at
                    + "; it was not ordered: allow premium names for it to order it at that price");
        }
        if (aftermarket(mode) && !aftermarket) {
            return Optional.of(domain.ascii() + " belongs to somebody who sells it on the aftermarket" + at
                    + "; it was not ordered: allow the aftermarket for it to order it at that price");
        }
        return Optional.empty();
    }

    private static boolean answers(Offer offer, PurchaseAction action, boolean aftermarketAllowed) {
        if (aftermarket(offer.pricingMode())) {
            return action == PurchaseAction.CREATE && aftermarketAllowed;
        }
        return action.word().equals(offer.action());
    }

    private static String missing(DomainName domain, PurchaseAction action, List<Offer> offers) {
        if (action == PurchaseAction.TRADE) {
            return "OVHcloud offers no change of the owner of " + domain.ascii() + " now; nothing was ordered";
        }
        if (offers.isEmpty() || action == PurchaseAction.ZONE) {
            return domain.ascii() + " is not on offer at OVHcloud; it was not ordered";
        }
        for (Offer offer : offers) {
            if (aftermarket(offer.pricingMode())) {
                return modeRefused(
                                domain,
                                offer.pricingMode(),
                                offer.price("TOTAL").orElse(null),
                                false,
                                false)
                        .orElseThrow();
            }
        }
        boolean movable = offers.stream()
                .anyMatch(offer -> PurchaseAction.TRANSFER.word().equals(offer.action()) && offer.orderable());
        if (action == PurchaseAction.CREATE) {
            return domain.ascii() + " is taken"
                    + (movable
                            ? " (registered elsewhere): transfer it instead, if it is yours; it was not ordered"
                            : " and cannot be transferred now; it was not ordered");
        }
        return domain.ascii() + " is not registered anywhere, so it cannot be transferred: order it instead";
    }

    private static List<String> objections(
            DomainName domain,
            PurchaseAction action,
            String duration,
            Offer offer,
            Money price,
            boolean premiumAllowed,
            boolean aftermarketAllowed) {
        if (!offer.orderable()) {
            String why = action == PurchaseAction.TRANSFER
                    ? (Boolean.TRUE.equals(offer.isTransferLocked())
                            ? "is locked at its registrar: unlock it there first"
                            : "cannot be transferred now")
                    : "is reserved or not open for registration";
            return List.of(domain.ascii() + " " + why + "; it was not ordered");
        }
        if (action == PurchaseAction.TRANSFER && Boolean.TRUE.equals(offer.isTransferLocked())) {
            return List.of(domain.ascii() + " is locked at its registrar: unlock it there first; it was not ordered");
        }
        Optional<String> mode = modeRefused(domain, offer.pricingMode(), price, premiumAllowed, aftermarketAllowed);
        if (mode.isPresent()) {
            return List.of(mode.get());
        }
        if (!offer.duration().isEmpty() && !offer.duration().contains(duration)) {
            return List.of(domain.ascii() + " is sold for " + String.join(", ", offer.duration()) + ", not for "
                    + duration + "; it was not ordered");
        }
        return price == null ? List.of(domain.ascii() + " is on offer without a price; it was not ordered") : List.of();
    }
}
