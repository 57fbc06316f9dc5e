// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The contract on H2. */
class PlanTest extends PlanContract {
    @TempDir
    Path folder;

    private int databases;

    @Override
    LedgerSettings emptyDatabase() {
        return LedgerSettings.inFolder(folder.resolve("ledger" + ++databases));
    }
}
