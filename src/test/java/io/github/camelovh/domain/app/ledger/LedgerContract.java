// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import static io.github.camelovh.domain.app.ledger.LedgerFixture.PRICE;
import static io.github.camelovh.domain.app.ledger.LedgerFixture.names;
import static io.github.camelovh.domain.app.ledger.LedgerFixture.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelovh.domain.api.model.Money;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every database has to do as the ledger's. */
abstract class LedgerContract {
    final TickingClock clock = new TickingClock();
    Ledger ledger;
    LedgerFixture fixture;

    /** An empty database. */
    abstract LedgerSettings emptyDatabase();

    @BeforeEach
    void open() {
        ledger = Ledger.open(emptyDatabase(), clock);
        fixture = new LedgerFixture(ledger);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void anApprovalOnlyTightensTheLimitsThatAPlanWasShownWith() {
        long file = fixture.planned("one.fr");
        BudgetLimits shown = new BudgetLimits(null, Money.of("20 EUR"), Money.of("50 EUR"));
        ledger.files().noteLimits(file, shown, true);
        String code = ledger.plans().close(file).orElseThrow();

        ledger.files().tightenLimits(file, BudgetLimits.none(), false);
        ledger.files().tightenLimits(file, new BudgetLimits(null, Money.of("10 USD"), null), true);
        assertThat(limitsOf(file)).isEqualTo(shown);
        Money nine = Money.of("9 EUR");
        ledger.files().tightenLimits(file, new BudgetLimits(nine, Money.of("19 EUR"), Money.of("51 EUR")), true);

        assertThat(limitsOf(file)).isEqualTo(new BudgetLimits(nine, Money.of("19 EUR"), Money.of("50 EUR")));
        assertThat(ledger.plans().approve(file, code, "tester")).isInstanceOf(Approval.Given.class);
    }

    @Test
    void aLimitIsNotKeptUnderAnotherCurrency() {
        long file = fixture.planned("one.fr");
        ledger.files().noteLimits(file, new BudgetLimits(null, Money.of("100 EUR"), null), true);

        BudgetLimits dollars = new BudgetLimits(null, null, Money.of("50 USD"));
        ledger.files().noteLimits(file, dollars, false);

        assertThat(limitsOf(file)).isEqualTo(dollars);
    }

    private BudgetLimits limitsOf(long file) {
        return ledger.files().find(file).orElseThrow().limits();
    }

    @Test
    void sameBytesAreTheSameFile() {
        String hash = "ab".repeat(32);
        FileRepository.Receipt first = ledger.files().receive("a.csv", hash, "ada");
        FileRepository.Receipt second = ledger.files().receive("b.csv", hash, "bob");

        assertThat(first.fresh()).isTrue();
        assertThat(second.fresh()).isFalse();
        assertThat(second.file()).isEqualTo(first.file());
        assertThat(ledger.files().findByHash(hash)).contains(first.file());
    }

    @Test
    void fileIsTakenByOneProcessUntilItsLeaseEnds() {
        long file = fixture.newFile();

        assertThat(ledger.files().take(file, "a")).isTrue();
        assertThat(ledger.files().take(file, "b")).isFalse();
        assertThat(ledger.files().take(file, "a")).isTrue();
        clock.pass(LedgerSettings.DEFAULT_LEASE.plusSeconds(1));
        assertThat(ledger.files().take(file, "b")).isTrue();
        ledger.files().giveBack(file, "a");
        assertThat(ledger.files().take(file, "a")).isFalse();
        ledger.files().giveBack(file, "b");
        assertThat(ledger.files().take(file, "a")).isTrue();
    }

    @Test
    void aDroppedFileIsTakenOnceUntilItIsGivenBackOrItsLeaseEnds() {
        assertThat(ledger.drops().take("names.csv", "a")).isTrue();
        assertThat(ledger.drops().take("names.csv", "a")).isFalse();
        assertThat(ledger.drops().take("names.csv", "b")).isFalse();
        assertThat(ledger.drops().take("others.csv", "b")).isTrue();
        assertThat(ledger.drops().giveBack("names.csv", "b")).isFalse();
        assertThat(ledger.drops().giveBack("names.csv", "a")).isTrue();
        assertThat(ledger.drops().take("names.csv", "b")).isTrue();

        clock.pass(LedgerSettings.DEFAULT_LEASE.minusSeconds(1));
        ledger.drops().extend("b");
        clock.pass(LedgerSettings.DEFAULT_LEASE.minusSeconds(1));
        assertThat(ledger.drops().take("names.csv", "a")).isFalse();
        clock.pass(Duration.ofSeconds(2));
        assertThat(ledger.drops().take("names.csv", "a")).isTrue();
        assertThat(ledger.drops().giveBack("names.csv", "b")).isFalse();
        ledger.drops().giveBackAll("a");
        assertThat(ledger.drops().take("names.csv", "b")).isTrue();
        ledger.endLeasesOfTheDead();
        assertThat(ledger.drops().take("names.csv", "a")).isTrue();
    }

    @Test
    void ofManyThatWantADroppedFileAtOnceOneGetsIt() {
        for (int round = 0; round < 20; round++) {
            String name = "names-" + round + ".csv";
            List<CompletableFuture<Boolean>> asked = IntStream.range(0, 6)
                    .mapToObj(each ->
                            CompletableFuture.supplyAsync(() -> ledger.drops().take(name, "node " + each)))
                    .toList();

            assertThat(asked).extracting(CompletableFuture::join).containsOnlyOnce(true);
        }
    }

    @Test
    void aRefusedFileIsBegunAnewWhenItComesAgain() {
        String hash = "cd".repeat(32);
        long file = ledger.files().receive("late.csv", hash, "ada").file().id();
        ledger.requests().add(file, List.of(LedgerFixture.row(2, "torn.fr")));
        Request torn = ledger.requests()
                .page(file, 0, EnumSet.allOf(RequestState.class), 10)
                .get(0);
        ledger.plans().record(file, List.of(PlanResult.ended(torn, RequestEvent.REFUSE, "refused as a whole", null)));
        ledger.files().refuse(file, "not in UTF-8");

        ImportedFile again = ledger.files().receive("late.csv", hash, "ada").file();

        assertThat(again.id()).isEqualTo(file);
        assertThat(again.state()).isEqualTo(FileState.RECEIVING);
        assertThat(again.lastLine()).isZero();
        assertThat(again.remark()).isNull();
        assertThat(ledger.requests().counts(file)).isEmpty();
        ledger.requests().add(file, List.of(LedgerFixture.row(2, "whole.fr")));
        assertThat(ledger.files().completeReading(file)).isTrue();
    }

    @Test
    void keepsRowsInTheOrderOfTheFileWithWhatTheySay() {
        long file = fixture.received(names("n", 1203));

        List<Request> rows = ledger.requests()
                .inOrder(file, EnumSet.allOf(RequestState.class))
                .toList();

        assertThat(rows).hasSize(1203);
        assertThat(rows).extracting(Request::line).isSorted();
        Request last = rows.get(1202);
        assertThat(last.domain()).isEqualTo("n1203.fr");
        assertThat(last.state()).isEqualTo(RequestState.RECEIVED);
        assertThat(last.rowData()).isEqualTo("{\"action\":\"order\",\"domain\":\"n1203.fr\"}");
        assertThat(last.purchaseKey()).isEqualTo("camel-ovh-domain create n1203.fr");
        assertThat(ledger.requests().counts(file)).isEqualTo(Map.of(RequestState.RECEIVED, 1203L));
        assertThat(ledger.files().find(file).orElseThrow().rowsRead()).isEqualTo(1203);
    }

    @Test
    void refusesDuplicateInTheFileAndInTheLedgerButNotOfAClosedRequest() {
        fixture.received("one.fr");
        long file = fixture.newFile();

        RequestRepository.Stored stored =
                ledger.requests().add(file, List.of(row(2, "one.fr"), row(3, "two.fr"), row(4, "two.fr")));

        assertThat(stored).isEqualTo(new RequestRepository.Stored(1, 2, 2));
        List<Request> refused = ledger.requests().page(file, 0, EnumSet.of(RequestState.REFUSED), 10);
        assertThat(refused.get(0).outcome()).contains("one.fr is already asked for in line 1 of file1.csv (received)");
        assertThat(refused.get(1).outcome()).contains("two.fr is already asked for in line 3 of this file");

        Claim claim = fixture.buying("three.fr");
        ledger.claims().advance(claim, RequestEvent.REFUSE, MoveNotes.why("too dear"));
        assertThat(ledger.requests()
                        .add(fixture.newFile(), List.of(row(1, "three.fr")))
                        .valid())
                .isEqualTo(1);
    }

    @Test
    void unfinishedRequestIsStillADuplicate() {
        Claim claim = fixture.buying("one.fr");
        ledger.claims().advance(claim, RequestEvent.GIVE_UP, MoveNotes.why("no answer"));

        assertThat(ledger.requests()
                        .add(fixture.newFile(), List.of(row(1, "one.fr")))
                        .duplicates())
                .isEqualTo(1);
    }

    @Test
    void readingGoesOnBehindTheLastLineAndNeverTwice() {
        long file = fixture.newFile();
        ledger.requests().add(file, List.of(row(2, "one.fr"), row(5, "two.fr")));

        assertThat(ledger.files().find(file).orElseThrow().lastLine()).isEqualTo(5);
        assertThatThrownBy(() -> ledger.requests().add(file, List.of(row(5, "three.fr"))))
                .isInstanceOf(IllegalStateException.class);
        assertThat(ledger.requests().counts(file)).isEqualTo(Map.of(RequestState.RECEIVED, 2L));
    }

    @Test
    void twoFilesAtOnceStoreEachNameOnce() throws Exception {
        long[] files = {fixture.newFile(), fixture.newFile(), fixture.newFile(), fixture.newFile()};
        String[] names = names("n", 200);
        AtomicInteger valid = new AtomicInteger();

        inParallel(4, worker -> {
            for (int i = 0; i < names.length; i += 10) {
                List<NewRequest> rows = new ArrayList<>();
                for (int j = i; j < i + 10; j++) {
                    rows.add(row(j + 1L, names[j]));
                }
                valid.addAndGet(ledger.requests().add(files[worker], rows).valid());
            }
        });

        assertThat(valid).hasValue(200);
    }

    @Test
    void approvesOnlyThePlanThatWasSeen() {
        long file = fixture.planned("one.fr", "two.fr");
        assertThat(ledger.plans().approve(file, "x", "me")).isEqualTo(new Approval.NoPlan(FileState.PLANNING));
        String code = ledger.plans().close(file).orElseThrow();

        assertThat(ledger.plans().approve(file, "x", "me")).isEqualTo(new Approval.OtherPlan(code));
        assertThat(ledger.requests().counts(file)).isEqualTo(Map.of(RequestState.PLANNED, 2L));
        assertThat(ledger.plans().approve(file, code, "me")).isEqualTo(new Approval.Given(2));
        assertThat(ledger.requests().counts(file)).isEqualTo(Map.of(RequestState.APPROVED, 2L));
        assertThat(ledger.plans().approve(file, code, "me")).isEqualTo(new Approval.GivenBefore("me"));
        assertThat(ledger.files().find(file).orElseThrow().approvedBy()).isEqualTo("me");
    }

    @Test
    void closedPlanKeepsItsPricesAndOtherPricesGiveAnotherCode() {
        long file = fixture.planned("one.fr");
        String before = ledger.plans().close(file).orElseThrow();
        Request request = only(file);
        PlanResult dearer = PlanResult.planned(
                request, new PlanFigures(Money.of("8.40 EUR"), PRICE, "create-default", "P1Y", null), "asked again");

        assertThat(ledger.plans().record(file, List.of(dearer))).isZero();
        assertThat(only(file)).isEqualTo(request);
        ledger.plans().reopen(file);
        assertThat(ledger.plans().record(file, List.of(dearer))).isEqualTo(1);
        assertThat(ledger.plans().record(file, List.of(dearer))).isZero();
        assertThat(ledger.plans().close(file).orElseThrow()).isNotEqualTo(before);
    }

    @Test
    void anotherCellGivesAnotherDigest() {
        assertThat(digestOf(LedgerFixture.row(1, "one.fr"))).isNotEqualTo(digestOf(withOwner("one.fr")));
    }

    private String digestOf(NewRequest row) {
        try (Ledger other = Ledger.open(emptyDatabase(), clock)) {
            long file = new LedgerFixture(other).newFile();
            other.requests().add(file, List.of(row));
            other.files().completeReading(file);
            Request stored = other.requests()
                    .page(file, 0, EnumSet.allOf(RequestState.class), 1)
                    .get(0);
            other.plans().record(file, List.of(LedgerFixture.priced(stored)));
            other.plans().close(file);
            return other.files().find(file).orElseThrow().planDigest();
        }
    }

    private static NewRequest withOwner(String domain) {
        return NewRequest.purchase(
                1, "order", domain, LedgerFixture.key(domain).text(), "{\"ownerContact\":\"/me/contact/1\"}", null);
    }

    @Test
    void planIsNotClosedWhileAPriceIsMissing() {
        long file = fixture.received("one.fr", "two.fr");
        Request first = ledger.requests()
                .page(file, 0, EnumSet.of(RequestState.RECEIVED), 1)
                .get(0);
        ledger.plans().record(file, List.of(LedgerFixture.priced(first)));

        assertThat(ledger.plans().close(file)).isEmpty();
        Request second = ledger.requests()
                .page(file, 1, EnumSet.of(RequestState.RECEIVED), 1)
                .get(0);
        ledger.plans().record(file, List.of(PlanResult.ended(second, RequestEvent.REFUSE, "premium", "allow it")));
        assertThat(ledger.plans().close(file)).isPresent();
        assertThat(ledger.requests().find(second.id()).orElseThrow().outcome()).isEqualTo("premium");
    }

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
        long file = fixture.approved(names("n", 3_000));
        List<Long> all = Collections.synchronizedList(new ArrayList<>());

        inParallel(8, worker -> {
            List<Request> claimed;
            do {
                claimed = ledger.claims().claim(OptionalLong.empty(), true, "node" + worker % 2);
                claimed.forEach(request -> all.add(request.id()));
            } while (!claimed.isEmpty() || all.size() < 3_000);
        });

        assertThat(all).hasSize(3_000).doesNotHaveDuplicates();
        assertThat(ledger.requests().counts(file)).isEqualTo(Map.of(RequestState.EXECUTING, 3_000L));
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
        assertThat(ledger.claims().extend(List.of(old))).containsExactly(old.requestId());
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
        assertThat(ledger.claims().extend(List.of(claim))).isEmpty();
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

    @Test
    void fileIsFinishedOnlyWhenEveryRowHasItsResultAndResumedFromThere() {
        long file = fixture.approved("one.fr", "two.fr", "three.fr");
        Claim one = fixture.claimOne(file);
        Claim two = fixture.claimOne(file);
        Claim three = fixture.claimOne(file);
        ledger.claims().advance(one, RequestEvent.FINISH, MoveNotes.why("owned").order(1, PRICE));
        ledger.claims()
                .advance(two, RequestEvent.GIVE_UP, MoveNotes.why("no answer").toDo("look"));
        assertThat(ledger.files().finish(file)).isFalse();
        ledger.claims()
                .advance(three, RequestEvent.ORDER, MoveNotes.why("ordered").order(2, PRICE));
        assertThat(ledger.files().finish(file)).isFalse();
        Claim watched = fixture.watchOne();
        ledger.claims().advance(watched, RequestEvent.GIVE_UP, MoveNotes.why("too long"));
        assertThat(ledger.files().finish(file)).isTrue();
        assertThat(ledger.requests().spending(file))
                .isEqualTo(new RequestRepository.Spending(2, Map.of("EUR", new BigDecimal("20.14"))));

        assertThat(ledger.plans().resume(file, "me")).isEqualTo(2);
        assertThat(ledger.files().find(file).orElseThrow().state()).isEqualTo(FileState.APPROVED);
        assertThat(ledger.requests().counts(file))
                .isEqualTo(Map.of(RequestState.DONE, 1L, RequestState.EXECUTING, 1L, RequestState.AWAITING, 1L));
        assertThat(fixture.claimOne(file).domain()).isEqualTo("two.fr");
        assertThat(fixture.watchOne().domain()).isEqualTo("three.fr");
    }

    @Test
    void findsAllThatWasAskedForAName() {
        Claim claim = fixture.buying("one.fr");
        ledger.claims()
                .advance(
                        claim,
                        RequestEvent.FAIL,
                        MoveNotes.why("the registry said no").toDo("ask them"));
        fixture.received("one.fr");

        assertThat(ledger.requests().findByDomain("one.fr"))
                .extracting(Request::state)
                .containsExactly(RequestState.RECEIVED, RequestState.FAILED);
        Request failed = ledger.requests().find(claim.requestId()).orElseThrow();
        assertThat(failed.outcome()).isEqualTo("the registry said no");
        assertThat(failed.whatToDo()).isEqualTo("ask them");
        assertThat(failed.changedAt().truncatedTo(ChronoUnit.MICROS)).isEqualTo(failed.changedAt());
    }

    @Test
    void refusesAClockThatIsApartFromTheDatabases() {
        LedgerSettings settings = emptyDatabase();
        Clock wrong = Clock.offset(
                Clock.systemUTC(), LedgerSettings.DEFAULT_MARGIN.plusSeconds(5).negated());

        assertThatThrownBy(() -> Ledger.open(settings, wrong))
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("s apart")
                .hasMessageContaining("Set both clocks");
    }

    Request only(long file) {
        return ledger.requests().page(file, 0, Set.of(RequestState.values()), 2).get(0);
    }

    private RequestState stateOf(Claim claim) {
        return ledger.requests().find(claim.requestId()).orElseThrow().state();
    }

    interface Worker {
        void work(int number) throws Exception;
    }

    static void inParallel(int workers, Worker worker) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        try {
            List<Callable<Void>> tasks = new ArrayList<>();
            for (int i = 0; i < workers; i++) {
                int number = i;
                tasks.add(() -> {
                    worker.work(number);
                    return null;
                });
            }
            for (Future<Void> done : pool.invokeAll(tasks)) {
                done.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }
}
