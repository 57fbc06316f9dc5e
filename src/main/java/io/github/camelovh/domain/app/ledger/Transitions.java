// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import static io.github.camelovh.domain.app.ledger.RequestEvent.APPROVE;
import static io.github.camelovh.domain.app.ledger.RequestEvent.AWAIT;
import static io.github.camelovh.domain.app.ledger.RequestEvent.CANCEL;
import static io.github.camelovh.domain.app.ledger.RequestEvent.CHANGE;
import static io.github.camelovh.domain.app.ledger.RequestEvent.FAIL;
import static io.github.camelovh.domain.app.ledger.RequestEvent.FINISH;
import static io.github.camelovh.domain.app.ledger.RequestEvent.GIVE_UP;
import static io.github.camelovh.domain.app.ledger.RequestEvent.GO_ON;
import static io.github.camelovh.domain.app.ledger.RequestEvent.NEWS;
import static io.github.camelovh.domain.app.ledger.RequestEvent.ORDER;
import static io.github.camelovh.domain.app.ledger.RequestEvent.PLAN;
import static io.github.camelovh.domain.app.ledger.RequestEvent.PUT_BACK;
import static io.github.camelovh.domain.app.ledger.RequestEvent.PUT_OFF;
import static io.github.camelovh.domain.app.ledger.RequestEvent.REFUSE;
import static io.github.camelovh.domain.app.ledger.RequestEvent.REJECT;
import static io.github.camelovh.domain.app.ledger.RequestEvent.RESUME_CHANGE;
import static io.github.camelovh.domain.app.ledger.RequestEvent.RESUME_DELIVERY;
import static io.github.camelovh.domain.app.ledger.RequestEvent.RESUME_PURCHASE;
import static io.github.camelovh.domain.app.ledger.RequestEvent.START;
import static io.github.camelovh.domain.app.ledger.RequestEvent.SUPPLY;
import static io.github.camelovh.domain.app.ledger.RequestState.APPROVED;
import static io.github.camelovh.domain.app.ledger.RequestState.AWAITING;
import static io.github.camelovh.domain.app.ledger.RequestState.BUYING;
import static io.github.camelovh.domain.app.ledger.RequestState.CANCELLED;
import static io.github.camelovh.domain.app.ledger.RequestState.CHANGING;
import static io.github.camelovh.domain.app.ledger.RequestState.DONE;
import static io.github.camelovh.domain.app.ledger.RequestState.FAILED;
import static io.github.camelovh.domain.app.ledger.RequestState.ORDERED;
import static io.github.camelovh.domain.app.ledger.RequestState.PLANNED;
import static io.github.camelovh.domain.app.ledger.RequestState.RECEIVED;
import static io.github.camelovh.domain.app.ledger.RequestState.REFUSED;
import static io.github.camelovh.domain.app.ledger.RequestState.UNFINISHED;

import java.util.List;
import java.util.Optional;

/**
 * The whole life of a request, in one table. What is not in it does not happen.
 *
 * <p>What becomes of work whose owner died follows from the state it is found in: {@code RECEIVED} and {@code PLANNED}
 * are pure work and are done again; {@code BUYING} is claimed by the next worker, who looks for traces of the purchase
 * before going on; {@code CHANGING} likewise, and what is as wished already is not sent again; {@code ORDERED} and
 * {@code AWAITING} are only watched, so they are watched again. {@code DONE}, {@code REFUSED}, {@code FAILED} and
 * {@code CANCELLED} have no way out. {@code UNFINISHED} has one, on a person's word: back to {@code ORDERED} where an order is known, else back to
 * {@code BUYING}, with all that was noted, so that the purchase is looked for and never begun anew; a row that buys
 * nothing back to {@code CHANGING}.
 */
public final class Transitions {
    private static final boolean EFFECT_FOLLOWS = true;
    private static final boolean NO_EFFECT = false;

