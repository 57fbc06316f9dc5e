// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import org.junit.jupiter.api.extension.RegisterExtension;

/** The contract on a real PostgreSQL. */
class PlanPostgresIT extends PlanContract {
    @RegisterExtension
    static final PostgresServer SERVER = new PostgresServer();

    @Override
    LedgerSettings emptyDatabase() {
        return SERVER.emptyDatabase();
    }
}
