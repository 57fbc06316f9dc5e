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

import io.github.camelovh.domain.api.OvhApi;
import io.github.camelovh.domain.api.model.DomainName;
import java.util.Optional;

/** Whether an owner change of a name is under way; whether it is needed, its caller knows. Thread-safe. */
final class TradeHoldings implements Holdings {
    private final HoldingCalls calls;

    TradeHoldings(OvhApi api) {
        this.calls = new HoldingCalls(api);
    }

    @Override
    public boolean owns(DomainName name) {
        return false;
    }

    @Override
    public Optional<String> underWay(DomainName name) {
        return calls.openTrade(name).map(HoldingCalls::sentence);
    }

    @Override
    public void ordered(DomainName name, long orderId) {
        // asked anew each time
    }
}
