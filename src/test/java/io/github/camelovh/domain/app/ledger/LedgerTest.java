// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** The contracts on H2 in a file, as it is used where nothing else is set. */
class LedgerTest {
    @TempDir
    static Path template;

    @TempDir
    Path folder;

    private int databases;

    @BeforeAll
    static void makeTables() {
        Ledger.open(LedgerSettings.inFolder(template), Clock.systemUTC()).close();
    }

    private LedgerSettings copy() {
        try {
            Path place = Files.createDirectory(folder.resolve("db" + ++databases));
            Files.copy(template.resolve("ledger.mv.db"), place.resolve("ledger.mv.db"));
            return LedgerSettings.inFolder(place);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Nested
    class ReceivedFiles extends FileContract {
        @Override
        LedgerSettings newDatabase() {
            return copy();
        }
    }

    @Nested
    class Requests extends RequestContract {
        @Override
        LedgerSettings newDatabase() {
            return copy();
        }
    }

    @Nested
    class Claims extends ClaimContract {
        @Override
        LedgerSettings newDatabase() {
            return copy();
        }
    }

    @Nested
    class Plans extends PlanContract {
        @Override
        LedgerSettings newDatabase() {
            return copy();
        }
    }

    @Nested
    class PlanDecisions extends PlanDecisionContract {
        @Override
        LedgerSettings newDatabase() {
            return copy();
        }
    }

    @Nested
    class PlanNotifications extends PlanNotificationContract {
        @Override
        LedgerSettings newDatabase() {
            return copy();
        }
    }

    @Nested
    class Budgets extends BudgetContract {
        @Override
        LedgerSettings newDatabase() {
            return copy();
        }
    }

    @Nested
    class Notifications extends NotificationContract {
        @Override
        LedgerSettings newDatabase() {
            return copy();
        }
    }
}
