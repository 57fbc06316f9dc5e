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
import java.util.Optional;

/** Understands {@code lock}, {@code unlock}, {@code auth-code} and {@code release} rows. */
final class LeaveParser implements RowParser {
    private final String action;

    LeaveParser(String action) {
        this.action = action;
    }

    @Override
    public Optional<RowCommand> parse(RowCells row, ReadOptions options) {
        DomainName domain = CellReading.domain(row);
        if (!row.isEmpty(Columns.AUTH_CODE)) {
            row.refuse(Columns.AUTH_CODE, "the code comes from OVHcloud, not from the file", "empty the cell");
        }
        boolean tagged = !row.isEmpty(Columns.TAG);
        if (tagged && !action.equals(RowCommand.Leave.RELEASE)) {
            row.refuse(Columns.TAG, "is for releases", "empty the cell");
        } else if (tagged && domain != null && !domain.ascii().endsWith(".uk")) {
            row.refuse(Columns.TAG, "is for names of .uk", "empty the cell");
        }
        return row.refusals().isEmpty()
                ? Optional.of(new RowCommand.Leave(domain, action, tagged ? row.text(Columns.TAG) : null))
                : Optional.empty();
    }
}
