// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.renewal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelovh.domain.api.ApiCall;
import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.api.OvhApiException;
import io.github.camelovh.domain.api.catalog.Operation;
import io.github.camelovh.domain.api.catalog.OperationCatalog;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads and sets how names are renewed, and reads what a renewal would cost. Orders nothing. Thread-safe. Every method
 * throws {@link OvhApiException} when OVHcloud cannot be reached, or refuses.
 */
public final class Renewals {
    private static final Operation NAME = OperationCatalog.row("domain:get");
    private static final Operation INFOS = OperationCatalog.row("domain:getServiceInfos");
    private static final Operation UPDATE_INFOS = OperationCatalog.row("domain:updateServiceInfos");
    private static final Operation OFFERS = OperationCatalog.row("renewal:listOffers");

    private final OvhApi api;

    public Renewals(OvhApi api) {
        this.api = api;
    }

    /** The renewal settings of a name; one call. */
    public RenewalState state(DomainName name) {
        return state(name, infos(name));
    }

    /** Whether an expired name is in its redemption period, where restoring it has its own price; one call. */
    boolean isRestorable(DomainName name) {
        return api.send(ApiCall.of(NAME, name.ascii()))
                .json()
                .path("state")
                .asText()
                .equals("restorable");
    }

    private JsonNode infos(DomainName name) {
        return api.send(ApiCall.of(INFOS, name.ascii())).json();
    }

    private static RenewalState state(DomainName name, JsonNode infos) {
        JsonNode renew = infos.path("renew");
        RenewalMode mode = renew.path("deleteAtExpiration").asBoolean()
                ? RenewalMode.CANCEL
                : renew.path("automatic").asBoolean() ? RenewalMode.AUTOMATIC : RenewalMode.MANUAL;
        return new RenewalState(
                name.ascii(),
                infos.path("serviceId").asLong(),
                mode,
                date(infos, "creation"),
                date(infos, "expiration"),
                infos.path("status").asText(null),
                renew.path("forced").asBoolean(),
                infos.path("canDeleteAtExpiration").asBoolean());
    }

    private static LocalDate date(JsonNode infos, String member) {
        String text = infos.path(member).asText("");
        return text.length() < 10 ? null : LocalDate.parse(text.substring(0, 10));
    }

    /**
     * Sets what happens to a name when it expires, {@code PUT /domain/{serviceName}/serviceInfos}; sends nothing if it
     * is set already. All other members of its renewal are sent back unchanged, because the effect of missing members
     * is not known.
     *
     * @return its settings afterwards, read again if something was sent
     * @throws IllegalStateException if OVHcloud does not allow the change, or did not accept it; the name is unchanged
     */
    public RenewalState set(DomainName name, RenewalMode mode) {
        JsonNode infos = infos(name);
        RenewalState before = state(name, infos);
        if (before.mode() == mode) {
            return before;
        }
        if (before.forced() || (mode == RenewalMode.CANCEL && !before.cancellable())) {
            throw new IllegalStateException("the renewal of " + name + " is fixed by OVHcloud ("
                    + before.mode().word() + "); nothing was changed");
        }
        ObjectNode renew = infos.path("renew").isObject() ? infos.path("renew").deepCopy() : null;
        if (renew == null) {
            throw new IllegalStateException(
                    "OVHcloud returned no data about the renewal of " + name + "; nothing was changed");
        }
        renew.put("deleteAtExpiration", mode == RenewalMode.CANCEL);
        if (mode != RenewalMode.CANCEL) {
            renew.put("automatic", mode == RenewalMode.AUTOMATIC);
        }
        api.send(ApiCall.of(UPDATE_INFOS, name.ascii()).withBody(Map.of("renew", renew)));
        RenewalState after = state(name);
        if (after.mode() != mode) {
            throw new IllegalStateException("the renewal of " + name + " was set to " + mode.word() + ", but is "
                    + after.mode().word() + " still: check it in OVHcloud's console");
        }
        return after;
    }

    /**
     * The price of a renewal now; two calls.
     *
     * @return the offers for the name alone and those with what belongs to it, shortest period first
     */
    public List<RenewalOffer> offers(DomainName name) {
        return offers(name, state(name).serviceId());
    }

    /** As {@link #offers(DomainName)}, for a name whose service is known; one call. */
    List<RenewalOffer> offers(DomainName name, long service) {
        List<RenewalOffer> offers = new ArrayList<>();
        JsonNode told = api.send(ApiCall.of(OFFERS, service).withQuery("includeOptions", true))
                .json();
        for (JsonNode each : told) {
            for (JsonNode strategy : each.path("strategies")) {
                offers.add(offer(name, each.path("renewPeriod").asText(), strategy));
            }
        }
        return offers;
    }

    private static RenewalOffer offer(DomainName name, String period, JsonNode strategy) {
        List<Long> services = new ArrayList<>();
        strategy.path("services").forEach(id -> services.add(id.asLong()));
        List<String> along = new ArrayList<>();
        for (JsonNode detail : strategy.path("servicesDetails")) {
            if (!name.ascii().equalsIgnoreCase(detail.path("serviceName").asText())
                    || !detail.path("serviceType").asText().startsWith("Domain")) {
                along.add(detail.path("serviceType").asText() + " "
                        + detail.path("serviceName").asText());
            }
        }
        JsonNode price = strategy.path("price");
        Money money = new Money(
                new BigDecimal(price.path("value").asText("0")),
                price.path("currencyCode").asText());
        return new RenewalOffer(period, money, services, along);
    }
}
