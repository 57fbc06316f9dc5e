// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.order;

import io.github.camelovh.domain.api.ApiRegion;
import io.github.camelovh.domain.api.Credentials;
import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.api.OvhApiSettings;
import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.Money;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicReference;

/** A shop, a journal and a budget that survive processes; each {@link #orders()} is a new process. */
final class World {

    static final DomainName NAME = DomainName.of("example.fr");
    static final Map<String, String> CONFIGURATION = Map.of("OWNER_LEGAL_AGE", "true", "ACCEPT_CONDITIONS", "true");

    final MemoryJournal journal = new MemoryJournal();
    final MemoryBudget budget = new MemoryBudget();
    final TickingClock clock = new TickingClock();
    final FakeShop shop = new FakeShop(clock);
    /** Every move that a purchase of this world took. */
    final Set<String> moves = new ConcurrentSkipListSet<>();

    OrderSettings settings = OrderSettings.of("FR");

    static Purchase wish() {
        return Purchase.of(PurchaseAction.CREATE, NAME, "P1Y").withConfiguration(CONFIGURATION);
    }

    /** A zone alone, which is free. */
    static Purchase zoneWish() {
        return Purchase.of(PurchaseAction.ZONE, NAME, "P1Y").withMaxPrice(Money.zero("EUR"));
    }

    static Purchase approvedWish() {
        return wish().approvedAt(Money.of("6.99 EUR"), "create-default");
    }

    OvhApi api() {
        return new OvhApi(
                OvhApiSettings.of(ApiRegion.of("http://127.0.0.1:1/1.0"), new Credentials.PersonalToken("a-token"))
                        .withPace(1e9, 64),
                shop,
                clock,
                () -> clock.instant().toEpochMilli() * 1_000_000,
                clock::pass,
                new Random(7));
    }

    Orders orders() {
        return orders(journal);
    }

    Orders orders(PurchaseJournal records) {
        OvhApi api = api();
        return new Orders(api, settings, records, budget, new LiveHoldings(api), clock, clock::pass, this::note);
    }

    private void note(PurchaseStep from, PurchaseStep into) {
        if (from != null) {
            moves.add(from + " -> " + into);
        }
    }

    /** A new process for each crash, until there is an outcome. */
    PurchaseOutcome runTillDone(Purchase purchase) {
        for (int run = 0; run < 20; run++) {
            try {
                return orders().create(purchase);
            } catch (FakeShop.Crash crash) {
                clock.pass(Duration.ofSeconds(1));
            }
        }
        throw new AssertionError("crashed twenty times");
    }

    /** Time that passes only when somebody waits. */
    static final class TickingClock extends Clock {
        private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-04-01T10:00:00Z"));

        void pass(Duration time) {
            now.updateAndGet(instant -> instant.plus(time.isNegative() ? Duration.ZERO : time));
        }

        @Override
        public Instant instant() {
            return now.get();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    /** Stores the JSON form, like a ledger; dies where the test says. */
    static final class MemoryJournal implements PurchaseJournal {
        private record Line(PurchaseStep step, String facts) {}

        private final Map<PurchaseKey, Line> lines = new HashMap<>();
        final List<String> written = new ArrayList<>();
        private int entries;
        private int crashAt = -1;
        private boolean crashAfter;

        synchronized void crashAt(int entry, boolean afterWriting) {
            crashAt = entry;
            crashAfter = afterWriting;
        }

        synchronized int entries() {
            return entries;
        }

        synchronized void wipe() {
            lines.clear();
        }

        synchronized PurchaseStep step(PurchaseKey key) {
            return lines.get(key).step();
        }

        synchronized void seed(PurchaseKey key, PurchaseStep step, PurchaseFacts facts) {
            lines.put(key, new Line(step, facts.toJson()));
        }

        @Override
        public synchronized boolean enter(PurchaseKey key, PurchaseStep step, PurchaseFacts facts) {
            boolean dies = entries++ == crashAt;
            if (dies && !crashAfter) {
                throw new FakeShop.Crash("before the journal had " + step);
            }
            lines.put(key, new Line(step, facts.toJson()));
            written.add(facts.toJson());
            if (dies) {
                throw new FakeShop.Crash("after the journal had " + step);
            }
            return true;
        }

        @Override
        public synchronized Optional<PurchaseRecord> find(PurchaseKey key) {
            return Optional.ofNullable(lines.get(key))
                    .map(line -> new PurchaseRecord(key, line.step(), PurchaseFacts.fromJson(line.facts())));
        }
    }

    /** One limit for all, counted by key. */
    static final class MemoryBudget implements Budget {
        Money limit = Money.of("1000 EUR");
        final Map<PurchaseKey, Money> reserved = new HashMap<>();
        final Map<PurchaseKey, Money> spent = new HashMap<>();

        @Override
        public synchronized Optional<String> reserve(PurchaseKey key, Money withTax) {
            Money sum = withTax;
            for (Map.Entry<PurchaseKey, Money> other : reserved.entrySet()) {
                sum = other.getKey().equals(key) ? sum : sum.plus(other.getValue());
            }
            for (Map.Entry<PurchaseKey, Money> other : spent.entrySet()) {
                sum = other.getKey().equals(key) ? sum : sum.plus(other.getValue());
            }
            if (sum.compareTo(limit) > 0) {
                return Optional.of("the limit of this run is " + limit);
            }
            reserved.put(key, withTax);
            return Optional.empty();
        }

        @Override
        public synchronized void release(PurchaseKey key) {
            reserved.remove(key);
        }

        @Override
        public synchronized void cancel(PurchaseKey key) {
            reserved.remove(key);
            spent.remove(key);
        }

        @Override
        public synchronized void settle(PurchaseKey key, Money withTax) {
            reserved.remove(key);
            spent.put(key, withTax);
        }
    }
}
