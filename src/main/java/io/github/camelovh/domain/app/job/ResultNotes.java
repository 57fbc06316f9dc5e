// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import io.github.camelovh.domain.app.ledger.Ledger;
import io.github.camelovh.domain.app.ledger.MoveNotes;
import io.github.camelovh.domain.app.ledger.Request;
import io.github.camelovh.domain.app.ledger.RequestEvent;
import io.github.camelovh.domain.change.ExecutionResult;
import java.time.Clock;
import java.util.List;

/** Notes in the ledger how far a row came. Thread-safe. */
final class ResultNotes {
    private final Ledger ledger;
    private final RetryPolicy retries;
    private final Clock clock;

    ResultNotes(Ledger ledger, RetryPolicy retries, Clock clock) {
        this.ledger = ledger;
        this.retries = retries;
        this.clock = clock;
    }

    void note(Request row, ExecutionResult result) {
        result.match(new ExecutionResult.Cases<Void>() {
            @Override
            public Void done(ExecutionResult.Done done) {
                return end(row, RequestEvent.FINISH, MoveNotes.why(done.sentence()));
            }

            @Override
            public Void sent(ExecutionResult.Sent sent) {
                return end(
                        row,
                        RequestEvent.AWAIT,
                        MoveNotes.why(sent.sentence()).knowing(new AwaitedTasks(sent.tasks(), false).json()));
            }

            @Override
            public Void later(ExecutionResult.Later later) {
                if (row.byCart()) {
                    return end(row, RequestEvent.AWAIT, MoveNotes.why(later.sentence()));
                }
                return end(
                        row,
                        RequestEvent.AWAIT,
                        MoveNotes.why(later.sentence())
                                .knowing(new AwaitedTasks(later.tasks(), true).json())
                                .remembering(RepairProgress.of(row.memo())
                                        .atStep(later.step())
                                        .json())
                                .notBefore(clock.instant().plus(later.pause())));
            }

            @Override
            public Void ordered(ExecutionResult.Ordered ordered) {
                return row.byCart() ? cartOrdered(row, ordered) : orderedOtherwise(row, ordered);
            }

            @Override
            public Void stuck(ExecutionResult.Stuck stuck) {
                return end(row, RequestEvent.GIVE_UP, MoveNotes.why(stuck.why()).toDo(stuck.whatToDo()));
            }

            @Override
            public Void refused(ExecutionResult.Refused refused) {
                // A person who approved a plan has to see that another one is needed; the settings can judge that one
                // too.
                if (ledger.zones().planAgain(row.claim(), refused.why())) {
                    return null;
                }
                return end(
                        row, RequestEvent.REFUSE, MoveNotes.why(refused.why()).toDo(refused.whatToDo()));
            }

            @Override
            public Void failed(ExecutionResult.Failed failed) {
                return end(row, RequestEvent.FAIL, MoveNotes.why(failed.why()).toDo(failed.whatToDo()));
            }

            @Override
            public Void again(ExecutionResult.Again again) {
                return again.nothingWasDone()
                        ? againOrFailed(row, again.why())
                        : ResultNotes.this.again(row, again.why());
            }

            @Override
            public Void putOff(ExecutionResult.PutOff putOff) {
                retries.putOff(row.claim(), putOff.why(), putOff.pause());
                return null;
            }
        });
    }

    /** Its name is awaited, also where somebody else ordered it and nobody knows the order. */
    private Void cartOrdered(Request row, ExecutionResult.Ordered ordered) {
        String what = "ordered, order " + ordered.orderId()
                + (ordered.priceWithTax() == null ? "" : " for " + ordered.priceWithTax())
                + (ordered.payByHand() ? ", not paid yet" : "");
        MoveNotes notes = MoveNotes.why(what).order(ordered.orderId(), ordered.priceWithTax());
        return end(
                row,
                RequestEvent.ORDER,
                ordered.payByHand() ? notes.toDo("pay order " + ordered.orderId() + "; the name comes after") : notes);
    }

    private Void orderedOtherwise(Request row, ExecutionResult.Ordered ordered) {
        String price = ordered.priceWithTax() == null ? "" : " for " + ordered.priceWithTax() + " with tax";
        MoveNotes notes = MoveNotes.why("ordered" + price)
                .order(ordered.orderId(), ordered.priceWithTax())
                .remembering(
                        RepairProgress.of(row.memo()).atStep(ordered.step()).json());
        return ordered.payByHand()
                ? end(row, RequestEvent.GIVE_UP, notes.toDo("pay order " + ordered.orderId() + "; then " + goOn(row)))
                : end(
                        row,
                        RequestEvent.AWAIT,
                        notes.knowing(new AwaitedTasks(List.of(), true).json())
                                .notBefore(clock.instant().plus(ordered.pause())));
    }

    /** What passes is never the end: nobody knows how much was done, and a person may take it up. */
    Void again(Request row, String error) {
        return retries.putBack(row.claim(), error)
                ? null
                : end(row, RequestEvent.GIVE_UP, MoveNotes.why(error).toDo(goOn(row)));
    }

    private Void againOrFailed(Request row, String error) {
        return retries.putBack(row.claim(), error)
                ? null
                : end(row, RequestEvent.FAIL, MoveNotes.why(error).toDo("look at the reason, then drop the row again"));
    }

    /** What helps on a row that was not seen to its end. */
    static String goOn(Request row) {
        return "look at the reason; then drop a file with a row \"fix," + row.domain()
                + "\", which does only what is left, or import the same file again";
    }

    Void end(Request row, RequestEvent event, MoveNotes notes) {
        ledger.claims().advance(row.claim(), event, notes);
        return null;
    }
}
