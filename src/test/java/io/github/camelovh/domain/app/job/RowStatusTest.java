// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.app.ledger.BudgetLimits;
import io.github.camelovh.domain.app.ledger.FileState;
import io.github.camelovh.domain.app.ledger.ImportedFile;
import io.github.camelovh.domain.app.ledger.Request;
import io.github.camelovh.domain.app.ledger.RequestState;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RowStatusTest {
    private static final Instant SINCE = Instant.parse("2026-11-25T08:00:00Z");
    private static final ImportedFile FILE = new ImportedFile(
            1,
            "a.csv",
            "ab".repeat(32),
            FileState.PLANNED,
            1,
            2,
            null,
            null,
            "K7QF-3M2P",
            "cd".repeat(32),
            BudgetLimits.none(),
            "ada",
            null,
            null,
            null,
            null,
            SINCE,
            SINCE);

    private static Request row(String action, RequestState state, String outcome, String whatToDo) {
        return new Request(
                1,
                1,
                2,
                action,
                "one.fr",
                state,
                0,
                null,
                null,
                null,
                null,
                isBought(action),
                "{}",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                outcome,
                whatToDo,
                SINCE,
                SINCE);
    }

    private static boolean isBought(String action) {
        return action.equals("order") || action.equals("transfer");
    }

    private static RowStatus standing(String action, RequestState state, String outcome, String whatToDo) {
        return RowStatus.of(row(action, state, outcome, whatToDo), FILE);
    }

    @ParameterizedTest
    @EnumSource(RequestState.class)
    void everyStateHasWordsAndATime(RequestState state) {
        for (String action : new String[] {"order", "transfer", "release", "set-record"}) {
            RowStatus standing = standing(action, state, null, null);
            assertThat(standing.state()).isNotBlank();
            assertThat(standing.line()).contains("since 2026-11-25T08:00:00Z", "awaited from: ");
            assertThat(standing.next() == null).isEqualTo(state.isFinal());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "order, AWAITING, registry",
        "transfer, AWAITING, losing registrar",
        "set-record, AWAITING, registry",
        "release, AWAITING, gaining registrar",
        "order, PLANNED, you",
        "order, APPROVED, ovh-domain",
        "transfer, UNFINISHED, you",
        "order, DONE, nobody",
        "order, CANCELLED, nobody"
    })
    void itIsSomebodysTurn(String action, RequestState state, String whose) {
        assertThat(standing(action, state, null, null).awaitedFrom().text()).isEqualTo(whose);
    }

    @Test
    void whatWasToldLastGoesBeforeWhatIsUsual() {
        RowStatus standing = standing("transfer", RequestState.AWAITING, "its task 5 is doing", null);

        assertThat(standing.next()).isEqualTo("its task 5 is doing");
    }

    @Test
    void whatOvhcloudHasToMendIsAwaitedFromThem() {
        String told = "ordered, its task 5 (DomainCreate) is problem" + TaskRepair.IN_THEIR_HANDS;

        assertThat(standing("order", RequestState.AWAITING, told, null).awaitedFrom())
                .isEqualTo(RowStatus.Party.OVHCLOUD);
    }

    @Test
    void anUnpaidOrderAndAPlanNeedAPerson() {
        assertThat(standing("order", RequestState.AWAITING, "not paid yet", "pay it")
                        .needsPerson())
                .isTrue();
        assertThat(standing("order", RequestState.PLANNED, null, null).whatToDo())
                .isEqualTo("ovh-domain approve K7QF-3M2P");
    }
}
