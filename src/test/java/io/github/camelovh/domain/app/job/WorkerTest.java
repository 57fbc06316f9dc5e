// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.api.model.DomainName;
import io.github.camelovh.domain.app.ledger.BudgetLimits;
import io.github.camelovh.domain.app.ledger.LedgerFaults;
import io.github.camelovh.domain.app.ledger.LedgerPurchaseJournal;
import io.github.camelovh.domain.app.ledger.LedgerSettings;
import io.github.camelovh.domain.app.ledger.PlanFigures;
import io.github.camelovh.domain.app.ledger.RequestState;
import io.github.camelovh.domain.order.PurchaseFacts;
import io.github.camelovh.domain.order.PurchaseOutcome;
import io.github.camelovh.domain.order.PurchaseStep;
import java.time.Clock;
import java.util.Iterator;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorkerTest extends WorkerFixture {
    private static final DomainName NAME = DomainName.of("example.com");

    @Test
    void doesOnlyWhatItIsToldToDo() {
        approved(1, "other.com");
        long file = approved(2, "mine.com");
        Worker worker = worker(LIMITED);

        assertThat(worker.approved().hasNext()).isFalse();
        worker.workOn(file);
        Iterator<NameRows> mine = worker.approved();
        assertThat(mine.next().domain()).isEqualTo("mine.com");
        assertThat(mine.hasNext()).isFalse();
        worker.workOnAllFiles();
        assertThat(worker.approved().next().domain()).isEqualTo("other.com");
    }

    /** As when Camel's splitter breaks: the names that waited for a thread are handed out again, and done once. */
    @Test
    void namesThatNoThreadBeganAreGivenBack() {
        long file = approved(1, "dropped.com");
        Worker worker = worker(LIMITED);
        worker.workOn(file);
        NameRows dropped = worker.approved().next();
        worker.stayAlive();
        assertThat(worker.approved().hasNext()).isFalse();

        nanos.addAndGet(LedgerSettings.DEFAULT_LEASE.toNanos());
        worker.stayAlive();
        NameRows again = worker.approved().next();

        assertThat(again.domain()).isEqualTo("dropped.com");
        worker.execute(dropped);
        assertThat(bought).as("what was given back is done by nobody").isEmpty();
        answers(new PurchaseOutcome.AlreadyOwned(NAME));
        worker.execute(again);
        assertThat(bought).hasSize(1);
        assertThat(held.all()).isEmpty();
    }

    /** How the row ended could not be noted; it is not left to its lease. */
    @Test
    void aRowOfAFailedDatabaseIsTakenAgainOnceItAnswers() {
        long file = approved(1, "again.com");
        Worker worker = worker(LIMITED);
        worker.workOn(file);
        answers.add(() -> {
            throw LedgerFaults.unavailable("the database is away");
        });
        worker.execute(worker.approved().next());

        NameRows again = worker.approved().next();

        assertThat(again.domain()).isEqualTo("again.com");
        answers(new PurchaseOutcome.AlreadyOwned(NAME));
        worker.execute(again);
        assertThat(bought).hasSize(2);
        assertThat(worker.approved().hasNext()).isFalse();
    }

    /** Camel's splitter asks once more after the end, with nobody left to buy what it would be given. */
    @Test
    void takesNoRowForARoundThatIsOver() {
        Worker worker = worker(LIMITED);
        worker.workOnAllFiles();
        Iterator<NameRows> over = worker.approved();
        assertThat(over.hasNext()).isFalse();

        long file = approved(1, "late.com");

        assertThat(over.hasNext()).isFalse();
        assertThat(only(file).state()).isEqualTo(RequestState.APPROVED);
        assertThat(worker.approved().next().domain()).isEqualTo("late.com");
    }

    @Test
    void aRowThatIsNotUnderstoodAnyMoreIsRefusedAndTheNextIsBought() {
        String terms = "premium false, aftermarket false";
        long file = planned(
                1,
                "dollars.com",
                new PlanFigures(PRICE, PRICE, "create-default", "P1Y", terms),
                ",\"maxPrice\":\"50 EUR\"");
        ledger.plans().approve(file, ledger.files().find(file).orElseThrow().planCode(), "tester");
        approved(2, "next.com", BudgetLimits.none(), terms);
        answers(new PurchaseOutcome.AlreadyOwned(NAME));

        workOff(worker(LIMITED, "USD", Map.of(), Clock.systemUTC()));

        assertThat(bought).extracting(purchase -> purchase.domain().ascii()).containsExactly("next.com");
        assertThat(only(file).state()).isEqualTo(RequestState.REFUSED);
        assertThat(only(file).outcome()).contains("not understood any more");
    }

    @Test
    void steppingAsideForAnotherWorkerIsNoOrder() {
        long file = approved(1, "aside.com");
        answers(new PurchaseOutcome.UnderWay(NAME, "another thread is buying aside.com", null));

        workOff(worker(LIMITED));

        assertThat(only(file).state()).isEqualTo(RequestState.APPROVED);
        assertThat(only(file).dueAt()).isNotNull();
    }

    @Test
    void whatIsFoundUnderWayIsAwaited() {
        long file = approved(1, "under-way.com");
        answers.add(() -> {
            new LedgerPurchaseJournal(ledger, held)
                    .enter(keyOf(file), PurchaseStep.UNDER_WAY, PurchaseFacts.fromJson("{\"reasons\":[]}"));
            return new PurchaseOutcome.UnderWay(NAME, "task 5 creates it", null);
        });

        workOff(worker(LIMITED));

        assertThat(only(file).state()).isEqualTo(RequestState.AWAITING);
        assertThat(only(file).facts()).as("the purchase's own").contains("reasons");
    }

    @Test
    void whatMayHaveBeenOrderedWaitsForAPerson() {
        long file = approved(1, "unknown.com");
        answersAfterReserving(
                file, new PurchaseOutcome.Unfinished(NAME, "no answer to its checkout", "look at the orders", false));

        workOff(worker(LIMITED));

        assertThat(only(file).state()).isEqualTo(RequestState.UNFINISHED);
        assertThat(only(file).whatToDo()).isEqualTo("look at the orders");
        assertThat(budget(file).standing("EUR").inRun())
                .as("its money stays set aside")
                .isEqualTo(PRICE);
    }

    @Test
    void aPassingFaultIsTriedAgainAndFailsAfterTheLastTry() {
        long file = approved(1, "busy.com");
        for (int hours = 3; hours > 0; hours--) {
            answers(new PurchaseOutcome.Failed(NAME, "the server is busy", true));
            workOnce(hours);
        }

        assertThat(only(file).state()).isEqualTo(RequestState.FAILED);
        assertThat(bought).hasSize(3);
    }

    @Test
    void whatBreaksOffIsNeverClosedUnseen() {
        long file = approved(1, "broken.com");
        for (int hours = 3; hours > 0; hours--) {
            answers.add(() -> {
                throw new IllegalStateException("a fault of ours");
            });
            workOnce(hours);
        }

        assertThat(only(file).state()).isEqualTo(RequestState.UNFINISHED);
        assertThat(only(file).outcome()).contains("a fault of ours");
        assertThat(held.all()).as("what it held was given back").isEmpty();
    }
}
