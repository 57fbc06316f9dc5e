// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import io.github.camelovh.domain.api.model.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** From table rows to records. */
final class RowMapper {
    private RowMapper() {}

    static ImportedFile file(ResultSet row) throws SQLException {
        return new ImportedFile(
                row.getLong("id"),
                row.getString("name"),
                row.getString("content_hash"),
                FileState.valueOf(row.getString("state")),
                row.getLong("rows_read"),
                row.getLong("last_line"),
                row.getString("owner"),
                instant(row, "lease_until"),
                row.getString("plan_code"),
                row.getString("plan_digest"),
                new BudgetLimits(
                        money(row, "limit_item", "limit_currency"),
                        money(row, "limit_run", "limit_currency"),
                        money(row, "limit_day", "limit_currency")),
                row.getString("dropped_by"),
                row.getString("approved_by"),
                instant(row, "approved_at"),
                cancelled(row),
                row.getString("remark"),
                instant(row, "received_at"),
                instant(row, "changed_at"));
    }

    private static ImportedFile.Cancelled cancelled(ResultSet row) throws SQLException {
        Instant at = instant(row, "cancelled_at");
        return at == null
                ? null
                : new ImportedFile.Cancelled(row.getString("cancelled_by"), at, row.getString("cancelled_why"));
    }

    static Request request(ResultSet row) throws SQLException {
        return new Request(
                row.getLong("id"),
                row.getLong("file_id"),
                row.getLong("line"),
                row.getString("action"),
                row.getString("domain"),
                RequestState.valueOf(row.getString("state")),
                row.getInt("version"),
                row.getString("owner"),
                instant(row, "lease_until"),
                instant(row, "due_at"),
                row.getString("purchase_key"),
                row.getBoolean("buys"),
                row.getString("row_data"),
                row.getString("sealed_secret"),
                plan(row),
                row.getString("step"),
                row.getString("facts"),
                row.getString("memo"),
                row.getObject("order_id", Long.class),
                money(row, "final_price", "final_currency"),
                row.getString("outcome"),
                row.getString("what_to_do"),
                instant(row, "received_at"),
                instant(row, "changed_at"));
    }

    static RequestMove move(ResultSet row) throws SQLException {
        return new RequestMove(
                row.getLong("request_id"),
                RequestState.valueOf(row.getString("from_state")),
                RequestState.valueOf(row.getString("to_state")),
                RequestEvent.valueOf(row.getString("event")),
                row.getString("why"),
                instant(row, "happened_at"));
    }

    private static PlanFigures plan(ResultSet row) throws SQLException {
        Money withoutTax = money(row, "price_without_tax", "currency");
        return withoutTax == null && row.getString("terms") == null
                ? null
                : new PlanFigures(
                        withoutTax,
                        money(row, "price_with_tax", "currency"),
                        row.getString("pricing_mode"),
                        row.getString("duration"),
                        row.getString("terms"));
    }

    static Money money(ResultSet row, String amount, String currency) throws SQLException {
        BigDecimal value = row.getBigDecimal(amount);
        return value == null ? null : new Money(value, row.getString(currency));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
