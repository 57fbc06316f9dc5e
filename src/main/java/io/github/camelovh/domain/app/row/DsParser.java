/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.github.camelovh.domain.app.row;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.dns.DsKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Understands {@code set-ds} rows. */
final class DsParser implements RowParser {
    private static final String NONE = "none";
    private static final String FORM =
            "write each key as name servers give it, 257 3 13 and the key in base64, parted by" + " semicolons; or \""
                    + NONE + "\" to take DNSSEC off the name";

    @Override
    public Optional<RowCommand> parse(RowCells row, ReadOptions options) {
        DomainName domain = CellReading.domain(row);
        List<DsKey> keys = new ArrayList<>();
        String written = row.text(Columns.DNS_KEYS);
        if (written.isEmpty()) {
            row.refuse(Columns.DNS_KEYS, "is empty", FORM);
        } else if (!written.equalsIgnoreCase(NONE)) {
            for (String part : written.split("[;\\n]")) {
                key(row, part.strip(), keys);
            }
        }
        return row.refusals().isEmpty() ? Optional.of(new RowCommand.SetDs(domain, keys)) : Optional.empty();
    }

    private static void key(RowCells row, String text, List<DsKey> keys) {
        if (text.isEmpty()) {
            return;
        }
        try {
            DsKey key = DsKey.ofDnskey(text);
            if (keys.contains(key)) {
                row.refuse(Columns.DNS_KEYS, "names the key with tag " + key.tag() + " twice", "name it once");
            } else {
                keys.add(key);
            }
        } catch (IllegalArgumentException e) {
            row.refuse(Columns.DNS_KEYS, "\"" + RowCells.shown(text) + "\": " + e.getMessage(), FORM);
        }
    }
}
