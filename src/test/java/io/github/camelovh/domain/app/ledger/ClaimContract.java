// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import static io.github.camelovh.domain.app.ledger.LedgerFixture.PRICE;
import static io.github.camelovh.domain.app.ledger.LedgerFixture.names;
import static io.github.camelovh.domain.app.ledger.LedgerFixture.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** Claims of rows: moves, leases, sharing between workers, watching; clocks that agree. */
abstract class ClaimContract extends LedgerContract {
    @Test
    void everyDeclaredMoveIsTakenAndEveryOtherRefused() {
        int name = 0;
        for (RequestState from : RequestState.values()) {
            for (RequestEvent event : RequestEvent.values()) {
                Claim claim = in(from, "n" + ++name + ".fr");
                MoveNotes notes = MoveNotes.why("because");
                var way = Transitions.of(from, event);
                if (way.isPresent()) {
                    assertThat(ledger.claims().advance(claim, event, notes)).isInstanceOf(MoveResult.Moved.class);
                    assertThat(stateOf(claim)).isEqualTo(way.get().to());
                    List<RequestMove> history = ledger.requests().history(claim.requestId());
                    assertThat(history).hasSize(1);
                    assertThat(history.get(0).event()).isEqualTo(event);
                    assertThat(history.get(0).why()).isEqualTo("because");
                } else {
                    assertThatThrownBy(() -> ledger.claims().advance(claim, event, notes))
                            .isInstanceOf(IllegalStateException.class)
                            .hasMessageContaining("cannot " + event + " from " + from);
                    assertThat(stateOf(claim)).isEqualTo(from);
                    assertThat(ledger.requests().history(claim.requestId())).isEmpty();
                }
            }
        }
    }

    /** Put there by SQL, so that each way is tried from a state that no other way had a part in. */
    private Claim in(RequestState state, String domain) {
        Request request = only(fixture.received(domain));
        ledger.database()
                .write(handle -> handle.execute(
                        "update request set state = ?, owner = 'node', version = 7 where id = ?",
                        state.name(),
                        request.id()));
        return ledger.requests().find(request.id()).orElseThrow().claim();
    }

    @Test
    void rowsOfANameThatBuyNothingAreTakenTogetherAndByOneAlone() {
        long file = fixture.approvedChanges("one.fr", "two.fr", "one.fr");

        List<Request> first = ledger.claims().claim(OptionalLong.empty(), false, "node1");
        List<Request> second = ledger.claims().claim(OptionalLong.of(file), false, "node2");
        List<Request> none = ledger.claims().claim(OptionalLong.empty(), false, "node2");

        assertThat(first).extracting(Request::domain).containsExactly("one.fr", "one.fr");
        assertThat(first).extracting(Request::line).containsExactly(1L, 3L);
        assertThat(second).extracting(Request::domain).containsExactly("two.fr");
        assertThat(none).isEmpty();
        assertThat(ledger.claims().claim(OptionalLong.empty(), true, "node1")).isEmpty();
    }

    @Test
    void aNameThatAnotherWorkerHasIsLeftAloneUntilItsLeaseEnds() {
        fixture.approvedChanges("one.fr", "one.fr");
        List<Request> claimed = ledger.claims().claim(OptionalLong.empty(), false, "node1");
        MoveNotes later = MoveNotes.why("busy");
        ledger.claims().advance(claimed.get(0).claim(), RequestEvent.PUT_BACK, later);

        assertThat(ledger.claims().claim(OptionalLong.empty(), false, "node2")).isEmpty();
        clock.pass(LedgerSettings.DEFAULT_LEASE.plusSeconds(1));

        List<Request> taken = ledger.claims().claim(OptionalLong.empty(), false, "node2");
        assertThat(taken).hasSize(2).allMatch(row -> row.state() == RequestState.EXECUTING);
        assertThat(ledger.claims().advance(claimed.get(1).claim(), RequestEvent.FINISH, later))
                .isInstanceOf(MoveResult.Lost.class);
    }

