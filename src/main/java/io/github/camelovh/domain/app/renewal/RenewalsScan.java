// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.renewal;

import io.github.camelovh.domain.api.ApiCall;
import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.api.OvhApiException;
import io.github.camelovh.domain.api.catalog.Operation;
import io.github.camelovh.domain.api.catalog.OperationCatalog;
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

/** Looks at names of the account through the policy. Changes and buys nothing. Thread-safe. */
public final class RenewalsScan {
    private static final Operation GET = OperationCatalog.row("domain:get");

    private static final int MONTHS_AHEAD = 3;

    private final OvhApi api;
    private final RenewalPolicy policy;
    private final RenewalPlanner planner;

    public RenewalsScan(OvhApi api, RenewalPolicy policy, RenewalPlanner planner) {
        this.api = api;
        this.policy = policy;
        this.planner = planner;
    }

    /** What becomes of all names, each given as its page comes in; see {@link PortfolioScan#scan}. */
    public PortfolioScan.Outcome each(Consumer<Outlook> each) {
        return new PortfolioScan(api).scan(name -> each.accept(planner.outlook(withAge(name))));
    }

    /**
     * What becomes of one name.
     *
     * @throws io.github.camelovh.domain.api.OvhNotFoundException if the account has no such name
     */
    public Outlook of(DomainName name) {
        DomainService told = api.send(ApiCall.of(GET, name.ascii())).as(DomainService.class);
        return planner.outlook(withAge(HeldName.of(told)));
    }

    /**
     * What stands in the way of paying for what OVHcloud renews by itself in the next three months.
     *
     * @return in words, also where it cannot be asked; empty where nothing does
     */
    public Optional<String> paymentTrouble(LocalDate today) {
        try {
            return new PaymentCheck(api).trouble(today.plusMonths(MONTHS_AHEAD));
        } catch (OvhApiException e) {
            return Optional.of(
                    "It is not known whether OVHcloud can be paid for what it renews by itself: " + e.getMessage());
        }
    }

    /** One more call for each name, where a rule asks for its age. */
    private HeldName withAge(HeldName name) {
        return policy.asksForAge()
                ? name.since(new Renewals(api).state(name.name()).creation())
                : name;
    }
}
