// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportFileTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(textBlock = """
                    portfolio.csv, portfolio.csv
                    ../../etc/passwd, passwd
                    ..\\..\\windows\\x.csv, x.csv
                    /abs/olute.csv, olute.csv
                    .hidden.csv, hidden.csv
                    .., unnamed.csv
                    '', unnamed.csv
                    'a:b*c?.csv', a_b_c_.csv
                    'a<script>.csv', a_script_.csv
                    CON.csv, _CON.csv
                    'trailing. ', trailing
                    'été 2026.csv', été 2026.csv
                    '日本.csv', 日本.csv
                    """)
    void makesANameSafe(String given, String safe) {
        assertThat(ImportFile.safeName(given)).isEqualTo(safe);
    }

    @Property
    void aSafeNameIsOneShortPlainNameAndStaysAsItIs(@ForAll String given) {
        String safe = ImportFile.safeName(given);

        assertThat(safe).isNotBlank().hasSizeLessThanOrEqualTo(101).doesNotStartWith(".");
        assertThat(safe).doesNotContainPattern("[/\\\\\\p{Cntrl}:*?\"<>|]");
        assertThat(ImportFile.safeName(safe)).isEqualTo(safe);
    }

    @Test
    void cutsALongNameButKeepsItsEnding() {
        assertThat(ImportFile.safeName("x".repeat(300) + ".csv")).hasSize(100).endsWith("x.csv");
    }

    @Test
    void leavesRoomForEndingsWhereALetterTakesSeveralBytes() {
        String safe = ImportFile.safeName("\u65e5".repeat(83) + ".csv");

        assertThat(safe).endsWith("\u65e5.csv");
        assertThat(("." + safe + ".unfinished.csv.part").getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(255);
    }

    @Test
    void isTheSameFileUnderAnotherName() throws IOException {
        Path one = Files.writeString(folder.resolve("one.csv"), "action,domain\n");
        Path two = Files.writeString(folder.resolve("two.csv"), "action,domain\n");
        Path other = Files.writeString(folder.resolve("other.csv"), "action,domain\r\n");

        assertThat(ImportFile.of(one).identity())
                .isEqualTo(ImportFile.of(two).identity())
                .isNotEqualTo(ImportFile.of(other).identity())
                .isEqualTo("56564137ac8acdc4678da41a624f664ab4b1fe617421085a480cc01576acce15");
        assertThat(ImportFile.of(one).bytes()).isEqualTo(14);
    }

    @Test
    void namesResultsAfterTheFileAndApartFromAnotherOfThatName() throws IOException {
        ImportFile file = ImportFile.of(Files.writeString(folder.resolve("my.names.csv"), "x"));

        assertThat(file.baseName()).isEqualTo("my.names");
        assertThat(file.distinctBaseName())
                .isEqualTo("my.names-" + file.identity().substring(0, 8));
    }

    @Test
    void refusesWhatIsNoFile() {
        assertThatThrownBy(() -> ImportFile.of(folder))
                .isInstanceOf(ImportFileException.class)
                .hasMessageContaining("is a folder");
        assertThatThrownBy(() -> ImportFile.of(folder.resolve("nowhere.csv")))
                .isInstanceOf(ImportFileException.class)
                .hasMessageContaining("There is no file");
    }
}