    @Test
    void namesAreSharedOutWithoutTwoWorkersAtOne() throws Exception {
        String[] domains = new String[600];
        for (int i = 0; i < domains.length; i++) {
            domains[i] = "n" + i / 3 + ".fr";
        }
        fixture.approvedChanges(domains);
        List<Long> all = Collections.synchronizedList(new ArrayList<>());
        Set<String> inHand = ConcurrentHashMap.newKeySet();
        List<String> atOnce = Collections.synchronizedList(new ArrayList<>());

        inParallel(8, worker -> {
            List<Request> claimed;
            do {
                claimed = ledger.claims().claim(OptionalLong.empty(), false, "node" + worker % 2);
                if (!claimed.isEmpty()) {
                    String name = claimed.get(0).domain();
                    if (!inHand.add(name)) {
                        atOnce.add(name);
                    }
                    claimed.forEach(row -> all.add(row.id()));
                    List<Request> rest = claimed.subList(1, claimed.size());
                    rest.forEach(
                            row -> ledger.claims().advance(row.claim(), RequestEvent.FINISH, MoveNotes.why("done")));
                    inHand.remove(name); // before the last row is given back: from then on another may have the name
                    ledger.claims().advance(claimed.get(0).claim(), RequestEvent.FINISH, MoveNotes.why("done"));
                }
            } while (!claimed.isEmpty() || all.size() < domains.length);
        });

        assertThat(all).hasSize(domains.length).doesNotHaveDuplicates();
        assertThat(atOnce).isEmpty();
    }

    @Test
    void twoOwnersNeverGetTheSameRequest() throws Exception {
        long file = fixture.approved(names("n", 600));
        List<Long> all = Collections.synchronizedList(new ArrayList<>());

        inParallel(8, worker -> {
            List<Request> claimed;
            do {
                claimed = ledger.claims().claim(OptionalLong.empty(), true, "node" + worker % 2);
                claimed.forEach(request -> all.add(request.id()));
            } while (!claimed.isEmpty() || all.size() < 600);
        });

        assertThat(all).hasSize(600).doesNotHaveDuplicates();
        assertThat(ledger.requests().counts(file)).isEqualTo(Map.of(RequestState.EXECUTING, 600L));
    }

    @Test
    void formerOwnerOfAStolenLeaseChangesNothing() {
        long file = fixture.approved("one.fr");
        Claim old = fixture.claimOne(file, "a");
        Request asItWas = only(file);
        assertThat(ledger.claims().claim(OptionalLong.empty(), true, "b")).isEmpty();
        clock.pass(LedgerSettings.DEFAULT_LEASE.plusSeconds(1));
        Claim stolen = fixture.claimOne(file, "b");
        Request before = only(file);

        assertThat(ledger.claims().advance(old, RequestEvent.FINISH, MoveNotes.why("mine")))
                .isEqualTo(new MoveResult.Lost("one.fr is EXECUTING and held by b now"));
        assertThat(ledger.leases().extend(List.of(old))).containsExactly(old.requestId());
        assertThat(ledger.claims().enterStep(old, "CHECK_OUT", "{}")).isFalse();
        assertThat(ledger.claims().lookAgain(asItWas, clock.instant(), "mine", "{}"))
                .isFalse();
        assertThat(ledger.claims().note(old, "{}")).isFalse();
        assertThat(only(file)).isEqualTo(before);
        assertThat(ledger.requests().history(old.requestId()))
                .extracting(RequestMove::event)
                .containsExactly(RequestEvent.PLAN, RequestEvent.APPROVE, RequestEvent.START, RequestEvent.START);
        assertThat(ledger.claims()
                        .advance(stolen, RequestEvent.FINISH, MoveNotes.why("owned"))
                        .moved())
                .isTrue();
    }

