// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import static io.github.camelovh.domain.app.ledger.LedgerFixture.PRICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.api.model.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Files: received once, owned by one process, begun anew, finished; the limits that they were planned with. */
abstract class FileContract extends LedgerContract {
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
        ledger.drops().extend(List.of("names.csv"), "b");
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
}
