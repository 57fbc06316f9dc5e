// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.contact;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.api.model.Money;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What is asked for about the owner of a name: other data, or another owner.
 *
 * @param domain the name
 * @param contact path of the contact that is to be owner; null where members describe the owner
 * @param members values by member of the owner contact, {@code address.city}; an empty text takes a value away
 * @param maxPrice the most that an order may cost with tax; null for no limit of its own
 */
public record OwnerRequest(DomainName domain, String contact, Map<String, String> members, Money maxPrice) {
    public OwnerRequest {
        Objects.requireNonNull(domain);
        members = Collections.unmodifiableMap(new TreeMap<>(members));
    }

    /** Values are personal, so only their names are shown. */
    @Override
    public String toString() {
        return "OwnerRequest[" + domain + ", " + contact + ", " + members.keySet() + "]";
    }
}
