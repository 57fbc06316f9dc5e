// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

/** What happens to a request; see {@link Transitions} for where each may happen and what it leads to. */
public enum RequestEvent {
    /** What it costs or changes became known. */
    PLAN,
    /** The plan that holds it was approved. */
    APPROVE,
    /** The plan that holds it was rejected. */
    REJECT,
    /** It will not be begun: a person cancelled its file, or a newer version of the file came. */
    CANCEL,
    /** It was not seen to its end, and a newer file says what its zone should be. */
    REPLACE,
    /** A worker took it, for the first time or after another worker's lease ended. */
    START,
    /** The worker gives it back without having done it. */
    PUT_BACK,
    /** The worker gives it back through no fault of its own: it waits for something slow, for keys, or for another worker. */
    PUT_OFF,
    /** The settings approved its plan, and what it compares with is another thing by now: it is planned anew. */
    PLAN_AGAIN,
    /** The order exists. */
    ORDER,
    /** The change was sent, and takes its time. */
    AWAIT,
    /** Something else is known about what is awaited. */
    NEWS,
    /** A person gave what was missing, while it is watched. */
    SUPPLY,
    /** What was awaited has happened, or its time has come, and there is more to do. */
    GO_ON,
    /** The aim is reached. */
    FINISH,
    /** It will not be done, because of the file, the limits or the price. */
    REFUSE,
    /** The API said no for good. */
    FAIL,
    /** It is unknown, or takes too long: a person must look. */
    GIVE_UP,
    /** A person asks to look again at what was not seen to its end, and to do what is left. */
    RESUME,
    /** A person asks to go on waiting for an order. */
    RESUME_WAITING
}
