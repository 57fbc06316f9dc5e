// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import static io.github.camelovh.domain.app.ledger.LedgerFixture.key;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.order.PurchaseFacts;
import io.github.camelovh.domain.order.PurchaseStep;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerPurchaseJournalTest {
    private static final String NAME = "one.fr";
    private static final PurchaseFacts FACTS = PurchaseFacts.fromJson("{\"reasons\":[]}");

    @TempDir
    Path folder;

    private final TickingClock clock = new TickingClock();
    private final ActiveLeases held = new ActiveLeases();
    private Ledger ledger;
    private LedgerPurchaseJournal journal;

    @BeforeEach
    void open() {
        ledger = Ledger.open(LedgerSettings.inFolder(folder), clock);
        journal = new LedgerPurchaseJournal(ledger, held);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void entersAStepUnderAHeldClaimAndFindsItAgain() {
        held.hold(new LedgerFixture(ledger).buying(NAME));

        assertThat(journal.find(key(NAME))).isEmpty();
        assertThat(journal.enter(key(NAME), PurchaseStep.CREATE_CART, FACTS)).isTrue();
        assertThat(journal.enter(key(NAME), PurchaseStep.CHECK_OUT, FACTS)).isTrue();

        assertThat(new LedgerPurchaseJournal(ledger, new ActiveLeases()).find(key(NAME)))
                .hasValueSatisfying(found -> assertThat(found.step()).isEqualTo(PurchaseStep.CHECK_OUT));
    }

    @Test
    void entersNothingWithoutAClaim() {
        Claim claim = new LedgerFixture(ledger).buying(NAME);

        assertThat(journal.enter(key(NAME), PurchaseStep.CREATE_CART, FACTS)).isFalse();
        assertThat(ledger.requests().find(claim.requestId()).orElseThrow().step())
                .isNull();
    }

    @Test
    void entersNothingOnceAnotherTookOver() {
        held.hold(new LedgerFixture(ledger).buying(NAME));
        clock.pass(Duration.ofHours(1));
        assertThat(ledger.claims().claim(OptionalLong.empty(), true, "other")).hasSize(1);

        assertThat(journal.enter(key(NAME), PurchaseStep.CHECK_OUT, FACTS)).isFalse();
        assertThat(journal.find(key(NAME))).isEmpty();
    }

    @Test
    void holdsOneClaimPerPurchaseAndLetsGoOfThatOneOnly() {
        Claim first = new LedgerFixture(ledger).buying(NAME);
        clock.pass(Duration.ofHours(1));
        Claim second =
                ledger.claims().claim(OptionalLong.empty(), true, "node").get(0).claim();

        assertThat(held.hold(first)).isTrue();
        assertThat(held.hold(second)).isFalse();
        held.letGo(second);
        assertThat(held.all()).containsExactly(first);
        held.letGo(first);
        assertThat(held.of(key(NAME))).isEmpty();
        assertThat(held.hold(second)).isTrue();
    }
}
