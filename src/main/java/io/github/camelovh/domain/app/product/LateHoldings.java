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
package io.github.camelovh.domain.app.product;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.order.Holdings;
import java.util.Optional;
import java.util.function.Supplier;

/** The account's holdings for workflows that name them before the connection to the account exists. Thread-safe. */
final class LateHoldings implements Holdings {
    private final Supplier<? extends Holdings> account;

    LateHoldings(Supplier<? extends Holdings> account) {
        this.account = account;
    }

    @Override
    public boolean owns(DomainName name) {
        return account.get().owns(name);
    }

    @Override
    public Optional<String> underWay(DomainName name) {
        return account.get().underWay(name);
    }

    @Override
    public void ordered(DomainName name, long orderId) {
        account.get().ordered(name, orderId);
    }
}
