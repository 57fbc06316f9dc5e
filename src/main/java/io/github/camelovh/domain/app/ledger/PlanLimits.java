// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import io.github.camelovh.domain.api.model.Money;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** The money limits that a plan is shown with. Within a transaction. */
final class PlanLimits {
    private static final String UNDECIDED =
            " where id = :id and state in ('PLANNING', 'PLANNED') and cancelled_at is null";

    private PlanLimits() {}

    /** Notes them; a closed plan that is another one under them gets another code. */
    static int note(Handle handle, long fileId, BudgetLimits shown, boolean runGiven, OffsetDateTime now) {
        ImportedFile before = PlanRepository.lock(handle, fileId);
        Optional<String> currency = shown.any().map(Money::currency);
        boolean anew = runGiven
                || before.limits()
                        .any()
                        .filter(kept -> currency.isPresent() && !currency.get().equals(kept.currency()))
                        .isPresent();
        Update update = handle.createUpdate("update import_file set limit_item = :item, limit_day = :day,"
                + " limit_run = case when :anew or not limit_run_given then cast(:run as numeric(24, 8))"
                + " else limit_run end, limit_currency = coalesce(:currency, limit_currency),"
                + " limit_run_given = :given or (limit_run_given and not :anew)" + UNDECIDED);
        int noted = amounts(update, shown)
                .bind("currency", currency.orElse(null))
                .bind("anew", anew)
                .bind("given", runGiven)
                .bind("id", fileId)
                .execute();
        if (noted == 1 && before.state() == FileState.PLANNED) {
            PlanSeal.give(handle, PlanRepository.lock(handle, fileId), now);
        }
        return noted;
    }

    /** Keeps the tighter of each. A plan that is not what it was closed with is left as it is, so that nobody can approve it. */
    static int tighten(Handle handle, long fileId, BudgetLimits now, boolean runGiven) {
        ImportedFile before = PlanRepository.lock(handle, fileId);
        boolean whole = before.state() == FileState.PLANNED && PlanSeal.isWhole(handle, before);
        Update update = handle.createUpdate("update import_file set limit_item = " + tighter("limit_item", ":item")
                + ", limit_run = " + tighter("limit_run", ":run") + ", limit_day = " + tighter("limit_day", ":day")
                + ", limit_currency = :currency, limit_run_given = limit_run_given or :given" + UNDECIDED
                + " and coalesce(limit_currency, :currency) = :currency");
        int tightened = amounts(update, now)
                .bind("currency", now.any().map(Money::currency).orElse(null))
                .bind("given", runGiven)
                .bind("id", fileId)
                .execute();
        if (tightened == 1 && whole) {
            PlanSeal.tightened(handle, PlanRepository.lock(handle, fileId));
        }
        return tightened;
    }

    private static Update amounts(Update update, BudgetLimits limits) {
        return update.bind("item", amount(limits.perItem()))
                .bind("run", amount(limits.perRun()))
                .bind("day", amount(limits.perDay()));
    }

    private static String tighter(String kept, String now) {
        String amount = "cast(" + now + " as numeric(24, 8))";
        return "case when " + kept + " is null or " + amount + " < " + kept + " then " + amount + " else " + kept
                + " end";
    }

    private static BigDecimal amount(Money money) {
        return money == null ? null : money.amount();
    }
}
