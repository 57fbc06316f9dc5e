// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.app.row;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaGuardTest {

    @Property
    void whatIsWrittenReadsBackAsItWas(@ForAll("cells") String cell) {
        assertThat(FormulaGuard.restore(FormulaGuard.defuse(cell))).isEqualTo(cell);
    }

    @Property
    void nothingThatIsWrittenBeginsLikeAFormula(@ForAll("cells") String cell) {
        assertThat(FormulaGuard.defuse(cell).replaceFirst("^[ \\u00A0]+", "")).doesNotMatch("(?s)[=+\\-@\\t\\r\\n].*");
    }

    @Provide
    Arbitrary<String> cells() {
        Arbitrary<String> start =
                Arbitraries.strings().withChars("'=+-@\t\r\n \u00A0\uFF1Da1").ofMaxLength(6);
        return start.flatMap(s -> Arbitraries.strings().ofMaxLength(5).map(rest -> s + rest));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=cmd|'/c calc'!A0", "+33.1", "-5", "@SUM(A1)", "\t=1", "  =1", "\uFF1D1", "'=1"})
    void putsAnApostropheBeforeWhatASpreadsheetMightRun(String cell) {
        assertThat(FormulaGuard.defuse(cell)).isEqualTo("'" + cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "example.fr", "'quoted'", "a=b", "12.50", "l'eau"})
    void leavesOtherCellsAlone(String cell) {
        assertThat(FormulaGuard.defuse(cell)).isEqualTo(cell);
        assertThat(FormulaGuard.restore(cell)).isEqualTo(cell);
    }

    @Test
    void takesOneApostropheOnly() {
        assertThat(FormulaGuard.restore("''=1")).isEqualTo("'=1");
    }
}
