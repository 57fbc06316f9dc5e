// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.row;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.dns.DsKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parses {@code set-ds} rows. */
final class DsParser implements RowParser {
    private static final String NONE = "none";
    private static final String FORM =
            "write each key as name servers return it, 257 3 13 and the key in base64, separated by semicolons; or \""
                    + NONE + "\" to remove DNSSEC from the name";

    @Override
    public Optional<RowCommand> parse(RowCells row, ReadOptions options) {
        DomainName domain = CellReading.domain(row);
        List<DsKey> keys = keys(row);
        return row.refusals().isEmpty() ? Optional.of(new RowCommand.SetDs(domain, keys)) : Optional.empty();
    }

    /** The keys of the row; none where they are to be taken off. */
    static List<DsKey> keys(RowCells row) {
        List<DsKey> keys = new ArrayList<>();
        String written = row.text(Columns.DNS_KEYS);
        if (written.isEmpty()) {
            row.refuse(Columns.DNS_KEYS, "is empty", FORM);
        } else if (!written.equalsIgnoreCase(NONE)) {
            for (String part : written.split("[;\\n]")) {
                key(row, part.strip(), keys);
            }
        }
        return keys;
    }

    private static void key(RowCells row, String text, List<DsKey> keys) {
        if (text.isEmpty()) {
            return;
        }
        try {
            DsKey key = DsKey.ofDnskey(text);
            if (keys.contains(key)) {
                row.refuse(Columns.DNS_KEYS, "has the key with tag " + key.tag() + " twice", "write it once");
            } else {
                keys.add(key);
            }
        } catch (IllegalArgumentException e) {
            row.refuse(Columns.DNS_KEYS, "\"" + RowCells.shown(text) + "\": " + e.getMessage(), FORM);
        }
    }
}
