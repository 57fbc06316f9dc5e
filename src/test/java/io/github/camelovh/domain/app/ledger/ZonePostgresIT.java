// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The contract on a real PostgreSQL. */
@Tag("once")
class ZonePostgresIT extends ZoneContract {
    @RegisterExtension
    static final PostgresServer SERVER = new PostgresServer();

    @Override
    LedgerSettings emptyDatabase() {
        return SERVER.emptyDatabase();
    }
}
