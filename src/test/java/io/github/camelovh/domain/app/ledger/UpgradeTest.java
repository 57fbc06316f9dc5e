// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Old ledgers on H2. */
class UpgradeTest extends UpgradeContract {
    @TempDir
    Path folder;

    @Override
    LedgerSettings oldLedger() throws Exception {
        return OldLedger.inFolder(folder);
    }
}
