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
package io.github.camelovh.domain.transfer;

import io.github.camelovh.domain.api.model.Money;
import java.util.List;

/**
 * Whether a name can come to OVHcloud now.
 *
 * @param domain the name in ASCII form
 * @param transferable whether its transfer can be ordered
 * @param reasons why not, one sentence each; never null
 * @param priceWithoutTax what it costs; null where it is not on offer
 * @param currentNameServers that answer for it now, as far as OVHcloud tells; never null
 */
public record TransferCheck(
        String domain,
        boolean transferable,
        List<String> reasons,
        Money priceWithoutTax,
        List<String> currentNameServers) {
    public TransferCheck {
        reasons = List.copyOf(reasons);
        currentNameServers = List.copyOf(currentNameServers);
    }
}
