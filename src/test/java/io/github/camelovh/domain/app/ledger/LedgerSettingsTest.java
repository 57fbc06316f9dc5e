// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerSettingsTest {
    @ParameterizedTest
    @CsvSource({
        "jdbc:h2:/data/ledger, /data/ledger.mv.db",
        "jdbc:h2:file:./ledger;FILE_LOCK=FS, ./ledger.mv.db",
        "jdbc:h2:retry:/data/ledger;WRITE_DELAY=0;TRACE_LEVEL_FILE=0, /data/ledger.mv.db",
        "jdbc:h2:retry:C:/data/ledger;WRITE_DELAY=0, C:/data/ledger.mv.db",
    })
    void theFileOfAnH2LedgerIsNamedByItsAddress(String url, Path file) {
        assertThat(LedgerSettings.at(url, "sa", "").fileOfH2()).isEqualTo(file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:h2:mem:test;DB_CLOSE_DELAY=-1", "jdbc:postgresql://localhost/ledger"})
    void otherLedgersHaveNone(String url) {
        assertThat(LedgerSettings.at(url, "sa", "").fileOfH2()).isNull();
    }

    @Test
    void aLedgerInAFolderHasItsFileThere() {
        Path folder = Path.of("/data");
        assertThat(LedgerSettings.inFolder(folder).fileOfH2()).isEqualTo(folder.resolve("ledger.mv.db"));
    }
}
