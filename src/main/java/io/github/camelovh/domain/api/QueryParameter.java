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
package io.github.camelovh.domain.api;

import java.util.Objects;

/**
 * One name and value of a query, not yet encoded. The same name may occur several times in a call. An empty value is
 * sent as {@code name=}.
 *
 * @param name never null
 * @param value never null; may be a secret, so it is left out of {@link #toString()}
 */
public record QueryParameter(String name, String value) {
    public QueryParameter {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
    }

    @Override
    public String toString() {
        return name + "=...";
    }
}