    @Test
    void whatIsGivenBackIsTakenOverAtOnce() {
        long file = fixture.approved("one.fr");
        Claim old = fixture.claimOne(file, "a");

        ledger.leases().giveBack(List.of(old));

        Claim next = fixture.claimOne(file, "b");
        assertThat(next.version()).isGreaterThan(old.version());
        ledger.leases().giveBack(List.of(old));
        assertThat(ledger.claims().claim(OptionalLong.empty(), true, "c"))
                .as("a claim of before gives nothing back")
                .isEmpty();
    }

    @Test
    void onlyClaimsThatWereNotExtendedForLongerThanAHeartbeatAreUnattended() {
        long file = fixture.approved("one.fr");
        Claim claim = fixture.claimOne(file, "a");

        clock.pass(LedgerSettings.DEFAULT_LEASE.dividedBy(4));
        assertThat(ledger.leases().unattended("a")).isEmpty();
        clock.pass(LedgerSettings.DEFAULT_LEASE.dividedBy(4));
        assertThat(ledger.leases().unattended("b")).isEmpty();
        assertThat(ledger.leases().unattended("a")).containsExactly(claim);
        ledger.leases().extend(List.of(claim));
        assertThat(ledger.leases().unattended("a")).isEmpty();
    }

    @Test
    void sameOwnerWithAnOldVersionChangesNothing() {
        long file = fixture.approved("one.fr");
        Claim old = fixture.claimOne(file, "a");
        clock.pass(LedgerSettings.DEFAULT_LEASE.plusSeconds(1));
        fixture.claimOne(file, "a");

        assertThat(ledger.claims().enterStep(old, "CHECK_OUT", "{}")).isFalse();
        assertThat(ledger.claims()
                        .advance(old, RequestEvent.FINISH, MoveNotes.why("mine"))
                        .moved())
                .isFalse();
    }

    @Test
    void extendedAndEnteredWorkIsNotTakenOver() {
        long file = fixture.approved("one.fr");
        Claim claim = fixture.claimOne(file, "a");
        Duration most = LedgerSettings.DEFAULT_LEASE.minusSeconds(1);

        clock.pass(most);
        assertThat(ledger.leases().extend(List.of(claim))).isEmpty();
        clock.pass(most);
        assertThat(ledger.claims().claim(OptionalLong.empty(), true, "b")).isEmpty();
        assertThat(ledger.claims().enterStep(claim, "CREATE_CART", "{\"a\":1}")).isTrue();
        clock.pass(most);
        assertThat(ledger.claims().claim(OptionalLong.empty(), true, "b")).isEmpty();
        assertThat(only(file).step()).isEqualTo("CREATE_CART");
        assertThat(only(file).facts()).isEqualTo("{\"a\":1}");
    }

    @Test
    void abandonedPurchasesComeFirstAndKeepTheirStep() {
        long file = fixture.approved("one.fr", "two.fr");
        Claim dead = fixture.claimOne(file, "a");
        ledger.claims().enterStep(dead, "CHECK_OUT", "{}");
        clock.pass(LedgerSettings.DEFAULT_LEASE.plusSeconds(1));

        List<Request> claimed = fixture.claimAll(file, "b");

        assertThat(claimed).extracting(Request::domain).containsExactly("one.fr", "two.fr");
        assertThat(claimed).extracting(Request::step).containsExactly("CHECK_OUT", null);
        assertThat(claimed).allMatch(request -> request.owner().equals("b"));
    }

