// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.renewal;

import io.github.camelovh.domain.api.OvhApiException;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.DomainService;
import io.github.camelovh.domain.app.endpoint.Endpoints;
import io.github.camelovh.domain.app.renewal.policy.RenewalPolicy;
import io.github.camelovh.domain.portfolio.HeldName;
import io.github.camelovh.domain.renewal.RenewalOffer;
import io.github.camelovh.domain.renewal.RenewalState;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Applies the policy to the names of the account. Changes and buys nothing. Thread-safe. */
public final class RenewalsScan {
    private static final int MONTHS_AHEAD = 3;

    private final Endpoints endpoints;
    private final RenewalPolicy policy;
    private final RenewalPlanner planner;

    public RenewalsScan(Endpoints endpoints, RenewalPolicy policy, RenewalPlanner planner) {
        this.endpoints = endpoints;
        this.policy = policy;
        this.planner = planner;
    }

    /**
     * Reads one name and decides what happens to it.
     *
     * @throws io.github.camelovh.domain.api.OvhNotFoundException if the account has no such name
     */
    public Outlook of(DomainName name) {
        return of(HeldName.of(endpoints
                .call("domain", "get", Map.of("serviceName", name.ascii()))
                .as(DomainService.class)));
    }

    /** What becomes of a name that was read; one more call where a rule of the policy asks for its age. */
    public Outlook of(HeldName name) {
        return planner.outlook(policy.asksForAge() ? name.since(creation(name.name())) : name);
    }

    private LocalDate creation(DomainName name) {
        return endpoints
                .call("renewal", "state", Map.of("domain", name.ascii()))
                .as(RenewalState.class)
                .creation();
    }

    /** What renewing a name costs now; two calls. */
    public List<RenewalOffer> offers(DomainName name) {
        return endpoints
                .call("renewal", "quote", Map.of("domain", name.ascii()))
                .listOf(RenewalOffer.class);
    }

    /**
     * What prevents the payment of OVHcloud's automatic renewals of the next three months.
     *
     * @return in words, also if it cannot be read; empty if nothing does
     */
    public Optional<String> paymentTrouble(LocalDate today) {
        String until = today.plusMonths(MONTHS_AHEAD).toString();
        try {
            return Optional.ofNullable((String) endpoints
                    .call("renewal", "checkPayment", Map.of("until", until))
                    .body());
        } catch (OvhApiException e) {
            return Optional.of("It is not known whether OVHcloud's automatic renewals can be paid: " + e.getMessage());
        }
    }
}
