// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.action.dns;

import io.github.camelovh.domain.app.action.Action;
import io.github.camelovh.domain.app.action.RouteAction;
import io.github.camelovh.domain.app.action.RouteCaller;
import io.github.camelovh.domain.app.row.RowCommand;
import io.github.camelovh.domain.dns.NameServerHost;
import java.util.List;
import java.util.Map;

/**
 * Name servers and keys at the registry, {@code set-name-servers} and {@code set-ds}; and records of a zone, {@code set-record} and
 * {@code delete-record}, whose rows for one zone are one plan, with one restore point and one refresh.
 */
public final class DnsActions {
    private static final String NAME = "domain";

    private DnsActions() {}

    /**
     * The actions, by the routes of their workflows.
     *
     * @param routes have the workflows of {@code routes/dns.camel.yaml}
     */
    public static List<Action> of(RouteCaller routes) {
        return List.of(
                RouteAction.ofEachRow(RowCommand.SetNameServers.ACTION, DnsActions::nameServers, routes),
                RouteAction.ofEachRow(RowCommand.SetDs.ACTION, DnsActions::keys, routes),
                RouteAction.ofAllRows(
                        "change-records",
                        List.of(RowCommand.ChangeRecords.SET, RowCommand.ChangeRecords.DELETE),
                        DnsActions::records,
                        routes));
    }

    private static Map<String, Object> nameServers(RowCommand row) {
        List<NameServerHost> hosts = ((RowCommand.SetNameServers) row).hosts();
        return Map.of(
                NAME,
                row.domain().ascii(),
                "nameServers",
                hosts.stream().map(NameServerHost::toString).toList());
    }

    private static Map<String, Object> keys(RowCommand row) {
        return Map.of(NAME, row.domain().ascii(), "keys", ((RowCommand.SetDs) row).keys());
    }

    private static Map<String, Object> records(List<RowCommand> rows) {
        return Map.of(
                NAME,
                rows.get(0).domain().ascii(),
                "records",
                rows.stream().map(row -> ((RowCommand.ChangeRecords) row).set()).toList());
    }
}
