// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.HoldsSecret;
import io.github.camelovh.domain.api.model.Money;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The request to buy one name, or a zone for it, with everything that the buyer has allowed. Immutable.
 *
 * @param key the idempotency key; one key is bought once, no matter who runs it and how often
 * @param domain the name
 * @param action registration, transfer, a zone alone, or a change of owner
 * @param duration ISO 8601 years, for example {@code P1Y}; {@code P0Y} for a change of owner
 * @param configuration configuration labels of the cart item and their values as text, for example {@code
 * OWNER_LEGAL_AGE -> true}; those that a zone needs are added; may contain an auth code ({@code AUTH_INFO}), so it is
 * never printed
 * @param maxPriceWithTax the highest price for this name, tax included; null = no limit of its own
 * @param premiumAllowed whether the registry's premium price may be paid
 * @param aftermarketAllowed whether the name may be bought from a third party that owns it
 * @param approvedPriceWithoutTax the price of the plan that somebody approved; a more expensive cart is refused; null =
 * no plan
 * @param approvedPricingMode the pricing mode of that plan, for example {@code create-default}; when known, the offers
 * are not read again; null = read them
 */
@HoldsSecret
public record Purchase(
        PurchaseKey key,
        DomainName domain,
        PurchaseAction action,
        String duration,
        Map<String, String> configuration,
        Money maxPriceWithTax,
        boolean premiumAllowed,
        boolean aftermarketAllowed,
        Money approvedPriceWithoutTax,
        String approvedPricingMode) {

    /** The label of the configuration that contains a transfer's auth code. */
    public static final String AUTH_INFO = "AUTH_INFO";

    private static final Set<String> SECRET_LABELS = Set.of(AUTH_INFO, "PROTECTED_CODE");
    private static final Pattern YEARS = Pattern.compile("P([1-9]|10)Y");

    public Purchase {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(domain, "domain");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(duration, "duration");
        boolean sold = action == PurchaseAction.TRADE
                ? duration.equals(PurchaseAction.NO_PERIOD)
                : YEARS.matcher(duration).matches();
        if (!sold) {
            throw new IllegalArgumentException(
                    "duration \"" + duration + "\" of " + domain.ascii() + " is not one of P1Y to P10Y");
        }
        Map<String, String> all = new TreeMap<>(action.ownLabels(domain));
        all.putAll(configuration);
        if (action == PurchaseAction.ZONE && !domain.ascii().equals(all.get(PurchaseAction.ZONE_LABEL))) {
            throw new IllegalArgumentException(
                    "the zone of " + domain.ascii() + " cannot be configured as " + all.get(PurchaseAction.ZONE_LABEL));
        }
        configuration = Map.copyOf(all);
    }

    /** The simplest request: list price only, no limit of its own, no approved plan. */
    public static Purchase of(PurchaseAction action, DomainName domain, String duration) {
        return new Purchase(
                PurchaseKey.of(action, domain), domain, action, duration, Map.of(), null, false, false, null, null);
    }

    /**
     * Another owner for a name, {@code POST /order/cartServiceOption/domain/{serviceName}}. The same owner after a
     * different one is another request.
     *
     * @param from the id of the current owner contact ({@code whoisOwner})
     * @param to path of the contact that becomes owner, {@code /me/contact/123}; OVHcloud copies it
     */
    public static Purchase ownerChange(DomainName domain, String from, String to) {
        PurchaseKey plain = PurchaseKey.of(PurchaseAction.TRADE, domain);
        return new Purchase(
                new PurchaseKey(plain.text() + " from " + from + " to " + to),
                domain,
                PurchaseAction.TRADE,
                PurchaseAction.NO_PERIOD,
                Map.of("OWNER_CONTACT", to),
                null,
                false,
                false,
                null,
                null);
    }

    public Purchase withConfiguration(Map<String, String> labels) {
        return new Purchase(
                key,
                domain,
                action,
                duration,
                labels,
                maxPriceWithTax,
                premiumAllowed,
                aftermarketAllowed,
                approvedPriceWithoutTax,
                approvedPricingMode);
    }

    public Purchase withMaxPrice(Money withTax) {
        return new Purchase(
                key,
                domain,
                action,
                duration,
                configuration,
                withTax,
                premiumAllowed,
                aftermarketAllowed,
                approvedPriceWithoutTax,
                approvedPricingMode);
    }

    public Purchase allowing(boolean premium, boolean aftermarket) {
        return new Purchase(
                key,
                domain,
                action,
                duration,
                configuration,
                maxPriceWithTax,
                premium,
                aftermarket,
                approvedPriceWithoutTax,
                approvedPricingMode);
    }

    /** This request with the price and pricing mode that were approved; then the offers need not be read again. */
    public Purchase approvedAt(Money withoutTax, String pricingMode) {
        return new Purchase(
                key,
                domain,
                action,
                duration,
                configuration,
                maxPriceWithTax,
                premiumAllowed,
                aftermarketAllowed,
                withoutTax,
                pricingMode);
    }

    /**
     * Whether an item's period is the requested one; OVHcloud writes the period of a change of owner in several ways.
     */
    boolean isFor(String period) {
        return action == PurchaseAction.TRADE || duration.equals(period);
    }

    /**
     * A digest of what makes two requests of one key the same: name, action, duration and configuration. It has neither
     * codes (they are secret, and correcting one is not another request) nor limits (raising one is not another
     * request), because it is stored in ledgers.
     */
    String content() {
        var plain = new TreeMap<>(configuration);
        plain.keySet().removeAll(SECRET_LABELS);
        String text = action.word() + " " + domain.ascii() + " " + duration + " " + plain;
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Without the configuration's values, which may be secret or personal. */
    @Override
    public String toString() {
        return "Purchase[" + key + ", " + duration + ", labels " + new TreeMap<>(configuration).keySet() + "]";
    }
}
