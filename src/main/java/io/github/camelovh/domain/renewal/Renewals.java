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
 * How names are set to be renewed, and what a renewal would cost. Orders nothing. Thread-safe. Every method throws
 * {@link OvhApiException} when OVHcloud cannot be asked, or refuses.
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

    /** How a name is set to be renewed; one call. */
    public RenewalState state(DomainName name) {
        return state(name, infos(name));
    }

    /** Whether a name that has expired is in its redemption period, where it is restored at a price of its own; one call. */
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
     * Sets what happens to a name when it expires, {@code PUT /domain/{serviceName}/serviceInfos}; sends nothing where it is
     * so already. All other members of its renewal are sent back as they were, since it is not known what becomes of missing
     * ones.
     *
     * @return how it is set then, read anew where something was sent
     * @throws IllegalStateException if OVHcloud lets nobody change it, or did not take it; the name is as it was
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
                    "OVHcloud tells nothing of the renewal of " + name + "; nothing was changed");
        }
        renew.put("deleteAtExpiration", mode == RenewalMode.CANCEL);
        if (mode != RenewalMode.CANCEL) {
            renew.put("automatic", mode == RenewalMode.AUTOMATIC);
        }
        api.send(ApiCall.of(UPDATE_INFOS, name.ascii()).withBody(Map.of("renew", renew)));
        RenewalState after = state(name);
        if (after.mode() != mode) {
            throw new IllegalStateException("the renewal of " + name + " was set to " + mode.word() + ", but is "
                    + after.mode().word() + " still: look at it in the customer's console");
        }
        return after;
    }

    /**
     * What renewing a name costs now; two calls.
     *
     * @return the offers for the name alone and those with what belongs to it, shortest period first
     */
    public List<RenewalOffer> offers(DomainName name) {
        return offers(name, state(name).serviceId());
    }

    /** As {@link #offers(DomainName)} of a name whose service is known; one call. */
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
