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
import io.github.camelovh.domain.renewal.RenewalMode;
import java.util.Optional;

/** Understands {@code set-auto-renew} rows. */
final class RenewalModeParser implements RowParser {
    @Override
    public Optional<RowCommand> parse(RowCells row, ReadOptions options) {
        DomainName domain = CellReading.domain(row);
        String written = row.text(Columns.RENEWAL);
        Optional<RenewalMode> mode = RenewalMode.of(written);
        if (mode.isEmpty()) {
            row.refuse(
                    Columns.RENEWAL,
                    written.isEmpty() ? "is empty" : "\"" + RowCells.shown(written) + "\" is no way to renew",
                    "write one of: " + String.join(", ", RenewalMode.words()));
        }
        return row.refusals().isEmpty()
                ? Optional.of(new RowCommand.SetRenewal(domain, mode.orElseThrow()))
                : Optional.empty();
    }
}
