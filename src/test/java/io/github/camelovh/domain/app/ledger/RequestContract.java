// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import static io.github.camelovh.domain.app.ledger.LedgerFixture.names;
import static io.github.camelovh.domain.app.ledger.LedgerFixture.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Rows: stored in their order, each name asked for once, found by name. */
abstract class RequestContract extends LedgerContract {
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
}
