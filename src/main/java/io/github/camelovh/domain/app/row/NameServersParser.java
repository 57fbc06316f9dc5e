// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.row;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.dns.NameServerHost;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Parses {@code set-name-servers} rows. */
final class NameServersParser implements RowParser {
    private static final int MOST = 13;
    private static final Pattern ADDRESS =
            Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    private static final String FORM =
            "write host names separated by spaces: ns1.example.net ns2.example.net; a host under the name itself may"
                    + " need its address, such as ns1.example.com/192.0.2.1";

    @Override
    public Optional<RowCommand> parse(RowCells row, ReadOptions options) {
        DomainName domain = CellReading.domain(row);
        List<NameServerHost> hosts = hosts(row);
        return row.refusals().isEmpty() ? Optional.of(new RowCommand.SetNameServers(domain, hosts)) : Optional.empty();
    }

    /** The hosts of the row, two to thirteen. */
    static List<NameServerHost> hosts(RowCells row) {
        List<NameServerHost> hosts = new ArrayList<>();
        for (String word : CellReading.words(row, Columns.NAME_SERVERS)) {
            host(row, word, hosts);
        }
        if (hosts.size() < 2 && row.refusals().isEmpty()) {
            row.refuse(Columns.NAME_SERVERS, hosts.isEmpty() ? "is empty" : "has only one host", FORM);
        }
        if (hosts.size() > MOST) {
            row.refuse(Columns.NAME_SERVERS, "has " + hosts.size() + " hosts", "write at most " + MOST);
        }
        return hosts;
    }

    private static void host(RowCells row, String word, List<NameServerHost> hosts) {
        int slash = word.indexOf('/');
        String address = slash < 0 ? null : word.substring(slash + 1);
        NameReading.Result name = NameReading.read(slash < 0 ? word : word.substring(0, slash));
        if (name.isRefused()) {
            row.refuse(Columns.NAME_SERVERS, name.problem(), FORM);
        } else if (address != null && !ADDRESS.matcher(address).matches()) {
            row.refuse(Columns.NAME_SERVERS, "\"" + RowCells.shown(address) + "\" is not an IP address", FORM);
        } else if (hosts.stream().anyMatch(other -> other.host().equals(name.ascii()))) {
            row.refuse(Columns.NAME_SERVERS, "has " + name.ascii() + " twice", "write different hosts");
        } else {
            hosts.add(new NameServerHost(name.ascii(), address));
        }
    }
}
