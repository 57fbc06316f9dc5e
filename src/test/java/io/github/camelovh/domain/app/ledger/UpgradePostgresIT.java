// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import org.junit.jupiter.api.extension.RegisterExtension;

/** Old ledgers on a real PostgreSQL. */
class UpgradePostgresIT extends UpgradeContract {
    @RegisterExtension
    static final PostgresServer SERVER = new PostgresServer();

    @Override
    LedgerSettings oldLedger() throws Exception {
        LedgerSettings settings = SERVER.emptyDatabase();
        OldLedger.writeTo(settings);
        return settings;
    }
}
