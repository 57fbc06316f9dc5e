// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.renewal;

import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.order.Budget;
import io.github.camelovh.domain.order.LiveHoldings;
import io.github.camelovh.domain.order.OrderSettings;
import io.github.camelovh.domain.order.Orders;
import io.github.camelovh.domain.order.PurchaseJournal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A renewer over an account, by a clock that passes only where it waits. */
abstract class RenewerFixture {
    static final DomainName NAME = DomainName.of("example.fr");
    static final LocalDate EXPIRY = LocalDate.of(2024, 1, 10);
    static final Money PRICE = Money.of("8.39 EUR");
    static final RenewalRun.Sent SENT = new RenewalRun.Sent(Instant.ofEpochSecond(1_700_000_000), PRICE);
    static final RenewalRun.Sent ANSWERED = new RenewalRun.Sent(SENT.at(), PRICE, 100L);
    final RenewingAccount account = new RenewingAccount();
    final OvhApi api = account.api;
    final List<RenewalRun.Sent> noted = new ArrayList<>();
    Instant now = Instant.ofEpochSecond(1_700_000_000);

    final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    final Orders renewals = new Orders(
            api,
            OrderSettings.of("FR"),
            PurchaseJournal.none(),
            Budget.unlimited(),
            new LiveHoldings(api),
            clock,
            time -> now = now.plus(time));
    final Renewer renewer =
            new Renewer(api, new Renewals(api), renewals, new RenewalTurns(), time -> now = now.plus(time));

    /** It orders nothing a second time unless a person says so. */
    Renewer careful() {
        return new Renewer(
                api,
                new Renewals(api),
                new Orders(
                        api,
                        OrderSettings.of("FR").checkingOutAgain(OrderSettings.CheckoutAgain.NEVER),
                        PurchaseJournal.none(),
                        Budget.unlimited(),
                        new LiveHoldings(api),
                        clock,
                        time -> now = now.plus(time)),
                new RenewalTurns(),
                time -> now = now.plus(time));
    }

    RenewalRun run(RenewalRun.Sent before) {
        return new RenewalRun(Budget.unlimited(), before, offered -> Optional.empty(), noted::add);
    }

    RenewalOutcome renew(RenewalRun run, Long... acknowledged) throws InterruptedException {
        return renewer.renew(new RenewalWish(NAME, EXPIRY, "P1Y", null, Set.of(acknowledged)), run);
    }
}
