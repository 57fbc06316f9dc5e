// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.sandbox.server;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Applies a fault to a call. */
final class Mishap {

    private Mishap() {}

    /**
     * The answer to a call that a fault hits.
     *
     * @param call executes the call; not run if the fault comes before the effect
     * @param later takes a call that is executed later
     */
    static Served around(Fault fault, Supplier<Served> call, Consumer<Supplier<Served>> later) {
        return switch (fault.kind()) {
            case STATUS -> Served.json(status(fault.status()));
            case HTML_408 ->
                Served.html(
                        408,
                        "<html><body><h1>408 Request Time-out</h1>\nYour browser didn't send a complete "
                                + "request in time.\n</body></html>\n");
            case RESET -> Served.cut();
            case TOO_MANY ->
                Served.json(tooMany(
                        fault.retryAfter() == null ? null : fault.retryAfter().longValue()));
            case DELAY -> {
                pause(fault.delay());
                yield call.get();
            }
            case DELAY_AFTER -> {
                Served served = call.get();
                pause(fault.delay());
                yield served;
            }
            case ANSWER_LOST -> call.get().lost();
            case LATE -> {
                later.accept(call);
                yield Served.cut();
            }
            case GARBAGE -> call.get().halved();
            case ID_ZERO -> call.get().withIdsZero();
        };
    }

    /** 429; {@code retryAfter} in seconds, or null for no header. */
    static SandboxAnswer tooMany(Long retryAfter) {
        SandboxAnswer answer =
                SandboxAnswer.error(429, "Client::TooManyRequests", "Too many requests, please retry later");
        return retryAfter == null ? answer : answer.withHeader("Retry-After", String.valueOf(retryAfter));
    }

    static SandboxAnswer status(int status) {
        return status >= 500
                ? SandboxAnswer.error(status, "Server::InternalServerError", "Internal server error")
                : SandboxAnswer.error(status, "Client::Fault", "Refused on request of a test");
    }

    static void pause(Duration wait) {
        if (wait.isZero()) {
            return;
        }
        try {
            Thread.sleep(wait.toMillis());
        } catch (InterruptedException e) {
            // The server is closing: nobody waits for this answer any more.
            Thread.currentThread().interrupt();
        }
    }
}
