// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every database has to do for moves to be told. */
abstract class NotificationContract extends LedgerContract {
    private NotificationOutbox notices() {
        return ledger.notices();
    }

    private static List<RequestEvent> events(List<Notification> notices) {
        return notices.stream().map(notice -> notice.move().event()).toList();
    }

    private static List<Long> numbers(List<Notification> notices) {
        return notices.stream().map(Notification::number).toList();
    }

    private Request ordered(String domain) {
        Claim claim = fixture.buying(domain);
        ledger.claims()
                .advance(claim, RequestEvent.ORDER, MoveNotes.why("ordered").order(7, LedgerFixture.PRICE));
        return ledger.requests().findByDomain(domain).get(0);
    }

    private Request watched() {
        return ledger.claims().watch(true, 0, 1, "node").get(0);
    }

    @Test
    void planningApprovingAndTakingAreNotTold() {
        fixture.buying("one.fr");

        assertThat(notices().claim(10, "a")).isEmpty();
    }

    @Test
    void whatIsRefusedInAPlanIsNotToldButWhatIsRefusedLater() {
        long file = fixture.received("one.fr");
        Request row = ledger.requests().findByDomain("one.fr").get(0);
        ledger.plans().record(file, List.of(PlanResult.ended(row, RequestEvent.REFUSE, "taken", null)));
        assertThat(notices().claim(10, "a")).isEmpty();

        ledger.claims()
                .advance(
                        fixture.buying("two.fr"),
                        RequestEvent.REFUSE,
                        MoveNotes.why("dearer").toDo("look"));

        Notification told = notices().claim(10, "a").get(0);
        assertThat(told.domain()).isEqualTo("two.fr");
        assertThat(told.whatToDo()).isEqualTo("look");
        assertThat(told.move().why()).isEqualTo("dearer");
    }

    @Test
    void movesOfANameAreToldOnceInTheirOrderWithWhatWasKnownThen() {
        Request request = ordered("one.fr");
        ledger.claims().lookAgain(watched(), clock.instant(), "at the registry", null);
        ledger.claims().lookAgain(watched(), clock.instant(), "at the registry", null);
        ledger.claims()
                .advance(
                        watched().claim(),
                        RequestEvent.GIVE_UP,
                        MoveNotes.why("late").toDo("look at it"));
        ledger.plans().resume(request.fileId(), "tester");

        List<Notification> first = notices().claim(2, "a");
        assertThat(events(first)).containsExactly(RequestEvent.ORDER, RequestEvent.NEWS);
        assertThat(first.get(0).orderId()).isEqualTo(7);
        assertThat(first.get(0).line()).isEqualTo(1);
        assertThat(first.get(0).action()).isEqualTo("order");
        notices().told(numbers(first));

        List<Notification> rest = notices().claim(10, "a");
        assertThat(events(rest)).containsExactly(RequestEvent.GIVE_UP, RequestEvent.RESUME_WAITING);
        assertThat(rest).extracting(Notification::whatToDo).containsExactly("look at it", null);
        notices().told(numbers(rest));
        assertThat(notices().claim(10, "a")).isEmpty();
    }

    @Test
    void aRowThatIsGivenWhatWasMissingIsTold() {
        Request request = ordered("one.fr");
        ledger.waiting().supply(request.id(), null, memo -> memo, "a fix came");

        assertThat(events(notices().claim(10, "a"))).containsExactly(RequestEvent.ORDER, RequestEvent.SUPPLY);
    }

    @Test
    void oneTellsAtATime() {
        ordered("one.fr");

        assertThat(notices().claim(10, "a")).hasSize(1);
        assertThat(notices().claim(10, "b")).isEmpty();
        notices().giveBack("b");
        assertThat(notices().claim(10, "b")).isEmpty();
        notices().giveBack("a");
        assertThat(notices().claim(10, "b")).hasSize(1);
    }

    @Test
    void whereATellerDiedTheNextGoesOnAndNothingIsLost() {
        List<Long> all = new ArrayList<>();
        for (String name : LedgerFixture.names("n", 5)) {
            ordered(name);
        }
        List<Notification> byTheFirst = notices().claim(3, "a");
        notices().told(numbers(byTheFirst).subList(0, 1));
        all.add(byTheFirst.get(0).number());

        assertThat(notices().claim(10, "b")).isEmpty();
        clock.pass(LedgerSettings.DEFAULT_LEASE.plus(Duration.ofSeconds(1)));
        List<Notification> byTheNext = notices().claim(10, "b");

        // Two of them may have been told by the one that died: they come again under the same numbers.
        assertThat(numbers(byTheNext))
                .startsWith(numbers(byTheFirst).subList(1, 3).toArray(Long[]::new));
        all.addAll(numbers(byTheNext));
        assertThat(all).hasSize(5).doesNotHaveDuplicates().isSorted();
        assertThat(notices().claim(10, "a")).isEmpty();
    }

    @Test
    void aNewStartOfTheOnlyProcessTellsAtOnce() {
        ordered("one.fr");
        notices().claim(10, "the one that died");

        ledger.endLeasesOfTheDead();

        assertThat(notices().claim(10, "a")).hasSize(1);
    }
}
