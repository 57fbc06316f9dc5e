// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.order.Budget;
import io.github.camelovh.domain.order.PurchaseKey;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The money limits, counted in the ledger: they outlive a restart and hold for all nodes together. Sums are taken and
 * money is set aside by one statement, under a lock on the currency's row, so that no two buyers pass on the same sum.
 * One reservation per request, however often it is asked for. Thread-safe.
 */
public final class LedgerBudget implements Budget {
    /** More than anybody's limit, and within the column. */
    private static final BigDecimal UNLIMITED = new BigDecimal("1000000000000000");

    private static final String SPENT = "coalesce((select sum(b.amount) from budget_reservation b where b.currency ="
            + " :currency and b.state <> 'RELEASED' and b.request_id <> :request and ";
    private static final String WITHIN_LIMITS = SPENT + "b.run_id = :run), 0) + :amount <= :runLimit and " + SPENT
            + "b.on_day = :day), 0) + :amount <= :dayLimit";

    private final Ledger ledger;
    private final ActiveLeases held;
    private final BudgetLimits limits;
    private final String runId;

    /**
     * Limits for one run.
     *
     * @param held which request a purchase belongs to
     * @param limits how much
     * @param runId name of the run; a run that goes on after a restart has to have its old name
     */
    public LedgerBudget(Ledger ledger, ActiveLeases held, BudgetLimits limits, String runId) {
        this.ledger = ledger;
        this.held = held;
        this.limits = limits;
        this.runId = runId;
    }

    /**
     * What is spent or set aside.
     *
     * @param inRun in this run, with tax
     * @param today on this day, in all runs
     */
    public record Standing(Money inRun, Money today) {}

    @Override
    public Optional<String> reserve(PurchaseKey key, Money withTax) {
        Optional<String> refusal = refusedBeforehand(key, withTax);
        Optional<Claim> claim = held.of(key);
        if (refusal.isPresent() || claim.isEmpty()) {
            return refusal.or(() -> Optional.of(noClaim(key)));
        }
        return ledger.database().write(handle -> {
            lock(handle, withTax.currency());
            long request = claim.get().requestId();
            Map<String, Object> values = values(key, request, withTax);
            if (!counts(handle, claim.get())) {
                return Optional.of(noClaim(key));
            }
            boolean granted =
                    spentAlready(handle, values) || again(handle, values) == 1 || firstTime(handle, values) == 1;
            return granted ? Optional.<String>empty() : Optional.of(overLimit(handle, values, key, withTax));
        });
    }

    private static String noClaim(PurchaseKey key) {
        return "No money was set aside for " + key + " and nothing was bought: this process has no claim on it (any"
                + " more); whoever has goes on.";
    }

    /** Money is moved under the same fence as the purchase's steps: whoever lost its lease moves none. */
    private static boolean counts(Handle handle, Claim claim) {
        return handle.createQuery(
                                "select count(*) from request where id = :id and version = :version and owner = :owner")
                        .bind("id", claim.requestId())
                        .bind("version", claim.version())
                        .bind("owner", claim.owner())
                        .mapTo(Long.class)
                        .one()
                == 1;
    }

    private Optional<String> refusedBeforehand(PurchaseKey key, Money withTax) {
        String nothing = "Nothing was bought for " + key + " (" + withTax + "): ";
        if (!limits.allowBuying()) {
            return Optional.of(nothing + "buying is off, as no money limit is set or one is zero. Set a limit per item,"
                    + " run or day above zero.");
        }
        String currency = limits.any().orElseThrow().currency();
        if (!currency.equals(withTax.currency())) {
            return Optional.of(nothing + "the limits are in " + currency + ", the price is in " + withTax.currency()
                    + ". Set limits in the account's currency.");
        }
        if (limits.perItem() != null && withTax.compareTo(limits.perItem()) > 0) {
            return Optional.of(nothing + "that is over the limit of " + limits.perItem()
                    + " per item. Raise it and drop the row again, or leave this name out.");
        }
        return Optional.empty();
    }

    private Optional<Long> requestOf(PurchaseKey key) {
        return ledger.requests().byPurchase(key.text(), held.of(key)).map(Request::id);
    }

    private Map<String, Object> values(PurchaseKey key, long request, Money withTax) {
        Map<String, Object> values = new HashMap<>();
        values.put("request", request);
        values.put("key", key.text());
        values.put("run", runId);
        values.put("day", LocalDate.now(ledger.database().clock()));
        values.put("amount", withTax.amount());
        values.put("currency", withTax.currency());
        values.put("runLimit", limitOf(limits.perRun()));
        values.put("dayLimit", limitOf(limits.perDay()));
        values.put("now", ledger.database().now());
        return values;
    }

    private static BigDecimal limitOf(Money limit) {
        return limit == null ? UNLIMITED : limit.amount();
    }

    private static void lock(Handle handle, String currency) {
        String take = "update budget_lock set taken = taken + 1 where currency = ?";
        if (handle.execute(take, currency) == 0) {
            handle.execute("insert into budget_lock (currency, taken) values (?, 1)", currency);
        }
    }

