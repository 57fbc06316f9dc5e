// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The contracts on a real PostgreSQL. */
@Tag("once")
class LedgerPostgresIT {
    @RegisterExtension
    static final PostgresServer SERVER = new PostgresServer();

    @Nested
    class ReceivedFiles extends FileContract {
        @Override
        LedgerSettings newDatabase() {
            return SERVER.databaseWithTables();
        }
    }

    @Nested
    class Requests extends RequestContract {
        @Override
        LedgerSettings newDatabase() {
            return SERVER.databaseWithTables();
        }
    }

    @Nested
    class Claims extends ClaimContract {
        @Override
        LedgerSettings newDatabase() {
            return SERVER.databaseWithTables();
        }
    }

    @Nested
    class Plans extends PlanContract {
        @Override
        LedgerSettings newDatabase() {
            return SERVER.databaseWithTables();
        }
    }

    @Nested
    class PlanDecisions extends PlanDecisionContract {
        @Override
        LedgerSettings newDatabase() {
            return SERVER.databaseWithTables();
        }
    }

    @Nested
    class PlanNotifications extends PlanNotificationContract {
        @Override
        LedgerSettings newDatabase() {
            return SERVER.databaseWithTables();
        }
    }

    @Nested
    class Budgets extends BudgetContract {
        @Override
        LedgerSettings newDatabase() {
            return SERVER.databaseWithTables();
        }
    }

    @Nested
    class Notifications extends NotificationContract {
        @Override
        LedgerSettings newDatabase() {
            return SERVER.databaseWithTables();
        }
    }
}
