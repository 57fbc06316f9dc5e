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
package io.github.camelovh.domain.order;

import io.github.camelovh.domain.api.model.DomainName;
import java.util.Optional;

/** What the account has already: the first question of every purchase. Thread-safe. */
public interface Holdings {

    /** Whether the account holds this name. */
    boolean owns(DomainName name);

    /** A sentence about the open task or order for this name that buying would double; empty when there is none. */
    Optional<String> underWay(DomainName name);

    /** Tells that a name was ordered just now, so that an aged picture of the account is not believed about it. */
    void ordered(DomainName name, long orderId);
}
