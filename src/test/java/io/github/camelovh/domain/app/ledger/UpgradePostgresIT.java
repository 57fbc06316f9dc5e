// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Old ledgers on a real PostgreSQL. */
@Tag("once")
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
