// SPDX-License-Identifier: Apache-2.0
package io.github.camelovh.domain.api.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class VisibleTextTest {
    @Test
    void whatNobodySeesIsShownAsAnEscape() {
        assertThat(VisibleText.line("a\u001b[31mb")).isEqualTo("a\\u001b[31mb");
        assertThat(VisibleText.line("a\nb\rc\td")).isEqualTo("a\\nb\\rc\\td");
        assertThat(VisibleText.line("a\u202eb\u2066c\u200ed\u061ce")).isEqualTo("a\\u202eb\\u2066c\\u200ed\\u061ce");
        assertThat(VisibleText.line("a\u2028b\u2029c\u0085d")).isEqualTo("a\\u2028b\\u2029c\\u0085d");
        assertThat(VisibleText.line("a\u200bb\ufeffc\u00add")).isEqualTo("a\\u200bb\\ufeffc\\u00add");
        assertThat(VisibleText.line("a\udb40\udc41b\ud800c\u007f\u009b"))
                .isEqualTo("a\\udb40\\udc41b\\ud800c\\u007f\\u009b");
    }

    @Test
    void allOtherTextStays() {
        String text =
                "Zo\u00eb \u65e5\u672c \u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 \ud83d\udc69\u200d\ud83d\udcbb \\u202e 'a'";
        assertThat(VisibleText.line(text)).isSameAs(text);
        assertThat(VisibleText.line(null)).isEmpty();
        assertThat(VisibleText.line(VisibleText.line("a\u202e\n"))).isEqualTo("a\\u202e\\n");
    }

    @Test
    void severalLinesKeepTheirBreaksButNoneOfTheTextOverwritesThem() {
        assertThat(VisibleText.lines("a\nb\r\nc\td\re")).isEqualTo("a\nb\r\nc\td\\re");
        assertThat(VisibleText.lines("a\u001b\u2028b")).isEqualTo("a\\u001b\\u2028b");
    }

    @Test
    void aLongTextIsCutAfterItIsEscaped() {
        assertThat(VisibleText.line("abcdefghij", 10)).isEqualTo("abcdefghij");
        assertThat(VisibleText.line("abcdefghijk", 10)).isEqualTo("abcdefg...");
        assertThat(VisibleText.line("\u001b\u001b\u001b", 10)).hasSize(10).doesNotContain("\u001b");
    }

    @Test
    void knowsWhatWasCopiedFromAnEscape() {
        assertThat(VisibleText.hasEscape("a\\u202eb")).isTrue();
        assertThat(VisibleText.hasEscape("C:\\users")).isFalse();
        assertThat(VisibleText.hasInvisible("a\u202eb")).isTrue();
        assertThat(VisibleText.hasInvisible("a\n\tb")).isFalse();
    }
}
