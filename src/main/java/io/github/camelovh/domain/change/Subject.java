// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.change;

import io.github.camelovh.domain.api.model.DomainName;

/**
 * What a change is about. The operation fills it in; what carries a change out knows its name from its request.
 *
 * @param domain the name or zone; null before it is filled in
 * @param orderId the order that was made for it; null if there is none, or it is not known
 */
public record Subject(DomainName domain, Long orderId) {
    static final Subject NONE = new Subject(null, null);

    /** The same of this name or zone. */
    public Subject of(DomainName name) {
        return new Subject(name, orderId);
    }

    Subject of(long order) {
        return new Subject(domain, order);
    }

    /** The same result, with the order that was made for it. */
    public static ExecutionResult ofOrder(long order, ExecutionResult result) {
        return result.about(result.about().of(order));
    }
}