    private static final List<Transition> TABLE = List.of(
            new Transition(RECEIVED, PLAN, PLANNED, NO_EFFECT),
            new Transition(RECEIVED, REFUSE, REFUSED, NO_EFFECT),
            new Transition(RECEIVED, FINISH, DONE, NO_EFFECT), // already owned
            new Transition(RECEIVED, FAIL, FAILED, NO_EFFECT),
            new Transition(PLANNED, PLAN, PLANNED, NO_EFFECT), // asked for its price again
            new Transition(PLANNED, REFUSE, REFUSED, NO_EFFECT),
            new Transition(PLANNED, FINISH, DONE, NO_EFFECT),
            new Transition(PLANNED, FAIL, FAILED, NO_EFFECT),
            new Transition(PLANNED, APPROVE, APPROVED, NO_EFFECT),
            new Transition(RECEIVED, CANCEL, CANCELLED, NO_EFFECT),
            new Transition(PLANNED, CANCEL, CANCELLED, NO_EFFECT),
            new Transition(PLANNED, REJECT, CANCELLED, NO_EFFECT),
            new Transition(APPROVED, CANCEL, CANCELLED, NO_EFFECT),
            new Transition(APPROVED, START, BUYING, EFFECT_FOLLOWS),
            new Transition(APPROVED, REFUSE, REFUSED, NO_EFFECT),
            new Transition(BUYING, START, BUYING, EFFECT_FOLLOWS), // taken over from a worker whose lease ended
            new Transition(BUYING, PUT_BACK, APPROVED, NO_EFFECT),
            new Transition(BUYING, PUT_OFF, APPROVED, NO_EFFECT),
            new Transition(BUYING, ORDER, ORDERED, NO_EFFECT),
            new Transition(BUYING, FINISH, DONE, NO_EFFECT),
            new Transition(BUYING, REFUSE, REFUSED, NO_EFFECT),
            new Transition(BUYING, FAIL, FAILED, NO_EFFECT),
            new Transition(BUYING, GIVE_UP, UNFINISHED, NO_EFFECT),
            new Transition(ORDERED, NEWS, ORDERED, NO_EFFECT),
            new Transition(ORDERED, SUPPLY, ORDERED, NO_EFFECT),
            new Transition(ORDERED, FINISH, DONE, NO_EFFECT),
            new Transition(ORDERED, FAIL, FAILED, NO_EFFECT),
            new Transition(ORDERED, GIVE_UP, UNFINISHED, NO_EFFECT),
            new Transition(APPROVED, CHANGE, CHANGING, EFFECT_FOLLOWS),
            new Transition(CHANGING, CHANGE, CHANGING, EFFECT_FOLLOWS), // taken over from a worker whose lease ended
            new Transition(CHANGING, PUT_BACK, APPROVED, NO_EFFECT),
            new Transition(CHANGING, PUT_OFF, APPROVED, NO_EFFECT),
            new Transition(CHANGING, AWAIT, AWAITING, NO_EFFECT),
            new Transition(CHANGING, FINISH, DONE, NO_EFFECT),
            new Transition(CHANGING, REFUSE, REFUSED, NO_EFFECT),
            new Transition(CHANGING, FAIL, FAILED, NO_EFFECT),
            new Transition(CHANGING, GIVE_UP, UNFINISHED, NO_EFFECT),
            new Transition(AWAITING, NEWS, AWAITING, NO_EFFECT),
            new Transition(AWAITING, SUPPLY, AWAITING, NO_EFFECT),
            new Transition(AWAITING, GO_ON, APPROVED, NO_EFFECT), // a change of several steps
            new Transition(AWAITING, FINISH, DONE, NO_EFFECT),
            new Transition(AWAITING, FAIL, FAILED, NO_EFFECT),
            new Transition(AWAITING, GIVE_UP, UNFINISHED, NO_EFFECT),
            new Transition(UNFINISHED, RESUME_CHANGE, CHANGING, EFFECT_FOLLOWS),
            new Transition(UNFINISHED, RESUME_PURCHASE, BUYING, EFFECT_FOLLOWS),
            new Transition(UNFINISHED, RESUME_DELIVERY, ORDERED, NO_EFFECT));

    private Transitions() {}

    /** Every way there is, in the order of a request's life. */
    public static List<Transition> all() {
        return TABLE;
    }

    /**
     * Where an event leads.
     *
     * @return empty where this event cannot happen in this state
     */
    public static Optional<Transition> of(RequestState from, RequestEvent event) {
        return TABLE.stream()
                .filter(t -> t.from() == from && t.event() == event)
                .findFirst();
    }
}
