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
package io.github.camelovh.domain.app.desk;

import io.github.camelovh.domain.app.ledger.Request;
import java.util.List;

/**
 * Rows of one file about one name that change something and buy nothing.
 *
 * @param domain the name in ASCII form
 * @param rows in the order of the file; at least one
 */
public record NameRows(String domain, List<Request> rows) {
    public NameRows {
        rows = List.copyOf(rows);
    }
}
