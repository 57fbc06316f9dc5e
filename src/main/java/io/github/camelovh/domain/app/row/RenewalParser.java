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
import io.github.camelovh.domain.api.model.Money;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** Understands {@code renew} rows. */
final class RenewalParser implements RowParser {
    @Override
    public Optional<RowCommand> parse(RowCells row, ReadOptions options) {
        DomainName domain = CellReading.domain(row);
        String period = CellReading.period(row);
        Money maxPrice = CellReading.maxPrice(row, options.currency());
        LocalDate expiry = CellReading.expiry(row);
        Set<Long> acknowledged = CellReading.acknowledgedOrders(row);
        return row.refusals().isEmpty()
                ? Optional.of(new RowCommand.Renew(domain, period, expiry, maxPrice, acknowledged))
                : Optional.empty();
    }
}
