// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import java.util.List;

/** The kinds of work that are shared out by leases. */
public enum WorkKind {
    /** To buy: what others left in {@code BUYING} first, so that open questions are settled soon, then what is approved. */
    PURCHASE(true, List.of(RequestState.BUYING, RequestState.APPROVED)),
    /** To watch an order until the name is delivered. */
    DELIVERY(true, List.of(RequestState.ORDERED)),
    /** To change what costs nothing: what others left in {@code CHANGING} first, then what is approved. */
    CHANGE(false, List.of(RequestState.CHANGING, RequestState.APPROVED)),
    /** To watch what the registry was asked for until it is done. */
    OUTCOME(false, List.of(RequestState.AWAITING));

    private final boolean buys;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable; its type does not say so
    private final List<RequestState> states;

    WorkKind(boolean buys, List<RequestState> states) {
        this.buys = buys;
        this.states = states;
    }

    /** Whether it is done for rows that buy something, or for those that do not. */
    boolean buys() {
        return buys;
    }

    List<RequestState> states() {
        return states;
    }

    /** What happens to a row that is taken for it; rows that are only watched stay as they are. */
    RequestEvent taking() {
        return buys ? RequestEvent.START : RequestEvent.CHANGE;
    }
}
