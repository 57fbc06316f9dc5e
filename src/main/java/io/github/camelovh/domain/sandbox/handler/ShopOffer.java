// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The shop's offer for one name. Prices are cents without tax for the first year; each further year costs the renewal
 * price.
 */
record ShopOffer(
        SoldName name,
        boolean transfer,
        String pricingMode,
        boolean orderable,
        long price,
        long renew,
        long discount,
        NameElsewhere elsewhere) {

    private static final int PREMIUM_FACTOR = 120;
    private static final long AFTERMARKET_PRICE = 1_850_00;

    /**
     * The offer for a name of a known extension.
     *
     * @param owned whether the account has the name already: then it cannot be ordered, but the price is shown
     * @param elsewhere the name at its current registrar; null if no other registrar has it
     */
    static ShopOffer of(SoldName name, boolean owned, NameElsewhere elsewhere) {
        return name.kind().isElsewhere() ? transfer(name, owned, elsewhere) : registration(name, owned);
    }

    private static ShopOffer registration(SoldName name, boolean owned) {
        Extension extension = name.extension();
        boolean orderable = !owned && name.label().length() >= extension.shortest();
        long first = extension.first();
        return switch (name.kind()) {
            case RESERVED -> new ShopOffer(name, false, "create-default", false, first, extension.renew(), 0, null);
            case PREMIUM ->
                new ShopOffer(
                        name, false, "create-premium", orderable, PREMIUM_FACTOR * first, extension.renew(), 0, null);
            default ->
                new ShopOffer(
                        name, false, "create-default", orderable, first, extension.renew(), extension.discount(), null);
        };
    }

    private static ShopOffer transfer(SoldName name, boolean owned, NameElsewhere elsewhere) {
        Extension extension = name.extension();
        boolean orderable = !owned && name.label().length() >= extension.shortest();
        boolean movable = orderable && extension.transferable() && name.kind() != SoldName.Kind.STUCK;
        long price = Math.max(0, extension.transfer());
        long renew = extension.renew();
        return switch (name.kind()) {
            case AFTERMARKET ->
                new ShopOffer(name, true, "transfer-aftermarket1", orderable, AFTERMARKET_PRICE, renew, 0, elsewhere);
            case TAKEN_PREMIUM ->
                new ShopOffer(name, true, "transfer-premium", movable, PREMIUM_FACTOR * price, renew, 0, elsewhere);
            default -> new ShopOffer(name, true, "transfer-default", movable, price, renew, 0, elsewhere);
        };
    }

    boolean isReserved() {
        return name.kind() == SoldName.Kind.RESERVED;
    }

    /** The longest duration in years: a transfer always adds exactly one year. */
    int years() {
        return transfer ? 1 : name.extension().years();
    }

    List<Requirement> requirements(Extensions extensions) {
        List<Requirement> all = new ArrayList<>();
        all.add(new Requirement("OWNER_LEGAL_AGE", "bool", true));
        if (name.extension().wants("conditions")) {
            all.add(new Requirement("ACCEPT_CONDITIONS", "bool", true));
        }
        if (name.kind() == SoldName.Kind.CLAIMS) {
            all.add(new Requirement("CLAIMS_NOTICE", "String", true));
        }
        boolean town = !transfer && name.wantsReason(extensions);
        if (town || RegistryWishes.REASONS.stream().anyMatch(name.extension()::wants)) {
            all.add(new Requirement("REASON", "String", false));
        }
        if (transfer && name.extension().code()) {
            all.add(new Requirement("AUTH_INFO", "String", false));
        }
        all.add(new Requirement("OWNER_CONTACT", "/me/contact", false));
        all.add(new Requirement("ADMIN_ACCOUNT", "Nichandle", false));
        all.add(new Requirement("TECH_ACCOUNT", "Nichandle", false));
        all.add(new Requirement("DNS", "String", false));
        return all;
    }

    JsonNode json(Extensions extensions) {
        ObjectNode made = Json.object(
                "action",
                transfer ? "transfer" : "create",
                "configurations",
                Json.list(requirements(extensions).stream()
                        .filter(Requirement::required)
                        .map(Requirement::json)
                        .toList()),
                "deliveryTime",
                "",
                "duration",
                Json.list(IntStream.rangeClosed(1, years())
                        .mapToObj(year -> "P" + year + "Y")
                        .toList()),
                "offer",
                "gold",
                "offerId",
                name.extension().name() + (transfer ? "-transfer" : "-create"),
                "orderable",
                orderable,
                "phase",
                "ga",
                "prices",
                prices(price, renew, discount, price - discount),
                "pricingMode",
                pricingMode,
                "productId",
                "domain",
                "quantityMax",
                1,
                "recommendedDuration",
                "P1Y");
        made.put("isTransferLocked", elsewhere != null && elsewhere.locked);
        made.set("currentNameservers", elsewhere == null ? Json.nothing() : Json.list(elsewhere.nameServers));
        return made;
    }

    static ArrayNode prices(long price, long renew, long discount, long total) {
        ArrayNode made = Json.list();
        made.add(labelled("PRICE", price));
        made.add(labelled("RENEW", renew));
        if (discount > 0) {
            made.add(labelled("DISCOUNT", discount));
        }
        made.add(labelled("FEE", 0));
        made.add(labelled("TOTAL", total));
        return made;
    }

    private static ObjectNode labelled(String label, long cents) {
        return Json.object("label", label, "price", Json.price(cents));
    }

    /** One configuration that an item accepts. */
    record Requirement(String label, String type, boolean required) {
        JsonNode json() {
            return Json.object("label", label, "type", type, "required", required, "fields", null);
        }
    }
}
