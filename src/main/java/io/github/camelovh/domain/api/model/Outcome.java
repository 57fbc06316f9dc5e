// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * How an operation ended that orders something, plans it or carries it out: what all kinds have in common. Its records are the kinds;
 * their JSON and their map have these members first, then those of the kind, and no member that is null.
 *
 * <p>The JSON schema of all kinds is {@code outcome.schema.json}, beside the page of the component. No member has a secret.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"outcome", "domain", "orderId", "priceWithTax", "paid", "reasons", "whatToDo"})
public interface Outcome {

    /** {@return the kind, such as {@code Ordered}; it is also the value of the header CamelOvhDomainOutcome} */
    @JsonProperty
    default String outcome() {
        return getClass().getSimpleName();
    }

    /** {@return the name or zone that it is about; null only where a program calls without a component} */
    @JsonProperty
    DomainName domain();

    /** {@return the order at OVHcloud; null where there is none, or none is known} */
    @JsonProperty
    default Long orderId() {
        return null;
    }

    /** {@return what the order costs, or would cost, tax included; null where there is none, or it is not known} */
    @JsonProperty
    default Money priceWithTax() {
        return null;
    }

    /**
     * {@return whether OVHcloud says that the order is paid; null where it did not say so by then: an order was sent to be paid, and its
     * status was not read, or OVHcloud checks the payment}
     */
    @JsonProperty
    default Boolean paid() {
        return null;
    }

    /** {@return why it ended like this, one sentence each; empty where all went as asked for} */
    @JsonProperty
    default List<String> reasons() {
        return List.of();
    }

    /** {@return what a person or a program should do next; null for nothing} */
    @JsonProperty
    default String whatToDo() {
        return null;
    }
}