    /** What an order costs that exists is granted without a look at the limits: it counts already, on its own day. */
    private static boolean spentAlready(Handle handle, Map<String, Object> values) {
        return handle.createQuery("select count(*) from budget_reservation where request_id = :request"
                                + " and state = 'SETTLED' and currency = :currency and amount >= :amount")
                        .bindMap(values)
                        .mapTo(Long.class)
                        .one()
                == 1;
    }

    /** What is spent stays spent, at the new price. */
    private static int again(Handle handle, Map<String, Object> values) {
        return handle.createUpdate("update budget_reservation set"
                        + " state = case when state = 'SETTLED' then 'SETTLED' else 'RESERVED' end, amount = :amount,"
                        + " currency = :currency, run_id = :run, on_day = :day, changed_at = :now"
                        + " where request_id = :request and " + WITHIN_LIMITS)
                .bindMap(values)
                .execute();
    }

    private static int firstTime(Handle handle, Map<String, Object> values) {
        return handle.createUpdate("insert into budget_reservation"
                        + " (request_id, purchase_key, run_id, on_day, amount, currency, state, changed_at)"
                        + " select cast(:request as bigint), cast(:key as varchar), cast(:run as varchar),"
                        + " cast(:day as date), cast(:amount as numeric(24, 8)), cast(:currency as varchar),"
                        + " 'RESERVED', cast(:now as timestamp(6) with time zone)"
                        + " where not exists (select 1 from budget_reservation r where r.request_id = :request) and "
                        + WITHIN_LIMITS)
                .bindMap(values)
                .execute();
    }

    private String overLimit(Handle handle, Map<String, Object> values, PurchaseKey key, Money withTax) {
        Standing spent = standing(handle, values, withTax.currency());
        boolean run = limits.perRun() != null && spent.inRun().plus(withTax).compareTo(limits.perRun()) > 0;
        Money limit = run ? limits.perRun() : limits.perDay();
        Money left = limit.minus(run ? spent.inRun() : spent.today());
        return "Nothing was bought for " + key + " (" + withTax + "): of the limit of " + limit
                + (run ? " per run " : " per day ") + left + " is left. "
                + (run
                        ? "Raise the limit and drop the row again, so that it is planned under that one."
                        : "Raise the limit and drop the row again, or drop the row again tomorrow.");
    }

    /** What is spent or set aside so far in this run, and today, in one currency. */
    public Standing standing(String currency) {
        return ledger.database()
                .read(handle -> standing(handle, values(new PurchaseKey("none"), 0, Money.zero(currency)), currency));
    }

    private static Standing standing(Handle handle, Map<String, Object> values, String currency) {
        return handle.createQuery("select " + SPENT + "b.run_id = :run), 0) as in_run, " + SPENT
                        + "b.on_day = :day), 0) as today")
                .bindMap(values)
                .map((row, context) -> new Standing(
                        new Money(row.getBigDecimal("in_run"), currency),
                        new Money(row.getBigDecimal("today"), currency)))
                .one();
    }

    @Override
    public void release(PurchaseKey key) {
        giveBack(key, List.of("RESERVED"));
    }

    @Override
    public void cancel(PurchaseKey key) {
        giveBack(key, List.of("RESERVED", "SETTLED"));
    }

    private void giveBack(PurchaseKey key, List<String> states) {
        OffsetDateTime now = ledger.database().now();
        held.of(key).ifPresent(claim -> ledger.database().write(handle -> handle.createUpdate(
                        "update budget_reservation set state = 'RELEASED', changed_at = :now"
                                + " where request_id = :request and state in (<states>) and exists (select 1 from request r"
                                + " where r.id = :request and r.version = :version and r.owner = :owner)")
                .bindList("states", states)
                .bind("now", now)
                .bind("request", claim.requestId())
                .bind("version", claim.version())
                .bind("owner", claim.owner())
                .execute()));
    }

    @Override
    public void settle(PurchaseKey key, Money withTax) {
        requestOf(key).ifPresent(request -> ledger.database().write(handle -> {
            lock(handle, withTax.currency());
            Map<String, Object> values = values(key, request, withTax);
            int known = handle.createUpdate("update budget_reservation set state = 'SETTLED', amount = :amount,"
                            + " currency = :currency, changed_at = :now where request_id = :request")
                    .bindMap(values)
                    .execute();
            if (known == 0) {
                handle.createUpdate("insert into budget_reservation"
                                + " (request_id, purchase_key, run_id, on_day, amount, currency, state, changed_at)"
                                + " values (:request, :key, :run, :day, :amount, :currency, 'SETTLED', :now)")
                        .bindMap(values)
                        .execute();
            }
            return known;
        }));
    }

    /**
     * Counts what is set aside for a purchase as spent, where an order exists whose price with tax nobody knows; nothing if
     * it is settled already or nothing was set aside.
     */
    public void settleReserved(PurchaseKey key) {
        OffsetDateTime now = ledger.database().now();
        requestOf(key).ifPresent(request -> ledger.database().write(handle -> handle.createUpdate(
                        "update budget_reservation set state = 'SETTLED', changed_at = :now"
                                + " where request_id = :request and state = 'RESERVED'")
                .bind("now", now)
                .bind("request", request)
                .execute()));
    }
}
