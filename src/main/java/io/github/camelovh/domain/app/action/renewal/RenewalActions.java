// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.action.renewal;

import io.github.camelovh.domain.app.action.Action;
import io.github.camelovh.domain.app.action.RouteAction;
import io.github.camelovh.domain.app.action.RouteCaller;
import io.github.camelovh.domain.app.row.RowCommand;
import io.github.camelovh.domain.renewal.KnownRenewals;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What happens to names when they expire: {@code renew} and {@code set-auto-renew}. */
public final class RenewalActions {
    private RenewalActions() {}

    /**
     * The actions, by the routes of their workflows.
     *
     * @param routes have the workflows of {@code routes/renewal.camel.yaml}
     * @param known which renewals the ledger knows
     */
    public static List<Action> of(RouteCaller routes, KnownRenewals known) {
        return List.of(
                RouteAction.ofEachRow(RowCommand.Renew.ACTION, row -> renewal((RowCommand.Renew) row, known), routes),
                RouteAction.ofEachRow(RowCommand.SetRenewal.ACTION, row -> mode((RowCommand.SetRenewal) row), routes));
    }

    private static Map<String, Object> renewal(RowCommand.Renew row, KnownRenewals known) {
        Map<String, Object> request = new HashMap<>();
        request.put("domain", row.domain().ascii());
        request.put("duration", row.period());
        request.put("expiry", row.expiry() == null ? null : row.expiry().toString());
        request.put("maxPrice", row.maxPrice() == null ? null : row.maxPrice().toString());
        request.put("acknowledgedOrders", List.copyOf(row.acknowledgedOrders()));
        request.put("knownRenewals", known);
        return request;
    }

    private static Map<String, Object> mode(RowCommand.SetRenewal row) {
        return Map.of("domain", row.domain().ascii(), "mode", row.mode().word());
    }
}
