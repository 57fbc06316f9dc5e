// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import static io.github.camelovh.domain.app.ledger.LedgerFixture.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelovh.domain.api.model.Money;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** What every database has to do as the ledger's: an open ledger for each test, and steps that the groups share. */
abstract class LedgerContract {
    static final BudgetLimits LIMITS = new BudgetLimits(null, Money.of("40 EUR"), null);

    final TickingClock clock = new TickingClock();
    LedgerSettings settings;
    Ledger ledger;
    LedgerFixture fixture;

    /** A database with tables and no rows. */
    abstract LedgerSettings newDatabase();

    @BeforeEach
    void open() {
        settings = newDatabase();
        ledger = Ledger.open(settings, clock);
        fixture = new LedgerFixture(ledger);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    long waiting(String... domains) {
        long file = fixture.planned(domains);
        ledger.files().noteLimits(file, LIMITS, true);
        ledger.plans().close(file);
        return file;
    }

    ImportedFile file(long id) {
        return ledger.files().find(id).orElseThrow();
    }

    String code(long file) {
        return file(file).planCode();
    }

    List<Request> rows(long file) {
        return ledger.requests().page(file, 0, EnumSet.allOf(RequestState.class), 500);
    }

    List<RequestEvent> events(Request row) {
        return ledger.requests().history(row.id()).stream()
                .map(RequestMove::event)
                .toList();
    }

    void sql(String statement) {
        assertThat(ledger.database().<Integer>write(handle -> handle.execute(statement)))
                .as(statement)
                .isEqualTo(1);
    }

    Request only(long file) {
        return ledger.requests().page(file, 0, Set.of(RequestState.values()), 2).get(0);
    }

    RequestState stateOf(Claim claim) {
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
