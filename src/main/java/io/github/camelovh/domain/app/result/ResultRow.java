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
package io.github.camelovh.domain.app.result;

import io.github.camelovh.domain.api.model.Money;
import java.util.List;
import java.util.Objects;

/**
 * A row at its end.
 *
 * @param line line of the file
 * @param action what was asked; may be empty on a refused row
 * @param domain the name in ASCII form; on a refused row whatever stood there
 * @param cells the input cells, secrets masked
 * @param state how it ended
 * @param orderId the order that was made for it; null if none
 * @param priceWithTax what that order costs with tax; null if there is no order or its price is unknown
 * @param reason what happened, in words; null if there is nothing to say
 * @param whatToDo what the operator may do about it; null if nothing
 */
public record ResultRow(
        long line,
        String action,
        String domain,
        List<String> cells,
        ResultState state,
        Long orderId,
        Money priceWithTax,
        String reason,
        String whatToDo) {
    public ResultRow {
        Objects.requireNonNull(action);
        Objects.requireNonNull(domain);
        cells = List.copyOf(cells);
        Objects.requireNonNull(state);
    }
}
