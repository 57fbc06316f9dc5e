// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.renewal;

import io.github.camelovh.domain.api.ApiCall;
import io.github.camelovh.domain.api.ApiPath;
import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.api.OvhApiException;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.DomainService;
import io.github.camelovh.domain.app.renewal.policy.RenewalPolicy;
import io.github.camelovh.domain.portfolio.HeldName;
import io.github.camelovh.domain.portfolio.PortfolioScan;
import io.github.camelovh.domain.renewal.PaymentCheck;
import io.github.camelovh.domain.renewal.Renewals;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;

/** Applies the policy to the names of the account. Changes and buys nothing. Thread-safe. */
public final class RenewalsScan {
    private static final String NAME = "/domain/{serviceName}";

    private static final int MONTHS_AHEAD = 3;

    private final OvhApi api;
    private final RenewalPolicy policy;
    private final RenewalPlanner planner;

    public RenewalsScan(OvhApi api, RenewalPolicy policy, RenewalPlanner planner) {
        this.api = api;
        this.policy = policy;
        this.planner = planner;
    }

    /** What happens to all names, each passed on as its page arrives; see {@link PortfolioScan#scan}. */
    public PortfolioScan.Outcome each(Consumer<Outlook> each) {
        return new PortfolioScan(api).scan(name -> each.accept(planner.outlook(withAge(name))));
    }

    /**
     * What happens to one name.
     *
     * @throws io.github.camelovh.domain.api.OvhNotFoundException if the account has no such name
     */
    public Outlook of(DomainName name) {
        DomainService told = api.send(
                        ApiCall.get(ApiPath.of(NAME, name.ascii())).onRoute(NAME, "domain:apiovh:get"))
                .as(DomainService.class);
        return planner.outlook(withAge(HeldName.of(told)));
    }

    /**
     * What prevents the payment of OVHcloud's automatic renewals of the next three months.
     *
     * @return in words, also if it cannot be read; empty if nothing does
     */
    public Optional<String> paymentTrouble(LocalDate today) {
        try {
            return new PaymentCheck(api).trouble(today.plusMonths(MONTHS_AHEAD));
        } catch (OvhApiException e) {
            return Optional.of("It is not known whether OVHcloud's automatic renewals can be paid: " + e.getMessage());
        }
    }

    /** One more call for each name, if a rule needs its age. */
    private HeldName withAge(HeldName name) {
        return policy.asksForAge()
                ? name.since(new Renewals(api).state(name.name()).creation())
                : name;
    }
}
