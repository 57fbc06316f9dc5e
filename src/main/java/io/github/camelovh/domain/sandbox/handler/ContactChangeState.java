// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.handler;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A request to make another account a contact of a service. Times are epoch milliseconds, 0 for never. */
final class ContactChangeState {

    /** The states, with the names that the API uses. */
    enum State {
        todo,
        validatingByCustomers,
        doing,
        done,
        refused,
        expired;

        boolean isOpen() {
            return this == todo || this == validatingByCustomers || this == doing;
        }
    }

    long id;
    String service;
    /** Whether the service is a zone, not a name. */
    boolean zone;
    /** {@code contactAdmin}, {@code contactTech} or {@code contactBilling}. */
    String role;

    String asking;
    String from;
    String to;
    State state = State.todo;
    long requested;
    long finished;
    /** The token of the latest mail; null before the first mail. */
    String token;

    ObjectNode json() {
        return Json.object(
                "id", id,
                "askingAccount", asking,
                "contactTypes", List.of(role),
                "dateDone", Json.dateTime(finished),
                "dateRequest", Json.dateTime(requested),
                "fromAccount", from,
                "serviceDomain", service,
                "state", state.name(),
                "toAccount", to);
    }
}