    @Test
    void requestPutBackOrWatchedIsNotDueBeforeItsTime() {
        long file = fixture.approved("one.fr");
        Instant later = clock.instant().plus(Duration.ofHours(1));
        Claim claim = fixture.claimOne(file);
        ledger.claims()
                .advance(
                        claim,
                        RequestEvent.PUT_BACK,
                        MoveNotes.why("limit of the day").notBefore(later));

        assertThat(ledger.claims().claim(OptionalLong.empty(), true, "b")).isEmpty();
        clock.pass(Duration.ofMinutes(61));
        claim = fixture.claimOne(file);
        ledger.claims()
                .advance(claim, RequestEvent.ORDER, MoveNotes.why("ordered").order(42, PRICE));

        Claim watch = fixture.watchOne();
        assertThat(watch.state()).isEqualTo(RequestState.AWAITING);
        assertThat(ledger.claims().lookAgain(only(file), clock.instant().plusSeconds(60), "task is doing", null))
                .isTrue();
        assertThat(ledger.claims().watch(true, 0, 1, "b")).isEmpty();
        clock.pass(Duration.ofSeconds(61));
        assertThat(ledger.claims().watch(true, 0, 1, "b")).hasSize(1);
        assertThat(only(file).orderId()).isEqualTo(42);
        assertThat(only(file).finalPrice()).isEqualTo(PRICE);
    }

    @Test
    void aLookComesToEachWatchedRowOnceHoweverLongItTakes() {
        long file = fixture.approved("one.fr", "two.fr", "three.fr");
        for (int i = 0; i < 3; i++) {
            ledger.claims()
                    .advance(
                            fixture.claimOne(file),
                            RequestEvent.ORDER,
                            MoveNotes.why("ordered").order(40 + i, PRICE));
        }
        List<String> seen = new ArrayList<>();
        List<Request> watched = ledger.claims().watch(true, 0, 1, "a");
        while (!watched.isEmpty()) {
            seen.add(watched.get(0).domain());
            // due again before the look is over
            ledger.claims().lookAgain(watched.get(0), clock.instant(), "slow", null);
            clock.pass(Duration.ofSeconds(5));
            watched = ledger.claims().watch(true, watched.get(0).id(), 1, "a");
        }

        assertThat(seen).containsExactly("one.fr", "two.fr", "three.fr");
    }

    @Test
    void watchingAnOrderDoesNotMakeItYounger() {
        long file = fixture.approved("one.fr");
        ledger.claims()
                .advance(
                        fixture.claimOne(file),
                        RequestEvent.ORDER,
                        MoveNotes.why("ordered").order(42, PRICE));
        Instant ordered = only(file).changedAt();
        clock.pass(Duration.ofHours(1));

        assertThat(ledger.claims().watch(true, 0, 1, "b").get(0).changedAt()).isEqualTo(ordered);
    }

    /** Its machine's clock is an hour ahead, then an hour behind; the other node has a right one. */
    @Test
    void aNodeWhoseClockIsSetTakesNoRowOfAnotherAndLosesNone() {
        TickingClock machine = new TickingClock();
        long file = fixture.approved("one.fr", "two.fr");
        try (Ledger wrong = Ledger.follow(settings, new LedgerClock(machine, System::nanoTime))) {
            ledger.claims().claim(OptionalLong.of(file), true, "right");
            machine.pass(Duration.ofHours(1));

            List<Request> mine = wrong.claims().claim(OptionalLong.of(file), true, "wrong");
            assertThat(mine).extracting(Request::domain).containsExactly("two.fr");
            assertThat(wrong.claims().claim(OptionalLong.of(file), true, "wrong"))
                    .as("rows of the other node, whose lease lasts")
                    .isEmpty();

            machine.pass(Duration.ofHours(-2));
            wrong.leases().extend(mine.stream().map(Request::claim).toList());
            assertThat(ledger.claims().claim(OptionalLong.of(file), true, "right"))
                    .as("rows of the node whose clock was set back")
                    .isEmpty();
        }
    }

    @Test
    void refusesAClockThatIsApartFromTheDatabases() {
        LedgerSettings settings = newDatabase();
        Clock wrong = Clock.offset(
                Clock.systemUTC(), LedgerSettings.DEFAULT_MARGIN.plusSeconds(5).negated());

        assertThatThrownBy(() -> Ledger.open(settings, wrong))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("s apart")
                .hasMessageContaining("Set both clocks");
    }
}
