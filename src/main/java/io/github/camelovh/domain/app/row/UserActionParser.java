// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.row;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.dns.NameServerHost;
import io.github.camelovh.domain.dns.RecordType;
import io.github.camelovh.domain.renewal.RenewalMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Understands rows with an action of the user's own. A column that other actions have too is checked as it is there; one of its own
 * holds any text.
 */
final class UserActionParser implements RowParser {
    private final UserAction action;

    UserActionParser(UserAction action) {
        this.action = action;
    }

    @Override
    public Optional<RowCommand> parse(RowCells row, ReadOptions options) {
        DomainName domain = CellReading.domain(row);
        Map<String, Object> cells = new LinkedHashMap<>();
        Map<String, Map<String, Object>> groups = new LinkedHashMap<>();
        for (String column : action.columns()) {
            if (!row.isEmpty(column)) {
                Object value = value(row, column, options);
                int dot = column.indexOf('.');
                if (dot < 0) {
                    cells.put(column, value);
                } else {
                    groups.computeIfAbsent(column.substring(0, dot), key -> new LinkedHashMap<>())
                            .put(column.substring(dot + 1), value);
                }
            }
        }
        cells.putAll(groups);
        return row.refusals().isEmpty() ? Optional.of(new UserCommand(domain, action.name(), cells)) : Optional.empty();
    }

    private static Object value(RowCells row, String column, ReadOptions options) {
        if (column.startsWith(Columns.DISCLOSURE) || column.startsWith(Columns.OBFUSCATION)) {
            return WhoisParser.value(row, column);
        }
        if (column.startsWith(Columns.OWNER)) {
            return CellReading.ownerMember(row, column.substring(Columns.OWNER.length()));
        }
        return switch (column) {
            case Columns.PERIOD -> CellReading.period(row);
            case Columns.MAX_PRICE -> String.valueOf(CellReading.maxPrice(row, options.currency()));
            case Columns.OWNER_CONTACT -> CellReading.ownerContact(row);
            case Columns.EXPIRY -> String.valueOf(CellReading.expiry(row));
            case Columns.ACKNOWLEDGED_ORDERS -> List.copyOf(CellReading.acknowledgedOrders(row));
            case Columns.NAME_SERVERS -> texts(NameServersParser.hosts(row));
            case Columns.DNS_KEYS -> DsParser.keys(row);
            case Columns.FIELD_TYPE -> name(RecordParser.type(row));
            case Columns.TARGET -> RecordParser.targets(row);
            case Columns.TTL -> RecordParser.ttl(row);
            case Columns.RENEWAL ->
                RenewalModeParser.mode(row).map(RenewalMode::word).orElse(null);
            case Columns.CONTACT_ADMIN, Columns.CONTACT_TECH, Columns.CONTACT_BILLING ->
                AccountsParser.account(row, column);
            case Columns.ZONE_FILE -> TransferParser.zoneFile(row);
            default -> row.text(column);
        };
    }

    private static List<String> texts(List<NameServerHost> hosts) {
        return hosts.stream().map(NameServerHost::toString).toList();
    }

    private static String name(RecordType type) {
        return type == null ? null : type.name();
    }
}
