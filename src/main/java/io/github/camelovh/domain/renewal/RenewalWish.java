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
package io.github.camelovh.domain.renewal;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.Money;
import io.github.camelovh.domain.order.PurchaseKey;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;

/**
 * The wish to renew a name once, beyond the expiry that the wisher saw.
 *
 * @param domain the name
 * @param expiry when it expires now; where it expires later already, it was renewed
 * @param period ISO 8601, for example {@code P1Y}
 * @param maxPriceWithTax the most that may be paid for all that is renewed together; null = no limit of its own
 * @param acknowledgedOrders orders that name it and are known to be no renewal beyond this expiry
 */
public record RenewalWish(
        DomainName domain, LocalDate expiry, String period, Money maxPriceWithTax, Set<Long> acknowledgedOrders) {
    public RenewalWish {
        Objects.requireNonNull(domain);
        Objects.requireNonNull(expiry);
        Objects.requireNonNull(period);
        acknowledgedOrders = Set.copyOf(acknowledgedOrders);
    }

    /** The same for the same name and expiry, today and on another machine. */
    public PurchaseKey key() {
        return new PurchaseKey("camel-ovh-domain renew " + expiry + " " + domain.ascii());
    }
}
