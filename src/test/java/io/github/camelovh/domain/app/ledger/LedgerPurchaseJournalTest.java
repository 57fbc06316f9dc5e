/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
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
    private final HeldClaims held = new HeldClaims();
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

        assertThat(new LedgerPurchaseJournal(ledger, new HeldClaims()).find(key(NAME)))
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
        assertThat(ledger.claims().claim(Work.PURCHASE, OptionalLong.empty(), 1, "other"))
                .hasSize(1);

        assertThat(journal.enter(key(NAME), PurchaseStep.CHECK_OUT, FACTS)).isFalse();
        assertThat(journal.find(key(NAME))).isEmpty();
    }

    @Test
    void holdsOneClaimPerPurchaseAndLetsGoOfThatOneOnly() {
        Claim first = new LedgerFixture(ledger).buying(NAME);
        clock.pass(Duration.ofHours(1));
        Claim second = ledger.claims()
                .claim(Work.PURCHASE, OptionalLong.empty(), 1, "node")
                .get(0)
                .claim();

        assertThat(held.hold(first)).isTrue();
        assertThat(held.hold(second)).isFalse();
        held.letGo(second);
        assertThat(held.all()).containsExactly(first);
        held.letGo(first);
        assertThat(held.of(key(NAME))).isEmpty();
        assertThat(held.hold(second)).isTrue();
    }
}
