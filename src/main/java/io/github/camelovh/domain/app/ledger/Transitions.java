// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import static io.github.camelovh.domain.app.ledger.RequestEvent.APPROVE;
import static io.github.camelovh.domain.app.ledger.RequestEvent.AWAIT;
import static io.github.camelovh.domain.app.ledger.RequestEvent.CANCEL;
import static io.github.camelovh.domain.app.ledger.RequestEvent.FAIL;
import static io.github.camelovh.domain.app.ledger.RequestEvent.FINISH;
import static io.github.camelovh.domain.app.ledger.RequestEvent.GIVE_UP;
import static io.github.camelovh.domain.app.ledger.RequestEvent.GO_ON;
import static io.github.camelovh.domain.app.ledger.RequestEvent.NEWS;
import static io.github.camelovh.domain.app.ledger.RequestEvent.ORDER;
import static io.github.camelovh.domain.app.ledger.RequestEvent.PLAN;
import static io.github.camelovh.domain.app.ledger.RequestEvent.PLAN_AGAIN;
import static io.github.camelovh.domain.app.ledger.RequestEvent.PUT_BACK;
import static io.github.camelovh.domain.app.ledger.RequestEvent.PUT_OFF;
import static io.github.camelovh.domain.app.ledger.RequestEvent.REFUSE;
import static io.github.camelovh.domain.app.ledger.RequestEvent.REJECT;
import static io.github.camelovh.domain.app.ledger.RequestEvent.REPLACE;
import static io.github.camelovh.domain.app.ledger.RequestEvent.RESUME;
import static io.github.camelovh.domain.app.ledger.RequestEvent.RESUME_WAITING;
import static io.github.camelovh.domain.app.ledger.RequestEvent.START;
import static io.github.camelovh.domain.app.ledger.RequestEvent.SUPPLY;
import static io.github.camelovh.domain.app.ledger.RequestState.APPROVED;
import static io.github.camelovh.domain.app.ledger.RequestState.AWAITING;
import static io.github.camelovh.domain.app.ledger.RequestState.CANCELLED;
import static io.github.camelovh.domain.app.ledger.RequestState.DONE;
import static io.github.camelovh.domain.app.ledger.RequestState.EXECUTING;
import static io.github.camelovh.domain.app.ledger.RequestState.FAILED;
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
 * are pure work and are done again; {@code EXECUTING} is claimed by the next worker, who looks for traces of a purchase, and
 * compares before it sends a change, before going on; {@code AWAITING} is only watched, so it is watched again. {@code DONE},
 * {@code REFUSED}, {@code FAILED} and {@code CANCELLED} have no way out. {@code UNFINISHED} has one, when a person says so: back to
 * {@code AWAITING} where an order of a cart is known, else back to {@code EXECUTING}, with all that was noted, so that a
 * purchase is looked for and never begun anew. That of a zone file ends where a newer file of the zone comes.
 */
final class Transitions {
    private static final List<Transition> TABLE = List.of(
            new Transition(RECEIVED, PLAN, PLANNED),
            new Transition(RECEIVED, REFUSE, REFUSED),
            new Transition(RECEIVED, FINISH, DONE), // already owned
            new Transition(RECEIVED, FAIL, FAILED),
            new Transition(PLANNED, PLAN, PLANNED), // asked for its price again
            new Transition(PLANNED, REFUSE, REFUSED),
            new Transition(PLANNED, FINISH, DONE),
            new Transition(PLANNED, FAIL, FAILED),
            new Transition(PLANNED, APPROVE, APPROVED),
            new Transition(RECEIVED, CANCEL, CANCELLED),
            new Transition(PLANNED, CANCEL, CANCELLED),
            new Transition(PLANNED, REJECT, CANCELLED),
            new Transition(APPROVED, CANCEL, CANCELLED),
            new Transition(APPROVED, START, EXECUTING), // written before anything is sent
            new Transition(APPROVED, REFUSE, REFUSED),
            new Transition(EXECUTING, START, EXECUTING), // taken over from a worker whose lease ended
            new Transition(EXECUTING, PUT_BACK, APPROVED),
            new Transition(EXECUTING, PUT_OFF, APPROVED),
            new Transition(EXECUTING, PLAN_AGAIN, RECEIVED), // the settings approved it, and its zone changed since
            new Transition(EXECUTING, ORDER, AWAITING),
            new Transition(EXECUTING, AWAIT, AWAITING),
            new Transition(EXECUTING, FINISH, DONE),
            new Transition(EXECUTING, REFUSE, REFUSED),
            new Transition(EXECUTING, FAIL, FAILED),
            new Transition(EXECUTING, GIVE_UP, UNFINISHED),
            new Transition(AWAITING, NEWS, AWAITING),
            new Transition(AWAITING, SUPPLY, AWAITING),
            new Transition(AWAITING, GO_ON, APPROVED), // a change of several steps
            new Transition(AWAITING, FINISH, DONE),
            new Transition(AWAITING, REFUSE, REFUSED), // called off by somebody else; nothing is changed
            new Transition(AWAITING, FAIL, FAILED),
            new Transition(AWAITING, GIVE_UP, UNFINISHED),
            new Transition(UNFINISHED, RESUME, EXECUTING),
            new Transition(UNFINISHED, RESUME_WAITING, AWAITING),
            new Transition(UNFINISHED, REPLACE, CANCELLED)); // a newer file says what its zone should be

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
